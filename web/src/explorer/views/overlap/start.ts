import { useAnswer } from '../../lib/use-answer';
import { CLOSEST, LARGEST } from './query';

/** How many groups the page opens with at most. */
export const OPENING = 6;

interface ClosePair {
  a: { id: string };
  b: { id: string };
  shared: number;
}

/** The groups of the pairs that share most, pair by pair until they are six; `pairs` come with those that share most first. With a group only its own pairs count. */
export function opening(pairs: ClosePair[], beside: string | null = null): string[] {
  const chosen = new Set<string>();
  for (const { a, b, shared } of pairs) {
    if (beside && a.id !== beside && b.id !== beside) continue;
    const more = new Set([...chosen, a.id, b.id]);
    if (shared > 0 && more.size <= OPENING) for (const id of more) chosen.add(id);
  }
  return [...chosen];
}

type Networks = { networks: { edges: { node: { id: string } }[] } };
type Pairs = { overlap: { pairs: { edges: { node: ClosePair }[] } } };

/** Whom the page opens with where the address names no groups, or one to stand beside; null until it is known. `among` is how many networks were looked at. */
export function useOpening(wanted: boolean, beside: string | null) {
  const largest = useAnswer<Networks>(wanted ? { query: LARGEST } : null);
  const ids = largest.state === 'ready' ? largest.answer.data.networks.edges.map(({ node }) => node.id) : [];
  const looked = beside ? [...new Set([beside, ...ids])] : ids;
  const closest = useAnswer<Pairs>(looked.length > 1 && largest.state === 'ready' ? { query: CLOSEST, variables: { groups: looked } } : null);
  const failed = largest.state === 'failed' ? largest : closest.state === 'failed' ? closest : null;
  const slow = (largest.state === 'waiting' && largest.slow) || (closest.state === 'waiting' && closest.slow);
  const none = largest.state === 'ready' && looked.length < 2;
  const groups = none ? [] : closest.state === 'ready' ? opening(closest.answer.data.overlap.pairs.edges.map(({ node }) => node), beside) : null;
  return { groups, among: ids.length, failed, slow };
}
