import { dateWords } from '../../lib/dates';
import { notBeforeGroup } from '../../lib/founding';
import { fitted } from '../../lib/measure';
import { timeline as t } from '../../text/timeline';
import type { Axis } from './axis';
import type { Entry, Happening } from './types';

/** Entries of one sort and one date, as one mark: a point for a day, a bar for a span of days. */
export interface Mark {
  what: Happening;
  date: string;
  entries: Entry[];
  /** Where the bar begins and ends; both the same for a day. */
  from: number;
  to: number;
  /** The date does not say how early, or how late, it can have been. */
  openStart: boolean;
  openEnd: boolean;
  label: string;
  /** Where the label stands, by its anchor: beside the mark, or above it where neither side has room. */
  labelX: number;
  anchor: 'start' | 'end';
  above: boolean;
  row: number;
}

export interface Lane {
  what: Happening;
  marks: Mark[];
  /** How high each row is. */
  rows: number[];
}

const LANES: Happening[] = ['FOUNDED', 'ISSUED', 'HELD', 'SIGNED', 'JOINED', 'FUNDED', 'LEFT', 'ENDED'];
const GAP = 10;
const BESIDE = 6;
/** Half of what a point takes. */
export const POINT = 6;
/** How high a row is: with labels beside the marks, and with one above. */
export const ROW = { beside: 22, above: 36 };

/** The lanes that have entries, each with its marks in rows so that none covers another. */
export function lanesOf(entries: Entry[], axis: Axis, measure: (text: string) => number): Lane[] {
  return LANES.flatMap((what) => {
    const marks = gathered(entries.filter((each) => each.what === what)).map((each) => placed(each, axis, measure));
    return marks.length ? [{ what, marks, rows: stack(marks, measure) }] : [];
  });
}

/** Those of one date and one other end together, in the order of their first. */
function gathered(entries: Entry[]): Entry[][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.date} ${entry.other?.id ?? entry.node.id}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}

function placed(entries: Entry[], axis: Axis, measure: (text: string) => number): Mark {
  const { what, date, dateSpan, other, node, sentence } = entries[0]!;
  const openStart = dateSpan.earliest === null || dateSpan.earliest < axis.from;
  const openEnd = dateSpan.latest === null || dateSpan.latest > axis.to;
  const from = openStart ? axis.x(softStart(entries[0]!, axis)) : axis.x(dateSpan.earliest!);
  const to = openEnd ? axis.x1 : Math.max(axis.x(dateSpan.latest!), from);
  const who = entries.length === 1 ? (other ? t.one(node.name, other.name) : node.name) : t.several(entries.length, other?.name ?? sentence);
  const label = fitted(`${who}, ${dateWords(date)}`, axis.x1 - axis.x0, measure);
  return { what, date, entries, from, to, openStart, openEnd, label, ...labelPlace(from, to, measure(label), axis), row: 0 };
}

const JOINING: Happening[] = ['JOINED', 'SIGNED', 'LEFT'];
const GROUPS = ['NETWORK', 'DECLARATION', 'INITIATIVE', 'EVENT'];

/** Where a bar begins of which nobody says how early: with the group, since nobody joined it before; else with the axis. */
function softStart({ what, node, other, dateSpan }: Entry, axis: Axis): string {
  const group = JOINING.includes(what) ? [other, node].find((each) => each && GROUPS.includes(each.kind)) : null;
  const first = dateSpan.earliest ?? notBeforeGroup(null, dateSpan.latest, group?.date);
  return first && first > axis.from && first <= axis.to ? first : axis.from;
}

/** To the right of the mark, else to its left, else above it. */
function labelPlace(from: number, to: number, wide: number, { x0, x1 }: Axis): Pick<Mark, 'labelX' | 'anchor' | 'above'> {
  const [left, right] = [from - POINT - BESIDE, Math.max(to, from + POINT) + BESIDE];
  if (right + wide <= x1) return { labelX: right, anchor: 'start', above: false };
  if (left - wide >= x0) return { labelX: left, anchor: 'end', above: false };
  return { labelX: Math.max(x0, Math.min(from, x1 - wide)), anchor: 'start', above: true };
}

/** From where to where the label reaches. */
export function labelSpan({ label, labelX, anchor }: Mark, measure: (text: string) => number): [number, number] {
  const wide = measure(label);
  return anchor === 'end' ? [labelX - wide, labelX] : [labelX, labelX + wide];
}

/** Gives every mark the first row where it and its label are free; returns how high each row is. */
function stack(marks: Mark[], measure: (text: string) => number): number[] {
  const ends: number[] = [];
  const rows: number[] = [];
  for (const mark of [...marks].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const [labelled, until] = labelSpan(mark, measure);
    const begin = Math.min(mark.from - POINT, labelled);
    const end = Math.max(mark.to + POINT, until);
    const free = ends.findIndex((each) => each + GAP <= begin);
    mark.row = free < 0 ? ends.length : free;
    ends[mark.row] = end;
    rows[mark.row] = Math.max(rows[mark.row] ?? 0, mark.above ? ROW.above : ROW.beside);
  }
  return rows;
}
