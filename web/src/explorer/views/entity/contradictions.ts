import { dateWords } from '../../lib/dates';
import { number } from '../../text/common';
import { entity as t } from '../../text/entity';
import { fieldWords, measureHeading, valueWords } from '../../text/fields';
import { qualifiers } from '../../text/relations';
import type { Contradiction, Entity, EntityData, Side } from './types';

/** What sources do not agree on: of the node itself, and by relationship. */
export function contradictionsOf(data: EntityData): { own: Contradiction[]; disputed: Set<string> } {
  const all = (data.contradictions?.list.edges ?? []).map(({ node }) => node);
  return { own: all.filter(({ node }) => node), disputed: new Set(all.flatMap(({ edge }) => (edge ? [edge.id] : []))) };
}

/** What is in dispute: "Date of founding", "Members". */
export function disputeHeading({ sort, field }: Contradiction): string {
  return sort === 'FIGURE' ? measureHeading(field.toUpperCase()) : t.field(fieldWords(field));
}

/** One side's value in words, a number with its date. */
export function sideWords({ sort }: Pick<Contradiction, 'sort'>, side: Side): string {
  if (sort === 'ABSENCE') return t.absence(side.value, side.recorded.totalCount);
  if (sort !== 'FIGURE') return dateWords(valueWords(side.value) === side.value.toLowerCase() ? side.value : valueWords(side.value));
  const value = `${qualifiers[side.qualifier ?? ''] ?? ''}${number(Number(side.value))}`;
  return `${side.roster ? t.listLength(value) : value} (${side.date ? dateWords(side.date) : t.noDate})`;
}

/** The evidence of a side: the claim, figure or list that it is on the node, else the node's own. */
export function evidenceOf(node: Entity, { sort, field }: Contradiction, side: Side): string {
  const place = (part: string, index: number) => (index < 0 ? node.id : `${node.id}/${part}/${index}`);
  if (sort !== 'FIGURE') return place('claims', node.claims.findIndex((each) => each.field === field && each.value === side.value)); // prettier-ignore
  const same = (date: string | null, value: number | null) => date === side.date && value === Number(side.value);
  if (side.roster) return place('rosters', node.rosters.findIndex(({ date, count }) => same(date, count)));
  const alike = ({ measure, qualifier, value, date }: Entity['figures'][number]) =>
    measure.toLowerCase() === field && qualifier === side.qualifier && same(date, value);
  return place('figures', node.figures.findIndex(alike));
}
