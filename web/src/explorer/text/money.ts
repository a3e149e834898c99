import { count, number } from './common';

const are = (n: number, one: string, many: string) => (n === 1 ? one : many);

/** The texts of the money. */
export const money = {
  title: 'Who funds what?',
  titleOf: (name: string) => `Who funds ${name}, and whom does it fund?`,
  file: 'money',
  choose: 'Search a city, network, organization, funder or initiative',
  hint: 'The money of one record',
  all: 'All recorded money',
  basis: 'Which evidence counts',
  basisOf: { stated: 'As sources state it', any: 'Implied funding too' },
  of: 'Shown',

  sentence: {
    all: (n: number, payers: number, payees: number, known: number) =>
      n === 0
        ? 'No funding is recorded.'
        : `${count(n, 'funding is', 'fundings are')} recorded, from ${count(payers, 'payer', 'payers')} to ${count(payees, 'payee', 'payees')}; for ${number(known)} a source says how much, for ${number(n - known)} none does, so there is no total.`,
    received: (name: string) => (n: number) => `Of ${count(n, 'recorded funding', 'recorded fundings')} that ${name} received at first hand`,
    given: (name: string) => (n: number) => `Of ${count(n, 'recorded funding', 'recorded fundings')} that ${name} gave`,
    sum: (what: string, summed: number, totals: string, notSummable: number, unknown: number) =>
      [
        summed ? `${what}, ${number(summed)} can be summed: ${totals}` : `${what}, none can be summed`,
        notSummable ? `for ${number(notSummable)} an amount is known that does not add up with others` : '',
        unknown ? `for ${number(unknown)} no source says how much` : '',
      ].filter(Boolean).join('; ') + '.', // prettier-ignore
    none: (name: string) => `No payer of ${name} is recorded, and nobody whom it pays: that does not say that there are none.`,
  },
  unfunded: (name: string, who: string, n: number, contradicted: boolean) => `${name} is expressly unfunded, ${n === 1 ? 'says' : 'say'} ${who}${contradicted ? ', and yet a funder is recorded' : ''}.`,
  unfundedTitle: 'Said to have no funder',
  date: 'everything recorded, ended funding too',
  universe: (n: number, assumed: string) => `${count(n, 'recorded funding', 'recorded fundings')}; ${assumed}`,
  assumedAll: (stated: boolean) => `FUNDS relationships; ever recorded, ${stated ? 'as sources state it' : 'stated or implied'}`,

  payers: 'who pays',
  payees: 'who is paid',
  key: {
    exact: 'exact amount, in all or a year',
    vague: 'amount known, but a bound, or not said whether yearly',
    unknown: 'no source says how much: the width means nothing',
  },
  scale: (currency: string) => `Bands with an amount are drawn to scale in ${currency}; an amount in another currency is hatched and named.`,
  picture: (n: number) => `${count(n, 'funding', 'fundings')} as bands from payers at the left to payees at the right. The table below says the same.`,
  note: 'Sums are made only of exact totals, and of exact yearly amounts for years that were certainly paid throughout. What is passed on is never added to what was received.',
  truncated: 'Money may go on further than it was followed.',
  left: (n: number) => `${count(n, 'more funding is', 'more fundings are')} recorded and not shown.`,
  implied: (n: number) => `${count(n, 'funding', 'fundings')} that no source states, only implies, ${are(n, 'is', 'are')} left out.`,

  table: 'fundings',
  columns: { payer: 'Payer', payee: 'Payee', amount: 'How much', when: 'When', sum: 'In the sum', source: 'Source' },
  unknown: 'no source says',
  perUnsaid: (amount: string) => `${amount}, not said whether in all or a year`,
  counts: (amount: string, years: number[]) => (years.length ? `${amount} (${years.join(', ')})` : amount),
  not: (why: string) => `no: ${why}`,
  about: (payer: string, payee: string) => `${payer} funds ${payee}`,
  sources: 'Sources of this money',
};
