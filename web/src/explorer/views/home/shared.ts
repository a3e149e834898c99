import { writeAddress } from '../../lib/address';
import { useAnswer } from '../../lib/use-answer';
import { home as t } from '../../text/home';
import { everWords } from '../overlap/words';
import { byMembers, type Card, type HomeData } from './answers';
import { SHARED } from './query';

interface Shared {
  overlap: { pairs: { edges: { node: Pair }[] } };
}

interface Pair {
  a: { id: string; name: string };
  b: { id: string; name: string };
  sizeA: number;
  sizeB: number;
  shared: number;
  actors: { node: { name: string } }[];
}

/** Among so many of the networks with the most members the pair is looked for. */
const AMONG = 8;
const NAMED = 3;

/** The two networks that share the most members, at any time, in the words of the overlap view; null until they are known. */
export function useSharedCard({ networks }: HomeData): Card | null {
  const largest = byMembers(networks.edges.map(({ node }) => node)).slice(0, AMONG);
  const groups = largest.map(({ id }) => id);
  const asked = useAnswer<Shared>(groups.length > 1 ? { query: SHARED, variables: { groups } } : null);
  const pair = asked.state === 'ready' ? asked.answer.data.overlap.pairs.edges[0]?.node : undefined;
  if (!pair || pair.shared === 0) return null;
  const names = pair.actors.slice(0, NAMED).map(({ node }) => node.name);
  return {
    kicker: t.shared.kicker,
    sentence: everWords(pair),
    detail: t.shared.detail(names, pair.shared - names.length),
    to: writeAddress('/overlap', { groups: `${pair.a.id},${pair.b.id}` }),
  };
}
