import { expect, test } from 'vitest';
import { endsOf } from './ends';

const city = (id: string, ...tied: string[]) => ({ node: { id, relations: { edges: tied.map((each) => ({ node: { id: each } })) } } });
/** a has most on record. It is tied to b. */
const cities = { edges: [city('a', 'b', 'net'), city('b', 'a'), city('c'), city('d', 'net')] };

test('the two cities with the most on record that are not tied', () => expect(endsOf({ cities }, '', '')).toEqual({ from: 'a', to: 'c' }));
test('what was chosen stays', () => expect(endsOf({ cities }, 'x', 'a')).toEqual({ from: 'x', to: 'a' }));
test('the other end of one that was chosen is no neighbour of it, nor itself', () => {
  expect(endsOf({ cities }, 'a', '')).toEqual({ from: 'a', to: 'c' });
  expect(endsOf({ cities }, '', 'net')).toEqual({ from: 'b', to: 'net' });
});
test('where all are tied, nothing is chosen', () => expect(endsOf({ cities: { edges: cities.edges.slice(0, 2) } }, '', '')).toEqual({ from: '', to: '' }));
