import type { Combination, Group, Model } from './model';

/** Where everything of the UpSet plot stands, in pixels. */
export interface UpsetLayout {
  width: number;
  height: number;
  step: number;
  /** y of the foot of the bars. */
  foot: number;
  bars: Bar[];
  rows: Row[];
  /** Combinations for which there is no room, and their members. */
  hidden: { combinations: number; members: number };
}

export interface Bar {
  combination: Combination;
  x: number;
  width: number;
  height: number;
  /** Of the height, that of the members who are certain in each of the groups. */
  certain: number;
  /** Places of the dots, from the first to the last group of the combination. */
  dots: number[];
}

export interface Row {
  group: Group;
  /** Middle of the row of dots. */
  y: number;
  nameX: number;
  nameY: number;
  nameWidth: number;
}

/** Below this width the names stand over their rows, not beside them. */
export const BESIDE = 520;
/** Of the width, what names may take at most; and the gap behind them. */
const MOST_NAMES = 0.48;
const BETWEEN = 16;
const STEP = { least: 22, most: 48 };
const BARS = 132;
const OVER_BARS = 38;
const ROW = { beside: 28, over: 42 };

/** `names` is the width that the longest name takes. */
export function upsetLayout(model: Model, width: number, names: number, top = 0): UpsetLayout {
  const { groups, combinations } = model;
  const beside = width >= BESIDE;
  const left = beside ? Math.min(names, width * MOST_NAMES) + BETWEEN : 0;
  const room = Math.max(1, Math.floor((width - left) / STEP.least));
  const shown = combinations.slice(0, room);
  const step = Math.max(STEP.least, Math.min(STEP.most, Math.floor((width - left) / Math.max(shown.length, 1))));
  const most = Math.max(1, ...shown.map(({ members }) => members.length));
  const foot = top + OVER_BARS + BARS;
  const rowHeight = beside ? ROW.beside : ROW.over;
  const rows = groups.map((group, i) => {
    const base = foot + 12 + i * rowHeight;
    return beside
      ? { group, y: base + rowHeight / 2, nameX: 0, nameY: base + rowHeight / 2 + 5, nameWidth: left - BETWEEN }
      : { group, y: base + 30, nameX: 0, nameY: base + 14, nameWidth: width };
  });
  const bars = shown.map((combination, i) => {
    const height = (combination.members.length / most) * BARS;
    return {
      combination,
      x: left + i * step + step / 2,
      width: Math.round(step * 0.62),
      height,
      certain: height * (combination.certain / combination.members.length),
      dots: rows.filter(({ group }) => combination.groups.includes(group)).map(({ y }) => y),
    };
  });
  const rest = combinations.slice(shown.length);
  return {
    width,
    height: foot + 12 + groups.length * rowHeight - top,
    step,
    foot,
    bars,
    rows,
    hidden: { combinations: rest.length + model.unlisted, members: rest.reduce((sum, { members }) => sum + members.length, 0) },
  };
}
