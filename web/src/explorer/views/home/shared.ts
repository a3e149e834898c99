import { writeAddress } from '../../lib/address';
import { useAnswer } from '../../lib/use-answer';
import { home as t } from '../../text/home';
import type { Card, HomeData } from './answers';
import { SHARED } from './query';

interface Shared {
  overlap: { pairs: { edges: { node: Pair }[] } };
}

interface Pair {
  a: { id: string; name: string };
  b: { id: string; name: string };
  shared: number;
  sentence: string;
  actors: { node: { name: string } }[];
}

/** Among so many of the networks with the most members the pair is looked for. */
const AMONG = 8;
const NAMED = 3;

/** The two networks that share the most members, in the API's own words; null until they are known. */
export function useSharedCard({ networks }: HomeData): Card | null {
  const largest = networks.edges.map(({ node }) => node).sort((a, b) => b.members.totalCount - a.members.totalCount).slice(0, AMONG); // prettier-ignore
  const groups = largest.map(({ id }) => id);
  const asked = useAnswer<Shared>(groups.length > 1 ? { query: SHARED, variables: { groups } } : null);
  const pair = asked.state === 'ready' ? asked.answer.data.overlap.pairs.edges[0]?.node : undefined;
  if (!pair || pair.shared === 0) return null;
  const names = pair.actors.slice(0, NAMED).map(({ node }) => node.name);
  return {
    kicker: t.shared.kicker,
    sentence: pair.sentence,
    detail: t.shared.detail(names, pair.shared - names.length),
    to: writeAddress('/overlap', { groups: `${pair.a.id},${pair.b.id}` }),
  };
}
