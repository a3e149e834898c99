import { common } from '../text/common';
import { dateWords, type Edtf, span } from './dates';

/** A group as far as its beginning matters: `date` is when it was founded, adopted or held. */
export interface Begun {
  name: string;
  date?: Edtf | null;
}

/** The first day on which a group can have been there; null where no source says. */
export function firstDay(date: Edtf | null | undefined): string | null {
  return span(date).earliest;
}

/**
 * What must be known of a day before its numbers are quoted: that it has not come yet, and which groups were not there yet.
 * The API does not take a founding for a bound, since sources err in both; so the page says it.
 */
export function dayCaveats(day: string | null, groups: Begun[], now: string): string[] {
  if (!day) return [];
  const early = groups
    .flatMap(({ name, date }) => {
      const first = firstDay(date);
      return first && first > day ? [{ name, first }] : [];
    })
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : a.name.localeCompare(b.name, 'en')));
  return [
    day > now ? common.day.ahead(dateWords(day)) : '',
    early.length ? common.day.early(early.map(({ name, first }) => common.day.notBefore(name, dateWords(first)))) : '',
  ].filter(Boolean);
}

/** A beginning that nobody dates lies at the earliest where the group began, unless it certainly held before. */
export function notBeforeGroup(notBefore: string | null, certain: string | null, group: Edtf | null | undefined): string | null {
  const first = firstDay(group);
  return notBefore ?? (first && (!certain || first <= certain) ? first : null);
}
