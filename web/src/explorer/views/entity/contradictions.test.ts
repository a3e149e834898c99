import { expect, test } from 'vitest';
import { contradictionsOf, disputeHeading, evidenceOf, sideWords } from './contradictions';
import type { Contradiction, Entity, Side } from './types';

const side = (value: string, more: Partial<Side> = {}): Side => ({ value, qualifier: null, date: null, roster: false, sources: [], recorded: { totalCount: 0 }, ...more });
const about = (sort: Contradiction['sort'], field: string, more: Partial<Contradiction> = {}): Contradiction => ({ sort, certainty: 'CERTAIN', oneDocument: false, field, node: { id: 'network:n' }, edge: null, sides: [], ...more });

test('what is about the node stands in the box, what is about a relationship at that', () => {
  const own = about('FIELD', 'foundingDate');
  const other = about('FIELD', 'since', { node: null, edge: { id: 'member-of:a--n' } });
  const data = { node: null, contradictions: { list: { edges: [{ node: own }, { node: other }] } } };
  expect(contradictionsOf(data)).toEqual({ own: [own], disputed: new Set(['member-of:a--n']) });
  expect(contradictionsOf({ node: null, contradictions: null })).toEqual({ own: [], disputed: new Set() });
});

test.each([
  ['FIELD', side('2016-10-17'), '17 October 2016'],
  ['FIELD', side('[2011..2012]'), 'some time between 2011 and 2012'],
  ['FIELD', side('Seebrücke'), 'Seebrücke'],
  ['FIELD', side('civil_society'), 'civil society'],
  ['FIGURE', side('1200', { qualifier: 'OVER', date: '2021' }), 'more than 1,200 (2021)'],
  ['FIGURE', side('16', { qualifier: 'EXACT' }), '16 (undated)'],
  ['FIGURE', side('16', { qualifier: 'EXACT', roster: true, date: '2014' }), 'a list of 16 names (2014)'],
  ['ABSENCE', side('none', { recorded: { totalCount: 2 } }), 'none; 2 are on record'],
] as const)('%s %j', (sort, value, words) => {
  expect(sideWords({ sort }, value)).toBe(words);
});

test('headings are words', () => {
  expect(disputeHeading(about('FIELD', 'foundingDate'))).toBe('Date of founding');
  expect(disputeHeading(about('FIGURE', 'members'))).toBe('Members');
  expect(disputeHeading(about('ABSENCE', 'funders'))).toBe('Funders');
});

test('each side opens the evidence of its own claim, figure or list', () => {
  const node = {
    id: 'network:n',
    claims: [{ field: 'note', value: '2016' }, { field: 'foundingDate', value: '2016' }],
    figures: [{ measure: 'MEMBERS', qualifier: 'ABOUT', value: 16, date: null }, { measure: 'MEMBERS', qualifier: 'EXACT', value: 16, date: null }],
    rosters: [{ date: '2014', count: 16 }],
  } as unknown as Entity;
  const figure = about('FIGURE', 'members');
  expect(evidenceOf(node, about('FIELD', 'foundingDate'), side('2016'))).toBe('network:n/claims/1');
  expect(evidenceOf(node, about('FIELD', 'foundingDate'), side('2017'))).toBe('network:n');
  expect(evidenceOf(node, figure, side('16', { qualifier: 'EXACT' }))).toBe('network:n/figures/1');
  expect(evidenceOf(node, figure, side('16', { qualifier: 'EXACT', roster: true, date: '2014' }))).toBe('network:n/rosters/0');
});
