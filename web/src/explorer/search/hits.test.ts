import { expect, test } from 'vitest';
import { grouped, type Hit, moved, ranked } from './hits';

const hit = (id: string, kind: string): Hit => ({ score: 1, matchedName: '', node: { id, kind, name: id } });

test('the kind of the best hit stands first, and the order within a kind stays', () => {
  const groups = grouped([hit('n1', 'NETWORK'), hit('c1', 'CITY'), hit('n2', 'NETWORK'), hit('c2', 'CITY')]);
  expect(groups.map(({ kind, hits }) => [kind, hits.map(({ node }) => node.id)])).toEqual([
    ['NETWORK', ['n1', 'n2']],
    ['CITY', ['c1', 'c2']],
  ]);
});

test('of equally good names the one nearest in length stands first', () => {
  const named = (id: string, score: number, matchedName: string) => ({ ...hit(id, 'CITY'), score, matchedName });
  const hits = [named('grafing', 0.5, 'Grafing bei München'), named('munich', 0.5, 'München'), named('best', 0.7, 'Some longer name altogether')];
  expect(ranked(hits, 'munhcen').map(({ node }) => node.id)).toEqual(['best', 'munich', 'grafing']);
});

test.each([
  ['ArrowDown', -1, 3, 0],
  ['ArrowDown', 2, 3, 0],
  ['ArrowUp', -1, 3, 2],
  ['ArrowUp', 0, 3, 2],
  ['ArrowUp', 2, 3, 1],
  ['End', 0, 3, 2],
  ['Home', 2, 3, 0],
  ['ArrowDown', -1, 0, -1],
])('%s from %i of %i', (key, at, n, to) => {
  expect(moved(key, at, n)).toBe(to);
});
