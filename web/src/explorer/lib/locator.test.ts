import { expect, test } from 'vitest';
import { locatorWords } from '../text/common';
import { researchRow } from './locator';

test.each([
  ['memberships.tsv, Munich / ECCAR', { table: 'memberships.tsv', row: 'Munich / ECCAR' }],
  ['figures.tsv, Città del Dialogo / members / 30', { table: 'figures.tsv', row: 'Città del Dialogo / members / 30' }],
  ['sources.tsv', { table: 'sources.tsv', row: '' }],
  ['L31, "36 IASH Member Cities"', null],
  ['first paragraph of notes.tsv, row 3', null],
  ['', null],
])('%s', (locator, row) => {
  expect(researchRow(locator)).toEqual(row);
});

test('a row of the research is not told as a place in the source', () => {
  expect(locatorWords('memberships.tsv, Munich / ECCAR')).toBe('research table memberships.tsv, row Munich / ECCAR');
  expect(locatorWords('L31')).toBe('L31');
});
