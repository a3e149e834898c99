import { expect, test } from 'vitest';
import { opening } from './start';

const pair = (a: string, b: string, shared: number) => ({ a: { id: a }, b: { id: b }, shared });

test('the page opens with the groups of the pairs that share most, six at most', () => {
  expect(opening([pair('a', 'b', 15), pair('c', 'a', 8), pair('d', 'c', 7), pair('e', 'f', 5), pair('g', 'a', 3)])).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});
test('a pair that would be too many is passed over for one that fits', () => {
  expect(opening([pair('a', 'b', 9), pair('c', 'd', 8), pair('e', 'a', 7), pair('f', 'g', 6), pair('h', 'a', 5)])).toEqual(['a', 'b', 'c', 'd', 'e', 'h']);
});
test('beside a group stand those that share most with it', () => {
  expect(opening([pair('a', 'b', 15), pair('c', 'a', 8), pair('b', 'd', 7), pair('c', 'd', 5), pair('d', 'e', 0)], 'd')).toEqual(['b', 'd', 'c']);
});
test('who shares nothing is not shown', () => expect(opening([pair('a', 'b', 0)])).toEqual([]));
