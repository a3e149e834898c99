import { nodePath } from '../../lib/address';
import { useAnswer } from '../../lib/use-answer';
import { home as t } from '../../text/home';
import type { Card, HomeData } from './answers';
import { BOTH } from './query';

interface Both {
  cities: { totalCount: number; edges: { node: { id: string; name: string } }[] };
}

/** The cities that the two networks with the most members have in common; null until they are known. */
export function useBothCard({ networks }: HomeData): Card | null {
  const [one, other] = [...networks.edges].map(({ node }) => node).sort((a, b) => b.members.totalCount - a.members.totalCount);
  const asked = useAnswer<Both>(one && other ? { query: BOTH, variables: { one: one.id, other: other.id } } : null);
  if (asked.state !== 'ready' || !one || !other) return null;
  const { totalCount, edges } = asked.answer.data.cities;
  if (totalCount === 0) return null;
  const names = edges.map(({ node }) => node.name);
  return {
    kicker: t.both.kicker,
    sentence: t.both.sentence(totalCount, one.name, other.name),
    detail: t.both.detail(names, totalCount - names.length),
    to: nodePath(one.id),
  };
}
