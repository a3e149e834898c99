import { expect, test } from 'vitest';
import { dateWords, doneWords, sinceWords, span, untilWords } from './dates';

test.each([
  // form, alone, done, since, until, earliest, latest
  ['2021', '2021', 'in 2021', 'since 2021', 'until 2021', '2021-01-01', '2021-12-31'],
  ['2021-06', 'June 2021', 'in June 2021', 'since June 2021', 'until June 2021', '2021-06-01', '2021-06-30'],
  ['2021-06-05', '5 June 2021', 'on 5 June 2021', 'since 5 June 2021', 'until 5 June 2021', '2021-06-05', '2021-06-05'],
  ['2021~', 'about 2021', 'about 2021', 'since about 2021', 'until about 2021', '2020-01-01', '2022-12-31'],
  ['2021-01~', 'about January 2021', 'about January 2021', 'since about January 2021', 'until about January 2021', '2020-12-01', '2021-02-28'],
  ['2020-02-29~', 'about 29 February 2020', 'about 29 February 2020', 'since about 29 February 2020', 'until about 29 February 2020', '2020-02-28', '2020-03-01'],
  ['[2021..2023-09]', 'some time between 2021 and September 2023', 'some time between 2021 and September 2023', 'since some time between 2021 and September 2023', 'until some time between 2021 and September 2023', '2021-01-01', '2023-09-30'],
  ['[..2024-08]', 'by August 2024', 'by August 2024', 'since August 2024 at the latest', 'until August 2024 at the latest', null, '2024-08-31'],
  ['[2021..]', '2021 or later', 'in 2021 or later', 'since 2021 or later', 'at least until 2021', '2021-01-01', null],
  ['[2021-06-25..]', '25 June 2021 or later', 'on 25 June 2021 or later', 'since 25 June 2021 or later', 'at least until 25 June 2021', '2021-06-25', null],
  ['2021-06-25/2021-06-26', '25 to 26 June 2021', 'from 25 to 26 June 2021', 'since 25 to 26 June 2021', 'until 25 to 26 June 2021', '2021-06-25', '2021-06-26'],
])('%s', (date, alone, done, since, until, earliest, latest) => {
  expect(dateWords(date)).toBe(alone);
  expect(doneWords(date)).toBe(done);
  expect(sinceWords(date)).toBe(since);
  expect(untilWords(date)).toBe(until);
  expect(span(date)).toEqual({ earliest, latest });
});

test.each([
  ['2021-06-30/2021-07-02', '30 June to 2 July 2021'],
  ['2021-12-30/2022-01-02', '30 December 2021 to 2 January 2022'],
  ['2021-06-25/2021-06-25', '25 June 2021'],
  ['2015/2016', '2015 to 2016'],
  ['2021-06/2021-08~', 'June 2021 to about August 2021'],
])('%s lasts in words', (date, words) => {
  expect(dateWords(date)).toBe(words);
});

test.each(['', '2021-13', '2021-02-30', '2021-6', '2021-06-29/..', '[..]', '[2021]', '21', 'yesterday', '2021-00'])(
  'what is no date (%s) stays as it is written and bounds nothing',
  (text) => {
    expect(dateWords(text)).toBe(text);
    expect(doneWords(text)).toBe(text);
    expect(span(text)).toEqual({ earliest: null, latest: null });
  },
);

test('a year below 100 is no year of the last century', () => {
  expect(span('0050~')).toEqual({ earliest: '0049-01-01', latest: '0051-12-31' });
});

test('without a date there are no bounds', () => {
  expect(span(null)).toEqual({ earliest: null, latest: null });
});
