import { expect, test } from 'vitest';
import { certaintyOf, isDay } from './day';
import { dayCaveats, notBeforeGroup } from './founding';

const groups = [{ name: 'Late', date: '[2016-10-17..2017-10-17]' }, { name: 'Old', date: '2004' }, { name: 'Undated', date: null }, { name: 'Later', date: '2021-06-25' }];

test('a day before a group was there, and a day that has not come, are said', () => {
  expect(dayCaveats('2012-06-01', groups, '2026-11-22')).toEqual([
    'By what sources say, not there yet on this day: Late (not before 17 October 2016) and Later (not before 25 June 2021). What nobody dates is counted as possible all the same.',
  ]);
  expect(dayCaveats('2099-01-01', groups, '2026-11-22')).toEqual(['1 January 2099 has not come yet: nothing recorded can be certain of it.']);
  expect(dayCaveats('2021-06-25', groups, '2026-11-22')).toEqual([]);
  expect(dayCaveats(null, groups, '2026-11-22')).toEqual([]);
});

test('many groups are counted after the first', () => {
  const many = Array.from({ length: 6 }, (_, i) => ({ name: `G${i}`, date: `202${i}` }));
  expect(dayCaveats('2012-06-01', many, '2026-11-22')[0]).toContain('G3 (not before 1 January 2023) and 2 more.');
});

test('what nobody dates begins with its group, unless it is certain before', () => {
  expect(notBeforeGroup(null, '2018-12-31', '2016')).toBe('2016-01-01');
  expect(notBeforeGroup('2015-01-01', '2018-12-31', '2016')).toBe('2015-01-01');
  expect(notBeforeGroup(null, '2015-12-31', '2016')).toBeNull();
  expect(notBeforeGroup(null, null, null)).toBeNull();
});

test.each([['2021-07-01', true], ['2021-13-45', false], ['2021-02-29', false], ['2021-7-1', false], ['', false], [null, false]])('%s is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});

test('certainty is read in either spelling', () => {
  expect(['certain', 'CERTAIN', 'possible', 'x'].map((certainty) => certaintyOf(new URLSearchParams({ certainty })))).toEqual(['CERTAIN', 'CERTAIN', 'POSSIBLE', 'POSSIBLE']);
  expect(certaintyOf(new URLSearchParams())).toBe('POSSIBLE');
});
