import { type Edtf, type Span, span } from '../../lib/dates';
import { notBeforeGroup } from '../../lib/founding';
import { holding } from '../../lib/holding';
import { fitted } from '../../lib/measure';
import { entity as t } from '../../text/entity';
import { relationText } from '../../text/relations';
import type { RelationGroup } from './groups';
import type { Relation } from './types';

/** When relationships held, on one axis of years. Sizes in pixels. */
export interface Strip {
  width: number;
  height: number;
  rows: StripRow[];
  ticks: { x: number; label: string }[];
  axisY: number;
  /** Relationships without any date. */
  undated: number;
  dated: number;
}

export interface StripRow {
  key: string;
  label: string;
  title: string;
  y: number;
  height: number;
  bars: Bar[];
}

/** One relationship. Each stretch is from one x to another. */
export interface Bar {
  id: string;
  y: number;
  height: number;
  /** All days on which it can have held: as far as anybody says, and up to today where nobody names an end. */
  open: [number, number];
  /** Days of which one is meant: some day on which it began, ended, was done or was seen. */
  within: [number, number][];
  certain: [number, number] | null;
}

const ROW = 24;
const LABEL = 16;
const BAR = 8;
const THIN = 3;
/** More than this in one group share a row without names of their own. */
const BUNDLE = 5;
const AXIS = 24;
/** Lines of the legend: three entries in one, or in two where it is narrow. */
const LEGEND = 20;
const ONE_LINE = 470;
export const STRIP_LABEL_SIZE = 14;

/** Nobody belongs to a group before it is there. */
const ROSTER = ['MEMBER_OF', 'SIGNED', 'TOOK_PART_IN'];

/** Lays out the dated relationships of the groups; `today` (`Y-M-D`) closes what has no end, `own` is when the page's node began. */
export function layoutStrip(groups: RelationGroup[], width: number, today: string, measure: (text: string) => number, own?: Edtf | null): Strip {
  const dated = groups.map((group) => ({ ...group, relations: group.relations.filter(hasDate) })).filter((group) => group.relations.length);
  const all = dated.flatMap((group) => group.relations);
  const undated = groups.reduce((n, group) => n + group.relations.length, 0) - all.length;
  const days = all.flatMap((each) => Object.values(holding(each))).filter((day): day is string => day !== null);
  const first = Math.min(...days.map(yearOf), yearOf(today));
  const last = Math.max(...days.map(yearOf), yearOf(today)) + 1;
  const from = first === last - 1 ? first - 1 : first;
  const x = (day: string) => 2 + ((dayNumber(day) - dayNumber(`${from}-01-01`)) / (dayNumber(`${last}-01-01`) - dayNumber(`${from}-01-01`))) * (width - 4);
  const end = `${last - 1}-12-31`;
  const bar = (relation: Relation, y: number, height: number): Bar => {
    const { notBefore: said, from: begun, to, notAfter } = holding(relation);
    const notBefore = notBeforeGroup(said, begun, ROSTER.includes(relation.kind) ? (relation.direction === 'IN' ? own : relation.node.date) : null);
    const stretch = (earliest: string | null, latest: string | null): [number, number] => [
      x(earliest ?? `${from}-01-01`),
      x(latest ?? (today < end ? today : end)),
    ];
    const oneDay = !relationText(relation.kind).deed || notBefore === begun; // a deed is certain only of a day
    const certain: [string, string] | null = begun && to && oneDay ? [begun, to] : null;
    const within = datesOf(relation)
      .filter(({ earliest, latest }) => earliest && latest && !(certain && certain[0] <= earliest && latest <= certain[1]))
      .map(({ earliest, latest }) => stretch(earliest, latest));
    return { id: relation.id, y, height, open: stretch(notBefore, notAfter), within, certain: certain && stretch(...certain) };
  };
  const rows: StripRow[] = [];
  let y = 0;
  for (const group of dated) {
    const bundled = group.relations.length > BUNDLE;
    for (const part of bundled ? [group.relations] : group.relations.map((each) => [each])) {
      const label = bundled ? t.strip.bundle(part.length, group.heading) : t.strip.row(group.heading, part[0]!.node.name);
      const bars = part.map((each, i) => bar(each, y + LABEL + (bundled ? i * THIN : 0), bundled ? THIN - 1 : BAR));
      const height = LABEL + (bundled ? part.length * THIN + 8 : ROW - LABEL + 8);
      rows.push({ key: bundled ? group.key : part[0]!.id, label: fitted(label, width, measure), title: label, y, height, bars });
      y += height;
    }
  }
  return { width, height: y + AXIS + LEGEND * (width < ONE_LINE ? 2 : 1) + 4, rows, ticks: ticks(from, last, width, x), axisY: y, undated, dated: all.length };
}

function datesOf({ since, until, seen }: Relation): Span[] {
  return [since, until, ...seen].map((date) => span(date));
}

function hasDate({ since, until, seen }: Relation): boolean {
  return Boolean(since || until || seen.length);
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00Z`) / 86_400_000;
}

/** A tick each 1, 2, 5, 10 … years, so that labels keep clear of each other. */
function ticks(from: number, last: number, width: number, x: (day: string) => number): { x: number; label: string }[] {
  const room = Math.max(2, Math.floor(width / 56));
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => (last - from) / each <= room) ?? 200;
  const all = [];
  for (let year = Math.ceil(from / step) * step; year < last; year += step) all.push({ x: x(`${year}-01-01`), label: String(year) });
  return all;
}
