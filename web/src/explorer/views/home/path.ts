import { writeAddress } from '../../lib/address';
import { useAnswer } from '../../lib/use-answer';
import { home as t } from '../../text/home';
import { CHAIN } from '../paths/query';
import type { Card, HomeData } from './answers';

interface Chain {
  paths: { from: { name: string }; to: { name: string }; paths: { length: number; sentence: string }[] };
}

/** The shortest chain between the first and the last of the cities with most on record; undefined until it is known, null where there is none. */
export function usePathCard({ cities }: HomeData): Card | null | undefined {
  const [from, to] = [cities.edges[0]?.node.id, cities.edges.at(-1)?.node.id];
  const asked = useAnswer<Chain>(from && to && from !== to ? { query: CHAIN, variables: { from, to } } : null);
  if (asked.state === 'waiting' && from !== to) return undefined;
  if (asked.state !== 'ready') return null;
  const { paths } = asked.answer.data;
  const chain = paths.paths[0];
  if (!chain) return null;
  return { kicker: t.path.kicker(paths.from.name, paths.to.name), sentence: chain.sentence, detail: t.path.detail(chain.length), to: writeAddress('/paths', { from, to }) };
}
