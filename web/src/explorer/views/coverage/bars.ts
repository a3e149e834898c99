import { dateWords } from '../../lib/dates';
import { fitted } from '../../lib/measure';
import { coverage as t } from '../../text/coverage';
import type { Gap, Standing } from './gaps';

/** Recorded against reported numbers, as bars from a common zero. Sizes in pixels. */
export interface Bars {
  width: number;
  height: number;
  rows: BarRow[];
  heads: { y: number; words: string }[];
  ticks: { x: number; label: string }[];
  top: number;
  /** How many of which nothing at all is known stand in the table alone, and where that is said. */
  left: { n: number; y: number } | null;
}

export interface BarRow {
  id: string;
  name: string;
  label: string;
  /** Left end and baseline of the name; the bar's top. */
  nameX: number;
  nameY: number;
  y: number;
  /** Where the bar begins, and where the certain, the possible and the reported part of it end. */
  x0: number;
  certain: number;
  possible: number;
  reported: number | null;
  /** The reported number is "at least" or "about": the bar has no end. */
  open: boolean;
  words: string;
}

export const BAR = 16;
const WIDE = 720;
const NAMES = 330;
const WORDS = { wide: 220, narrow: 132 };
const ROW = { wide: 28, narrow: 52 };
const HEAD = 36;
const AXIS = 24;
/** More groups of which nothing at all is known are only counted. */
const EMPTY = 8;

/** Lays the groups out under headings for each standing; on a narrow page the name stands above its bar. */
export function layoutBars(all: Gap[], width: number, measure: (text: string) => number): Bars {
  const gaps = shown(all);
  const left = all.length - gaps.length;
  const wide = width >= WIDE;
  const x0 = wide ? NAMES : 0;
  const room = width - x0 - (wide ? WORDS.wide : WORDS.narrow);
  const most = Math.max(1, ...gaps.map(({ report, atMost }) => Math.max(report?.figure.value ?? 0, atMost)));
  const x = (value: number) => x0 + (value / most) * room;
  const row = (gap: Gap, y: number): BarRow => {
    const name = gap.group.node.name;
    return {
      id: gap.group.node.id, name, label: fitted(name, wide ? NAMES - 16 : width, measure),
      nameX: 0, nameY: wide ? y + 13 : y + 14, y: wide ? y : y + 22, x0, certain: x(gap.members), possible: x(gap.atMost),
      reported: gap.report ? x(gap.report.figure.value) : null,
      open: gap.report !== null && !['EXACT', 'UP_TO'].includes(gap.report.figure.qualifier),
      words: barWords(gap, wide),
    }; // prettier-ignore
  };
  const rows: BarRow[] = [];
  const heads: Bars['heads'] = [];
  let y = AXIS;
  for (const standing of ['short', 'met', 'unreported'] as Standing[]) {
    const part = gaps.filter((each) => each.standing === standing);
    if (part.length === 0) continue;
    heads.push({ y: y + 22, words: t.pictureHead[standing] });
    y += HEAD;
    for (const each of part) {
      rows.push(row(each, y));
      y += wide ? ROW.wide : ROW.narrow;
    }
    y += 8;
  }
  const said = left ? { n: left, y: y + 8 } : null;
  return { width, height: y + (left ? 16 : 0), rows, heads, ticks: ticks(most, room).map((value) => ({ x: x(value), label: String(value) })), top: AXIS, left: said };
}

/** All groups, save those of which nothing is known where they are many. */
function shown(gaps: Gap[]): Gap[] {
  const some = gaps.filter(({ report, atMost }) => report !== null || atMost > 0);
  return gaps.length - some.length > EMPTY ? some : gaps;
}

/** "4 to 29 of 153, May 2020". */
export function barWords({ report, members, atMost }: Gap, whole: boolean): string {
  if (!report) return t.bar.alone(members, atMost);
  const { qualifier, value, date } = report.figure;
  if (atMost > value) return t.bar.more(members, atMost, qualifier, value, whole && date ? dateWords(date) : '');
  return whole ? t.bar.of(members, atMost, qualifier, value, date ? dateWords(date) : '') : t.bar.ofShort(members, atMost, qualifier, value);
}

/** Round numbers from zero, no closer than 60 pixels. */
export function ticks(most: number, room: number): number[] {
  const steps = [1, 2, 5].flatMap((n) => [n, n * 10, n * 100, n * 1000]).sort((a, b) => a - b);
  const step = steps.find((each) => (each / most) * room >= 60) ?? most;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}
