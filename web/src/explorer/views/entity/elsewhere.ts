import { writeAddress } from '../../lib/address';
import { entity as t } from '../../text/entity';
import type { Entity } from './types';

/** Another view that says something of this record. */
export interface Elsewhere {
  text: string;
  to: string;
}

/** What puts a city on a group's roster. */
const ROSTER = ['MEMBER_OF', 'SIGNED', 'TOOK_PART_IN'];

/** The other views about a record, those alone that have something to show of it. */
export function elsewhere({ id, kind, relations: { edges } }: Entity): Elsewhere[] {
  if (kind === 'SOURCE' || edges.length === 0) return [];
  const group = edges.some((edge) => edge.direction === 'IN' && edge.node.kind === 'CITY' && ROSTER.includes(edge.kind));
  const money = edges.some((edge) => edge.kind === 'FUNDS');
  return [
    ...(group ? [{ text: t.elsewhere.overlap, to: writeAddress('/overlap', { with: id }) }] : []),
    { text: t.elsewhere.network, to: writeAddress('/network', { from: id, select: id }) },
    { text: t.elsewhere.paths, to: writeAddress('/paths', { from: id }) },
    { text: t.elsewhere.timeline, to: writeAddress('/timeline', { of: id }) },
    ...(money ? [{ text: t.elsewhere.money, to: writeAddress('/money', { of: id }) }] : []),
  ];
}
