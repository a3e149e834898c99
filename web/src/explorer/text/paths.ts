import { count, list, number } from './common';

/** The texts of the chains between two records. */
export const paths = {
  title: 'How are two records linked?',
  titleOf: (from: string, to: string) => `How are ${from} and ${to} linked?`,
  file: 'path',
  from: 'From',
  to: 'To',
  fromLabel: 'Where the chains begin: search a city, network or other record',
  toLabel: 'Where the chains end: search a city, network or other record',
  hint: 'Another one',
  swap: 'Swap both ends',
  first: 'Nothing was chosen: these are the two cities with the most on record that no relationship ties to each other.',
  firstOther: 'One end was chosen: the other is the city with the most on record that no relationship ties to it.',
  choose: 'Choose two ends by name. The page then says by which chains of relationships they are linked.',
  same: 'Both ends are the same record. Choose another one to see how they are linked.',
  basis: 'Which evidence counts',
  basisOf: { stated: 'As sources state it', any: 'Implied links too' },
  date: 'Only links that held on',
  anyDay: 'Links of all times',
  certainty: 'How sure that must be',
  certaintyOf: { certain: 'Certainly', possible: 'Possibly' },
  avoiding: 'Not by way of',
  avoid: (name: string) => `Leave out ${name}`,
  avoidShort: (name: string) => `Not by way of ${name}`,
  unavoid: (name: string) => `Let chains pass ${name} again`,
  more: 'Look for more chains',

  sentence: {
    /** Which links may be passed: no sentence about a chain, or about none, is true without it. */
    among: (day: string, certainty: 'CERTAIN' | 'POSSIBLE' | null, basis: 'STATED' | 'ANY', avoided: string[]) =>
      [
        day ? `links that ${certainty === 'POSSIBLE' ? 'certainly or possibly' : 'certainly'} held on ${day}` : 'links of all times',
        basis === 'ANY' ? 'stated or implied' : 'as sources state them',
        avoided.length ? `not by way of ${list(avoided, 'or')}` : '',
      ].filter(Boolean).join(', '), // prettier-ignore
    shortest: (among: string, from: string, to: string, n: number, sentence: string) =>
      `Among ${among}, the shortest recorded chain from ${from} to ${to} has ${count(n, 'link', 'links')}: ${sentence}`,
    none: (among: string, from: string, to: string, depth: number) =>
      `Among ${among}, no chain of ${count(depth, 'link', 'links')} or fewer is recorded between ${from} and ${to}. That says nothing of what is not recorded.`,
    left: (reasons: string[]) => `Of the relationships that the search met it did not follow ${list(reasons)}.`,
    leftReasons: {
      notOnDate: (n: number) => `${number(n)} that did not hold on the day`,
      possible: (n: number) => `${number(n)} that only possibly held on it`,
      implied: (n: number) => `${number(n)} that ${n === 1 ? 'is' : 'are'} only implied`,
    },
    never: (n: number, all: number) => (n === all ? 'The links never held at the same time in any of the chains.' : `Of the ${number(all)} chains below, ${number(n)} ${n === 1 ? 'has' : 'have'} links that never held at the same time.`),
    truncated: (depth: number, visited: number) => `The search gave up after reading ${count(visited, 'relationship', 'relationships')}: there may be further chains of more than ${count(depth, 'link', 'links')}.`,
  },
  universe: (assumed: string, implied: number) => `${assumed}${implied ? `; ${count(implied, 'implied relationship', 'implied relationships')} left out` : ''}`,
  when: (day: string) => (day ? `on ${day}` : 'links of all times'),

  held: {
    CERTAIN: (when: string) => `All links certainly held at the same time${when ? `: ${when}` : ''}.`,
    POSSIBLE: (when: string) => `All links may have held at the same time${when ? `: ${when}` : ''}; no source makes it certain.`,
    never: 'These links never held at the same time.',
    oneCertain: (when: string) => `It certainly held${when ? `: ${when}` : ''}.`,
    onePossible: (when: string) => `It may have held${when ? `: ${when}` : ''}; no source makes a day certain.`,
  },
  days: { on: (day: string) => `on ${day}`, between: (days: string) => `from ${days}`, since: (day: string) => `since ${day}`, until: (day: string) => `until ${day}` },
  chain: (n: number, links: number) => `Chain ${number(n)}: ${count(links, 'link', 'links')}`,
  chainHeld: (chain: string, held: string) => `${chain}, ${held}`,
  heldShort: { CERTAIN: 'at the same time', POSSIBLE: 'possibly at the same time', never: 'never at the same time' },
  key: { certain: 'links held together, certainly', possible: 'possibly together', never: 'never at the same time' },
  picture: (n: number, from: string, to: string) => `${count(n, 'chain', 'chains')} from ${from} to ${to}, each a line of records with the links between them. The list below says the same, with sources.`,

  list: 'The chains, link by link',
  beside: (n: number) => `${count(n, 'other relationship ties', 'other relationships tie')} the same two:`,
  implied: 'implied, not stated',
  found: (shown: number, visited: number) => `${count(shown, 'chain', 'chains')}, shortest first; the search read ${count(visited, 'relationship', 'relationships')}. A chain is a way through records, not a tie between its ends: read each link for what it says.`,
  sources: 'Sources of these links',
};
