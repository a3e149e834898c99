import { expect, test } from 'vitest';
import { holding } from './holding';

const open = { notBefore: null, from: null, to: null, notAfter: null };

test.each([
  // what is recorded, and the four days that docs and API give it
  ['SIGNED', { since: '2019-06' }, { notBefore: '2019-06-01', from: '2019-06-30', to: '2019-06-30', notAfter: '2019-06-30' }],
  ['SIGNED', {}, open],
  ['MEMBER_OF', {}, open],
  ['MEMBER_OF', { since: '2021-06-25' }, { notBefore: '2021-06-25', from: '2021-06-25', to: '2021-06-25', notAfter: null }],
  ['MEMBER_OF', { since: '2022', seen: ['2023-09', '2024-08'] }, { notBefore: '2022-01-01', from: '2022-12-31', to: '2024-08-31', notAfter: null }],
  ['MEMBER_OF', { since: '2016', seen: ['2016'] }, { ...open, notBefore: '2016-01-01' }],
  ['MEMBER_OF', { seen: ['[2018-07..2018-12]'] }, open],
  ['MEMBER_OF', { seen: ['2019-07', '2022-12-30'] }, { ...open, from: '2019-07-31', to: '2022-12-30' }],
  ['FUNDS', { since: '2022-12-01', until: '2024-11-30' }, { notBefore: '2022-12-01', from: '2022-12-01', to: '2024-11-30', notAfter: '2024-11-30' }],
  ['FUNDS', { since: '2020', until: '2021' }, { notBefore: '2020-01-01', from: '2020-12-31', to: '2021-01-01', notAfter: '2021-12-31' }],
  ['TOOK_PART_IN', { since: '2023-10', until: '2023-10' }, { ...open, notBefore: '2023-10-01', notAfter: '2023-10-31' }],
])('%s %j', (kind, dates, days) => {
  expect(holding({ kind, ...dates })).toEqual(days);
});
