import { dateWords, doneWords, sinceWords } from '../../lib/dates';
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

/** A row of the picture: one thing that is counted, and every number that is given for it. */
export interface NumberRow {
  id: string;
  name: string;
  marks: { value: number; kind: 'exact' | 'bound' | 'list'; words: string }[];
}

/** The disagreements on numbers, those that differ most first. */
export function numberRows(all: Contradiction[]): NumberRow[] {
  const rows = all.filter(({ sort }) => sort === 'FIGURE').map((each) => ({
    id: idOf(each),
    name: `${aboutWords(each)}: ${fieldName(each).toLowerCase()}`,
    marks: each.sides.map((side) => ({ value: Number(side.value), kind: markOf(side), words: sideLine(each, side) })),
  })); // prettier-ignore
  const spread = ({ marks }: NumberRow) => Math.max(...marks.map(({ value }) => value)) - Math.min(...marks.map(({ value }) => value));
  return rows.sort((a, b) => spread(b) - spread(a) || a.name.localeCompare(b.name));
}

/** The list in the picture's order: numbers by how far they differ, then the rest as it came. */
export function ordered(all: Contradiction[]): Contradiction[] {
  const place = new Map(numberRows(all).map(({ id }, i) => [id, i]));
  const rank = (each: Contradiction) => place.get(idOf(each)) ?? place.size;
  return [...all].sort((a, b) => rank(a) - rank(b));
}

function idOf({ node, edge, field }: Contradiction): string {
  return `${node?.id ?? edge?.id} ${field}`;
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
