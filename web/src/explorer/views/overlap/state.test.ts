import { expect, test } from 'vitest';
import { writeAddress } from '../../lib/address';
import { type Chosen, paramsOf, readChosen, withGroups } from './state';

const read = (search: string) => readChosen(new URLSearchParams(search));
const searchOf = (chosen: Chosen) => writeAddress('', paramsOf(chosen)).slice(1);

const START: Chosen = {
  groups: ['network:x', 'network:y', 'declaration:z'],
  date: null,
  certainty: 'POSSIBLE',
  basis: 'STATED',
  universe: { of: 'recorded' },
  measure: 'shared',
  selected: null,
};

test('the bare address opens with what the dataset has, and its address names the groups', () => {
  expect(readChosen(new URLSearchParams(''), START.groups)).toEqual(START);
  expect(readChosen(new URLSearchParams('date=2024-08-31'), START.groups)).toEqual({ ...START, date: '2024-08-31' });
  expect(searchOf(START)).toBe('groups=network:x,network:y,declaration:z');
});

test('an address that names groups does not get others', () => {
  expect(readChosen(new URLSearchParams('groups=network:a'), START.groups).groups).toEqual(['network:a']);
  expect(readChosen(new URLSearchParams('groups=none'), START.groups).groups).toEqual([]);
});

const three = ['network:a', 'network:b', 'event:c'];
const all: Chosen[] = [
  { ...START, date: '2024-08-31' },
  { ...START, date: null },
  { ...START, groups: three, certainty: 'CERTAIN', basis: 'ANY', measure: 'lift' },
  { ...START, groups: three, date: null, universe: { of: 'union' } },
  { ...START, groups: three, universe: { of: 'country', country: 'DE' }, selected: { by: 'pair', groups: ['network:a', 'event:c'] } },
  { ...START, groups: three.slice(0, 2), universe: { of: 'size', size: 700 }, selected: { by: 'only', groups: ['network:a'] } },
  { ...START, groups: [] },
  { ...START, selected: { by: 'only', groups: START.groups.slice(0, 2) } },
];
test.each(all)('what is chosen comes back from its address: %#', (chosen) => expect(read(searchOf(chosen))).toEqual(chosen));

test('what makes no sense is read as the usual', () => {
  expect(read('groups=network:a,network:b&universe=union').universe).toEqual({ of: 'recorded' }); // of two groups nobody is outside
  expect(read('groups=network:a,network:b&date=2021-02-30').date).toBeNull();
  expect(read('groups=network:a,network:b&pair=network:a,network:zz').selected).toBeNull();
  expect(read('groups=network:a,network:a').groups).toEqual(['network:a']);
  expect(read('measure=beauty').measure).toBe('shared');
  expect(read('universe=0').universe).toEqual({ of: 'recorded' });
});

test('other groups drop what was picked of the old ones', () => {
  const picked: Chosen = { ...START, universe: { of: 'union' }, selected: { by: 'pair', groups: START.groups.slice(0, 2) } };
  expect(withGroups(picked, ['network:a', 'network:b'])).toMatchObject({ universe: { of: 'recorded' }, selected: null });
});
