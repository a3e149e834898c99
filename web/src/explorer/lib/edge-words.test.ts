import { expect, test } from 'vitest';
import { amountWords, attributeWords, timeWords } from './edge-words';

test.each([
  ['SIGNED', { since: '2019-06' }, 'in June 2019'],
  ['SIGNED', { since: '[..2024-08]' }, 'by August 2024'],
  ['SIGNED', {}, 'no source says when'],
  ['MEMBER_OF', { since: '2021-06-25' }, 'since 25 June 2021'],
  ['MEMBER_OF', { since: '[..2024-08]' }, 'since August 2024 at the latest'],
  ['MEMBER_OF', { since: '2022', seen: ['2024-08', '2023-09'] }, 'since 2022; last recorded in August 2024'],
  ['MEMBER_OF', { since: '2016', seen: ['2016'] }, 'since 2016'],
  ['MEMBER_OF', { until: '2019' }, 'until 2019'],
  ['MEMBER_OF', { since: '[2015..2016]', until: '2019' }, 'since some time between 2015 and 2016, until 2019'],
  ['HOSTS', { since: '2017-06-26', until: '2017-06-27' }, 'from 26 to 27 June 2017'],
  ['TOOK_PART_IN', { since: '2023-10', until: '2023-10' }, 'in October 2023'],
  ['MEMBER_OF', { seen: ['2024-08-31'] }, 'recorded on 31 August 2024'],
  ['MEMBER_OF', { seen: ['2022-12-30', '2019-07'] }, 'recorded in July 2019 and on 30 December 2022'],
  ['MEMBER_OF', { seen: ['2015', '2013-05-24', '2019-10'] }, 'recorded 3 times, first on 24 May 2013, last in October 2019'],
  ['MEMBER_OF', {}, 'no source says when'],
])('%s %j', (kind, dates, words) => {
  expect(timeWords({ kind, ...dates })).toBe(words);
});

test.each([
  [{ amount: 50000, currency: 'EUR', amountQualifier: 'UP_TO', amountPer: 'YEAR' }, 'up to EUR 50,000 a year'],
  [{ amount: 10000, currency: 'EUR', amountQualifier: 'EXACT', amountPer: 'TOTAL' }, 'EUR 10,000'],
  [{ amount: 1.5, currency: null }, '1.5'],
  [{ amount: null, currency: 'EUR' }, ''],
])('%j', (money, words) => {
  expect(amountWords(money)).toBe(words);
});

test('attributes are told in words, the usual role is not', () => {
  expect(attributeWords({ kind: 'TOOK_PART_IN', role: 'PARTICIPANT' })).toEqual([]);
  expect(attributeWords({ kind: 'SIGNED', office: 'mayor', person: 'Leoluca Orlando', onBehalfOf: { name: 'ANVITA' } })).toEqual([
    'by its mayor Leoluca Orlando',
    'on behalf of ANVITA',
  ]);
  expect(attributeWords({ kind: 'TOOK_PART_IN', role: 'MOTION_OF_SUPPORT' })).toEqual(['by a motion of support']);
});
