import { dateWords, doneWords, sinceWords, span } from '../../lib/dates';
import { number } from '../../text/common';
import { coverage as t } from '../../text/coverage';
import { fieldWords, measureHeading, measures, valueWords } from '../../text/fields';
import { qualifiers, relationText } from '../../text/relations';
import type { Contradiction, Side, Sort } from './types';

/** The page's first line. */
export function contradictionSentence(all: Contradiction[]): string {
  const exclude = all.filter(({ certainty }) => certainty === 'CERTAIN').length;
  return t.contradictions.sentence(all.length, exclude, all.length - exclude);
}

/** What it is about: a node's name, or a relationship as a sentence. */
export function aboutWords({ node, edge }: Contradiction): string {
  if (node) return node.name;
  return edge ? `${edge.from.name} ${relationText(edge.kind).says} ${edge.to.name}` : '';
}

/** What the sources disagree on: "Members", "date of founding". */
export function fieldName({ sort, field }: Contradiction): string {
  if (sort === 'FIGURE') return measures[field.toUpperCase()] ? measureHeading(field.toUpperCase()) : valueWords(field);
  return fieldWords(field);
}

/** One value in words: "at least 20", "since 2019", "demand". */
export function sideWords({ sort, field }: Contradiction, { value, qualifier }: Pick<Side, 'value' | 'qualifier'>): string {
  if (sort === 'FIGURE') return `${qualifiers[qualifier ?? ''] ?? ''}${number(Number(value))}`;
  if (value === '') return t.contradictions.none;
  return value.split('; ').map((each) => partWords(field, each)).join('; '); // prettier-ignore
}

const WORD = /^[a-z]+(_[a-z]+)*$/;

function partWords(field: string, value: string): string {
  const since = /^since (.+)$/.exec(value);
  if (since) return sinceWords(since[1]!);
  if (field === 'seen') return doneWords(value);
  return WORD.test(value) ? valueWords(value) : dateWords(value);
}

export interface NumberMark {
  value: number;
  kind: 'exact' | 'bound' | 'list';
  words: string;
}

/** A row of the picture: one thing that is counted, and every number that is given for it, by date: what grew is no dispute. */
export interface NumberRow {
  id: string;
  name: string;
  days: { date: string; marks: NumberMark[] }[];
}

/** The disagreements on numbers, those that differ most first. */
export function numberRows(all: Contradiction[]): NumberRow[] {
  const rows = all.filter(({ sort }) => sort === 'FIGURE').map((each) => ({
    id: idOf(each),
    name: `${aboutWords(each)}: ${fieldName(each).toLowerCase()}`,
    days: daysOf(each),
  })); // prettier-ignore
  return rows.sort((a, b) => spread(b) - spread(a) || a.name.localeCompare(b.name));
}

/** The numbers of each date, in the order of time, the undated last. */
function daysOf(about: Contradiction): NumberRow['days'] {
  const days = new Map<string, NumberMark[]>();
  for (const side of about.sides) {
    const date = side.date ?? '';
    days.set(date, [...(days.get(date) ?? []), { value: Number(side.value), kind: markOf(side), words: sideLine(about, side) }]);
  }
  const begins = (date: string) => span(date).earliest ?? span(date).latest ?? '9999';
  const sorted = [...days].sort(([a], [b]) => Number(a === '') - Number(b === '') || (begins(a) < begins(b) ? -1 : begins(a) > begins(b) ? 1 : 0));
  return sorted.map(([date, marks]) => ({ date: date ? dateWords(date) : t.contradictions.undated, marks }));
}

/** How far the numbers of a row lie apart. */
export function spread({ days }: NumberRow): number {
  const values = days.flatMap(({ marks }) => marks.map(({ value }) => value));
  return Math.max(...values) - Math.min(...values);
}

/** The list in the picture's order: numbers by how far they differ, then the rest as it came. */
export function ordered(all: Contradiction[]): Contradiction[] {
  const place = new Map(numberRows(all).map(({ id }, i) => [id, i]));
  const rank = (each: Contradiction) => place.get(idOf(each)) ?? place.size;
  return [...all].sort((a, b) => rank(a) - rank(b));
}

/** One record can be disputed in a field more than once: of times that have nothing to do with one another. */
function idOf({ node, edge, field, sides }: Contradiction): string {
  return [node?.id ?? edge?.id, field, ...sides.map(({ value, qualifier, date, roster }) => `${qualifier} ${value} ${date} ${roster}`)].join(' | ');
}

function markOf({ roster, qualifier }: Side): 'exact' | 'bound' | 'list' {
  return roster ? 'list' : qualifier === 'EXACT' ? 'exact' : 'bound';
}

/** A value with its date, and that it is a list's length where it is. */
export function sideLine(about: Contradiction, side: Side): string {
  return [sideWords(about, side), ...asideWords(about, side)].join(', ');
}

/** What stands beside the value. */
export function asideWords({ sort }: Contradiction, { date, roster, recorded }: Side): string[] {
  const c = t.contradictions;
  return [
    sort === 'FIGURE' ? (date ? dateWords(date) : c.undated) : '',
    roster ? c.roster : '',
    sort === 'ABSENCE' && recorded.totalCount ? c.absence(recorded.totalCount) : '',
  ].filter(Boolean);
}

export const SORTS: (Sort | '')[] = ['', 'FIGURE', 'FIELD', 'ABSENCE'];
