import { describe, expect, test } from 'vitest';
import { isCertainIn, listed, modelOf, orderOf, pairOf, standing } from './model';
import type { Universe } from './state';
import { answer, DAY, recorded } from './world';

const everywhere: Universe = { of: 'recorded' };
const model = modelOf(answer('ABC'), recorded, everywhere);
const ids = (all: { id: string }[]) => all.map(({ id }) => id).join(' ');

test('like groups stand beside each other, whatever the order of the question', () => {
  // Alpha shares 3 of 4 with Gamma and 2 of 5 with Beta.
  expect(ids(model.groups)).toBe('network:b network:a network:c');
  expect(orderOf(['network:a', 'network:b', 'network:c'], recorded)).toEqual(['network:b', 'network:a', 'network:c']);
});

test('everybody is in exactly one combination, largest first', () => {
  expect(model.combinations.map(({ groups, members }) => `${groups.map(({ name }) => name[0]).join('')}: ${ids(members)}`)).toEqual([
    'AG: city:v city:w', 'BAG: city:x', 'BA: city:y', 'B: city:z',
  ]); // prettier-ignore
});

test('a combination counts as certain only who is certain in each of its groups', () => {
  expect(model.combinations.map(({ certain }) => certain)).toEqual([2, 1, 0, 1]);
  const [y] = model.combinations[2]!.members;
  expect(isCertainIn(y!, 'network:a', DAY)).toBe(true);
  expect(isCertainIn(y!, 'network:b', DAY)).toBe(false);
  expect(isCertainIn(y!, 'network:b', null)).toBe(true);
});

test('who is in one group alone has evidence too', () => {
  const z = model.combinations[3]!.members[0]!;
  expect(z.evidence.get('network:b')?.map(({ id }) => id)).toEqual(['member-of:z--b']);
});

test('a universe of one country holds for the combinations too', () => {
  const german = modelOf(answer('ABC'), recorded, { of: 'country', country: 'DE' });
  expect(german.combinations.flatMap(({ members }) => members.map(({ id }) => id))).not.toContain('city:z');
  expect(german.combinations).toHaveLength(3);
});

test('a pair is found in either order', () => {
  expect(pairOf(model, 'network:a', 'network:c')).toBe(pairOf(model, 'network:c', 'network:a'));
  expect(pairOf(model, 'network:a', 'network:c')?.shared).toBe(3);
});

describe('the table lists', () => {
  test('everybody in two groups or more, those of most groups first', () => {
    expect(ids(listed(model, null))).toBe('city:x city:v city:w city:y');
  });
  test('whom a pair shares, in further groups too', () => {
    expect(ids(listed(model, { by: 'pair', groups: ['network:a', 'network:b'] }))).toBe('city:x city:y');
  });
  test('who is in exactly the groups of a combination', () => {
    expect(ids(listed(model, { by: 'only', groups: ['network:a', 'network:b'] }))).toBe('city:y');
    expect(ids(listed(model, { by: 'only', groups: ['network:b'] }))).toBe('city:z');
  });
});

test('only complete lists and an adjusted p up to 0.05 make a pair loud', () => {
  const some = { shared: 3, sameSources: 2 };
  expect(standing({ ...some, amongRecorded: true, pAdjusted: 1e-9 })).toBe('partial');
  expect(standing({ ...some, amongRecorded: false, pAdjusted: 0.05 })).toBe('sure');
  expect(standing({ ...some, amongRecorded: false, pAdjusted: 0.051 })).toBe('chance');
  expect(standing({ amongRecorded: false, pAdjusted: 1e-9, shared: 3, sameSources: 3 })).toBe('partial'); // one account of one occasion
  expect(standing({ amongRecorded: false, pAdjusted: 1, shared: 0, sameSources: 0 })).toBe('chance');
});
