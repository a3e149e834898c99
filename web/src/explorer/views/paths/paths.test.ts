import { expect, test } from 'vitest';
import { layoutChains } from './layout';
import type { Chain, Hop, PathsData } from './types';
import { daysWords, heldWords, pathsSentence } from './words';

const measure = (text: string) => text.length * 7;
const node = (name: string) => ({ id: `city:${name.toLowerCase()}`, kind: 'CITY', name });

function chain(names: string[], heldTogether: Chain['heldTogether'], days: Partial<Chain> = {}): Chain {
  const hops = names.slice(1).map((to, i): Hop => {
    const edge = { id: `${names[i]}-${to}`, kind: 'MEMBER_OF', since: null, until: null, seen: [], basis: 'STATED', sources: [] };
    return { from: node(names[i]!), to: node(to), kind: 'MEMBER_OF', direction: 'OUT', says: 'is a member of', sentence: `${names[i]} is a member of ${to}`, edge, beside: [] };
  });
  return { length: hops.length, sentence: `${hops.map(({ sentence }) => sentence).join('; ')}.`, heldTogether, certain: [], possible: [], hops, ...days };
}

function answer(chains: Chain[], truncated = false): PathsData {
  return { paths: { assumptions: { asOf: null, certainty: null, basis: 'STATED', sentence: '' }, excluded: { notOnDate: 0, possible: 0, implied: 0 }, warnings: [], from: node('Berlin'), to: node('Palermo'), depth: 3, visited: 98, truncated, paths: chains }, avoided: [] };
}

test('the sentence is the shortest chain, and tells what never held together and what was not searched', () => {
  const one = chain(['Berlin', 'Alliance', 'Palermo'], 'CERTAIN');
  const other = chain(['Berlin', 'Bund', 'Palermo'], null);
  expect(pathsSentence(answer([one]))).toBe('Among links of all times, as sources state them, the shortest recorded chain from Berlin to Palermo has 2 links: Berlin is a member of Alliance; Alliance is a member of Palermo.');
  expect(pathsSentence(answer([one, other]))).toContain('Of the 2 chains below, 1 has links that never held at the same time.');
  expect(pathsSentence(answer([other, other]))).toContain('The links never held at the same time in any of the chains.');
  expect(pathsSentence(answer([other]))).not.toContain('never'); // the API's own sentence says it
  expect(pathsSentence(answer([], true))).toBe(
    'Among links of all times, as sources state them, no chain of 3 links or fewer is recorded between Berlin and Palermo. That says nothing of what is not recorded. ' +
      'The search gave up after reading 98 relationships: there may be further chains of more than 3 links.',
  );
});

test('no chain is denied but for the day, the certainty, the evidence and the detours that were asked for', () => {
  const none = answer([]);
  none.paths.assumptions = { asOf: '2019-01-01', certainty: 'CERTAIN', basis: 'STATED', sentence: '' };
  none.paths.excluded = { notOnDate: 20, possible: 10, implied: 1 };
  none.avoided = [{ id: 'network:e', name: 'Eurocities' }, null, { id: 'city:m', name: 'Milan' }];
  expect(pathsSentence(none)).toBe(
    'Among links that certainly held on 1 January 2019, as sources state them, not by way of Eurocities or Milan, no chain of 3 links or fewer is recorded between Berlin and Palermo. ' +
      'That says nothing of what is not recorded. Of the relationships that the search met it did not follow 20 that did not hold on the day, 10 that only possibly held on it and 1 that is only implied.',
  );
  const one = answer([chain(['Berlin', 'Palermo'], 'POSSIBLE')]);
  one.paths.assumptions = { asOf: '2019-01-01', certainty: 'POSSIBLE', basis: 'ANY', sentence: '' };
  expect(pathsSentence(one)).toMatch(/^Among links that certainly or possibly held on 1 January 2019, stated or implied, the shortest recorded chain from Berlin to Palermo has 1 link: /);
});

test('when all links held', () => {
  const of = (held: Chain['heldTogether'], days: Partial<Chain>, names = ['A', 'B', 'C']) => heldWords(chain(names, held, days));
  expect(of('CERTAIN', { certain: [{ from: '2024-08-31', until: '2024-08-31', days: 1 }] })).toBe('All links certainly held at the same time: on 31 August 2024.');
  expect(of('POSSIBLE', { possible: [{ from: '2018-03-01', until: null, days: null }] })).toBe('All links may have held at the same time: since 1 March 2018; no source makes it certain.');
  expect(of('POSSIBLE', { possible: [{ from: null, until: null, days: null }] })).toBe('All links may have held at the same time; no source makes it certain.');
  expect(of(null, {})).toBe('These links never held at the same time.');
  expect(of('CERTAIN', { certain: [{ from: null, until: '2020-01-01', days: null }] }, ['A', 'B'])).toBe('It certainly held: until 1 January 2020.');
  expect(daysWords({ from: '2020-01-01', until: '2020-01-05', days: 5 })).toBe('from 1 to 5 January 2020');
});

test('chains stand below each other, side by side where there is room, and inside the picture', () => {
  const chains = [chain(['Berlin', 'International Alliance of Safe Harbours and of many more words than fit', 'Palermo'], 'POSSIBLE'), chain(['Berlin', 'A', 'B', 'C', 'D', 'Palermo'], null), chain(['Berlin', 'Palermo'], 'POSSIBLE')];
  for (const width of [358, 1132]) {
    const { chains: drawn, height } = layoutChains(chains, width, measure);
    let below = 0;
    for (const each of drawn) {
      expect(each.headY).toBeGreaterThan(below);
      below = Math.max(...each.nodes.map(({ labelY, lines }) => labelY + (lines.length - 1) * 18));
      for (const { labelX, anchor, lines } of [...each.nodes, ...each.links]) {
        const wide = Math.max(...lines.map(measure));
        const left = anchor === 'middle' ? labelX - wide / 2 : labelX;
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + wide).toBeLessThanOrEqual(width);
      }
      for (const { x1, x2, y1, y2 } of each.links) expect(x1 < x2 || y1 < y2).toBe(true);
    }
    expect(below).toBeLessThan(height);
    expect(drawn.map(({ head }) => head)).toEqual(['Chain 1: 2 links, possibly at the same time', 'Chain 2: 5 links, never at the same time', 'Chain 3: 1 link']);
  }
  const nodes = (width: number) => layoutChains(chains, width, measure).chains[0]!.nodes;
  expect(new Set(nodes(1132).map(({ y }) => y)).size).toBe(1);
  expect(new Set(nodes(358).map(({ x }) => x)).size).toBe(1);
});
