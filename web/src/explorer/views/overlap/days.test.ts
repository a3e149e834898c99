import { expect, test } from 'vitest';
import { counted, dayNumber, dayOf, isCertain, type Place, rest, stops } from './days';
import { recorded } from './world';

const edge = (more: Partial<Place>): Place => ({
  id: 'member-of:x--a', kind: 'MEMBER_OF', direction: 'IN', since: null, until: null, seen: [], role: null, basis: 'STATED',
  node: { id: 'city:x', name: 'X', country: 'DE', placeType: 'MUNICIPALITY' }, ...more,
}); // prettier-ignore

test('a membership is certain between its beginning or first sighting and its end or last one', () => {
  const seen = edge({ seen: ['2020-01-01', '2022-01-01'] });
  expect(['2019-12-31', '2020-01-01', '2021-05-05', '2022-01-01', '2022-01-02'].map((day) => isCertain(seen, day))).toEqual([false, true, true, true, false]);
  expect(isCertain(edge({}), '2021-01-01')).toBe(false);
  expect(isCertain(edge({}), null)).toBe(true);
});

test('what was signed stays signed', () => {
  const signed = edge({ kind: 'SIGNED', since: '2021-06' });
  expect(['2021-06-29', '2021-06-30', '2030-01-01'].map((day) => isCertain(signed, day))).toEqual([false, true, true]);
});

test('only municipalities count, in roles that make a roster, as far as sources state it', () => {
  const of = (...edges: Place[]) => counted({ ...recorded[0]!, relations: { edges } }, 'STATED').length;
  expect(of(edge({}))).toBe(1);
  expect(of(edge({ basis: 'IMPLIED' }))).toBe(0);
  expect(of(edge({ role: 'SPONSOR' }), edge({ role: 'PARTNER' }))).toBe(1);
  expect(of(edge({ direction: 'OUT' }))).toBe(0);
  expect(of(edge({ node: { id: 'city:x', name: 'X', placeType: 'DISTRICT' } }))).toBe(0);
  expect(counted({ ...recorded[0]!, relations: { edges: [edge({ basis: 'IMPLIED' })] } }, 'ANY')).toHaveLength(1);
});

test('the slider stops at complete lists and where a membership becomes or ceases to be certain or possible', () => {
  const group = { ...recorded[0]!, rosters: [{ date: '2021-06-25', scope: 'all', status: 'COMPLETE' }, { date: '2020-01-01', scope: 'DE', status: 'COMPLETE' }] };
  const edges = [edge({ since: '2019-03', until: '2022-12-31', seen: ['2020-05-05'] }), edge({ kind: 'SIGNED', since: '2018-01-01' })];
  expect(stops([{ ...group, relations: { edges } }], 'STATED')).toEqual(['2018-01-01', '2019-03-01', '2019-03-31', '2021-06-25', '2023-01-01']);
});

test('a moved slider comes to rest at the nearest stop, with one step at the next', () => {
  const all = ['2019-01-01', '2020-01-01', '2024-01-01'];
  const day = dayNumber('2020-01-01');
  expect(dayOf(day)).toBe('2020-01-01');
  expect(rest(all, '2020-01-01', day + 1)).toBe('2024-01-01');
  expect(rest(all, '2020-01-01', day - 1)).toBe('2019-01-01');
  expect(rest(all, '2020-01-01', day + 100)).toBe('2020-01-01');
  expect(rest(all, '2024-01-01', dayNumber('2024-01-01') + 1)).toBe('2024-01-01');
  expect(rest(all, null, dayNumber('2019-04-01'))).toBe('2019-01-01');
  expect(rest([], null, 0)).toBeUndefined();
});
