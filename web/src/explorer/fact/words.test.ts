import { expect, test } from 'vitest';
import { claimWords, partWords } from './words';

const node = {
  names: [{ text: 'München', lang: 'de', kind: 'OFFICIAL', sources: [] }],
  figures: [{ measure: 'MEMBERS', qualifier: 'ABOUT', value: 16, date: '2021', sources: [] }],
  rosters: [{ date: null, scope: 'all', status: 'PARTIAL', count: 3, sources: [] }],
  claims: [{ field: 'foundingDate', value: '2010~', basis: 'STATED', sources: [] }],
};

test.each([
  ['names', '0', '“München” (German, official)'],
  ['figures', '0', 'about 16 members, 2021'],
  ['rosters', '0', 'partial list, 3'],
  ['claims', '0', 'date of founding: about 2010'],
])('%s %s', (part, index, words) => {
  expect(partWords(node, part, index)).toBe(words);
});

test.each([['name', '0'], ['names', '1'], ['names', '-1'], ['names', 'x'], ['names', undefined], ['toString', '0'], ['claims', '0.5']])('%s %s is no part of it', (part, index) => {
  expect(partWords(node, part, index)).toBe('');
});

test('a claim’s dates are words, and nothing else is touched', () => {
  expect(claimWords('2015; 2019-10')).toBe('2015; October 2019');
  expect(claimWords('Seebrücke')).toBe('Seebrücke');
});
