import { relationText } from '../text/relations';
import { type Edtf, span } from './dates';

/** When a relationship held or was done: four days `Y-M-D`, null where open. It is certain only where `from` and `to` are known. */
export interface Holding {
  notBefore: string | null;
  from: string | null;
  to: string | null;
  notAfter: string | null;
}

interface EdgeDates {
  kind: string;
  since?: Edtf | null;
  until?: Edtf | null;
  seen?: Edtf[];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_OR_MONTH = /^\d{4}-\d{2}(-\d{2})?$/;

/**
 * Not before s0 and not after u1; certainly from min(s1, f) to max(u0, l), where s is when it began, u the last day on which it
 * held, f and l the first and last sighting. A day or month seen counts as its last day, a year or span as its last day for f
 * and as its first for l. A deed is done on some day from notBefore to from, and stays done.
 */
export function holding({ kind, since, until, seen = [] }: EdgeDates): Holding {
  const s = span(since);
  if (relationText(kind).deed) return { notBefore: s.earliest, from: s.latest, to: s.latest, notAfter: s.latest };
  const u = span(until);
  const sightings = [...seen, ...[since, until].filter((each): each is string => DAY.test(each ?? ''))];
  const first = least(sightings.map((each) => span(each).latest));
  const last = most(sightings.map((each) => (DAY_OR_MONTH.test(each) ? span(each).latest : span(each).earliest)));
  const from = least([s.latest, first]);
  const to = most([u.earliest, last]);
  const certain = from !== null && to !== null && from <= to;
  return { notBefore: s.earliest, from: certain ? from : null, to: certain ? to : null, notAfter: u.latest };
}

function least(days: (string | null)[]): string | null {
  return known(days)[0] ?? null;
}

function most(days: (string | null)[]): string | null {
  return known(days).at(-1) ?? null;
}

function known(days: (string | null)[]): string[] {
  return days.filter((each): each is string => each !== null).sort();
}
