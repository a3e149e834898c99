import { expect, test } from 'vitest';
import { type Dated, whyPossible } from './why-possible';

test.each<[Partial<Dated>, string, string]>([
  [{ seen: ['2020-01-01'] }, '2019-01-01', 'had begun by 1 January 2020; whether earlier, no source says'],
  [{ since: '2019-03', seen: ['2020-01-01'] }, '2019-03-15', 'began on some day from 1 March 2019 to 31 March 2019'],
  [{ seen: ['2020-01-01'] }, '2021-01-01', 'last recorded on 1 January 2020; no source says whether it still held'],
  [{ since: '2018-01-01', until: '2021' }, '2021-05-05', 'ended on some day from 1 January 2021 to 31 December 2021'],
  [{ since: '2020' }, '2021-07-01', 'recorded only before this day; whether it still held, no source says'],
  [{ seen: ['2020'] }, '2021-07-01', 'recorded only before this day; whether it still held, no source says'],
  [{ seen: ['2020'] }, '2019-07-01', 'recorded only after this day; whether it held already, no source says'],
  [{ since: '2020' }, '2020-07-01', 'its dates are not known to the day'],
  [{}, '2021-01-01', 'no source says when'],
  [{ kind: 'SIGNED', since: '2021-06' }, '2021-06-05', 'done on some day from 1 June 2021 to 30 June 2021'],
  [{ kind: 'SIGNED', since: '[..2021-06]' }, '2020-01-01', 'done by 30 June 2021'],
])('%j is only possible on %s: %s', (dates, day, words) => expect(whyPossible({ kind: 'MEMBER_OF', ...dates }, day)).toBe(words));
