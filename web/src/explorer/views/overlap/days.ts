import { type Edtf, span } from '../../lib/dates';
import { holding } from '../../lib/holding';
import type { Dated } from '../../lib/why-possible';

/** What is recorded of one place in one group. */
export interface Place {
  id: string;
  kind: string;
  direction: string;
  since: Edtf | null;
  until: Edtf | null;
  seen: Edtf[];
  role: string | null;
  basis: string;
  /** What the source names as the way in: a declaration, by whose signing it became a member. */
  through?: { id: string } | null;
  node: { id: string; name: string; country?: string | null; placeType?: string | null };
}

export interface RecordedGroup {
  id: string;
  kind: string;
  name: string;
  rosters: { date: Edtf | null; scope: string; status: string }[];
  /** What the date of its beginning can mean: when it was founded, adopted or held. */
  dateSpan?: { earliest: string | null } | null;
  relations: { edges: Place[] };
  /** Relationships with the other groups. */
  ties?: { edges: Tie[] };
}

/** What is recorded between two groups themselves. */
export interface Tie {
  id: string;
  kind: string;
  direction: 'OUT' | 'IN' | 'BOTH';
  basis: string;
  node: { id: string };
}

/** The roles that make a roster, and the unknown one: those that the API counts where none are asked for. */
const ROSTER_ROLES = new Set([null, undefined, 'PARTICIPANT', 'PARTNER', 'DECLARED']);

/** The relationships by which a municipality stands in the group, as the questions count them. */
export function counted({ relations }: RecordedGroup, basis: 'STATED' | 'ANY'): Place[] {
  return relations.edges.filter(
    ({ direction, role, node, basis: how }) =>
      direction === 'IN' && node.placeType === 'MUNICIPALITY' && ROSTER_ROLES.has(role) && (basis === 'ANY' || how === 'STATED'),
  );
}

/** Whether it certainly held on the day. Without a day, what is recorded counts as certain. */
export function isCertain(edge: Dated, day: string | null): boolean {
  if (!day) return true;
  const { from, to } = holding(edge);
  return from !== null && day >= from && (isDeed(edge) || day <= to!);
}

/** What was signed stays signed. */
const isDeed = ({ kind }: Dated) => kind === 'SIGNED';

/** The days on which what is known of the groups changes, in order: where the slider stops. */
export function stops(groups: RecordedGroup[], basis: 'STATED' | 'ANY'): string[] {
  const days = new Set<string>();
  for (const group of groups) {
    for (const { date, scope, status } of group.rosters) {
      const { earliest, latest } = span(date);
      if (scope === 'all' && status === 'COMPLETE' && earliest === latest && latest) days.add(latest);
    }
    for (const edge of counted(group, basis)) {
      const { notBefore, from, to, notAfter } = holding(edge);
      for (const day of [notBefore, from]) if (day) days.add(day);
      if (!isDeed(edge)) for (const day of [to, notAfter]) if (day) days.add(dayAfter(day));
    }
  }
  return [...days].sort();
}

const DAY = 86_400_000;
/** Days since 1970, for places on an axis. */
export const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00Z`) / DAY);
export const dayOf = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);
const dayAfter = (day: string) => dayOf(dayNumber(day) + 1);

/** The stop where a slider that was moved from one day to another comes to rest: the nearest, and with a single step the next one. */
export function rest(all: string[], from: string | null, to: number): string | undefined {
  const before = from ? dayNumber(from) : null;
  if (before !== null && to - before === 1) return all.find((day) => dayNumber(day) > before) ?? all.at(-1);
  if (before !== null && to - before === -1) return all.filter((day) => dayNumber(day) < before).at(-1) ?? all[0];
  let nearest = all[0];
  for (const day of all) if (Math.abs(dayNumber(day) - to) < Math.abs(dayNumber(nearest!) - to)) nearest = day;
  return nearest;
}
