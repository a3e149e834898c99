import { expect, test } from 'vitest';
import { modelOf } from './model';
import type { Chosen } from './state';
import { takeOf } from './take';
import { answer, DAY, recorded } from './world';

const chosen: Chosen = { groups: ['network:a', 'network:b', 'network:c'], date: DAY, certainty: 'POSSIBLE', basis: 'STATED', universe: { of: 'recorded' }, measure: 'shared', selected: null };
const take = (date: string | null) => takeOf({ model: modelOf(answer('ABC', undefined, date), recorded, chosen.universe), question: { query: '' } }, { ...chosen, date }, '');
const rowsOf = (date: string | null) => {
  const { columns, rows } = take(date).table;
  return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])));
};

test('a file names its day, in its name and in every row, with how it was counted', () => {
  expect(take(DAY).file).toBe('overlap-2021-06-25');
  for (const row of rowsOf(DAY)) expect(row).toMatchObject({ asOf: DAY, certainty: 'possible', basis: 'stated', universe: 'the 20 recorded municipalities' });
  expect(take(null).file).toBe('overlap');
  for (const row of rowsOf(null)) expect(row).toMatchObject({ asOf: null, certainty: null, basis: 'stated' });
});

test('sizes come with how many are certain, and numbers of chance only where lists are complete', () => {
  const [ab, ac] = ['network:b', 'network:c'].map((b) => rowsOf(DAY).find((row) => row.a === 'network:a' && row.b === b));
  expect(ab).toMatchObject({ sizeA: 4, sizeAAtLeast: 4, sizeB: 3, sizeBAtLeast: 2, amongRecorded: 'true', expected: null, lift: null, pValue: null, pAdjusted: null });
  expect(ac).toMatchObject({ sizeBAtLeast: 3, amongRecorded: 'false', lift: 5, pAdjusted: 0.001 });
});
