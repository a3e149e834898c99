import { dateWords } from '../../lib/dates';
import { paths as t } from '../../text/paths';
import type { Chain, Days, PathsData } from './types';

/** The page's first line: the shortest chain, how many there are, and what the search did not see. */
export function pathsSentence({ paths, avoided }: PathsData): string {
  const { from, to, paths: chains, depth, visited, truncated, excluded } = paths;
  const { asOf, certainty, basis } = paths.assumptions;
  const among = t.sentence.among(asOf ? dateWords(asOf) : '', certainty, basis, avoided.flatMap((each) => each?.name ?? [])); // prettier-ignore
  const shortest = chains[0];
  // Of the first chain the API's sentence says it.
  const never = chains.filter(({ heldTogether }) => heldTogether === null).length;
  return [
    shortest ? t.sentence.shortest(among, from.name, to.name, shortest.length, shortest.sentence) : t.sentence.none(among, from.name, to.name, depth),
    shortest ? '' : leftWords(excluded),
    never && chains.length > 1 ? t.sentence.never(never, chains.length) : '',
    truncated ? t.sentence.truncated(depth, visited) : '',
  ].filter(Boolean).join(' '); // prettier-ignore
}

const REASONS = ['notOnDate', 'possible', 'implied'] as const;

/** What the search met and did not follow: that there is no chain may be due to it. */
function leftWords(excluded: PathsData['paths']['excluded']): string {
  const reasons = REASONS.filter((each) => excluded[each] > 0).map((each) => t.sentence.leftReasons[each](excluded[each]));
  return reasons.length ? t.sentence.left(reasons) : '';
}

/** Whether all links of a chain held at one time, and when. */
export function heldWords({ length, heldTogether, certain, possible }: Chain): string {
  if (heldTogether === null) return t.held.never;
  const days = heldTogether === 'CERTAIN' ? certain : possible;
  const when = days.map(daysWords).filter(Boolean).join('; ');
  if (length === 1) return heldTogether === 'CERTAIN' ? t.held.oneCertain(when) : t.held.onePossible(when);
  return t.held[heldTogether](when);
}

/** "from 2 March to 5 May 2020", "since 1 March 2018"; empty where both ends are open. */
export function daysWords({ from, until }: Days): string {
  if (from && from === until) return t.days.on(dateWords(from));
  if (from && until) return t.days.between(dateWords(`${from}/${until}`));
  if (from) return t.days.since(dateWords(from));
  return until ? t.days.until(dateWords(until)) : '';
}
