import { capital, count, country, list, number } from './common';

const either = (words: string[]) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`);

/** The texts of the page of one node. */
export const entity = {
  names: 'Names',
  allNames: (n: number) => `All ${number(n)} recorded names`,
  facts: 'Facts',
  figures: 'Numbers that sources report',
  rosters: 'How complete its list is',
  relations: 'Relationships',
  remarks: 'Remarks',
  picture: 'Around it',
  map: 'Where',
  time: 'In time',
  sources: 'Sources of this page',
  disagree: 'Where sources disagree',
  disagreeText: 'Each value with the source that gives it. Nothing is decided here.',
  maybeOtherDays: 'These numbers may be of different days.',
  field: capital,
  disputedValue: (values: string[]) => `sources disagree: ${either(values)}`,
  oneDocument: 'One document says both.',
  absence: (value: string, recorded: number) => `${value}; ${number(recorded)} are on record`,
  listLength: (n: string) => `a list of ${n} names`,
  differ: 'sources differ',
  none: 'No relationship is recorded. That says something of the dataset, not of the world.',
  sourceNone: 'A source has no relationships of its own: it is named at each fact that was read from it.',
  redirected: (from: string, date: string, reason: string) => `The record ${from} was withdrawn on ${date} and led here: ${reason}`,
  missing: (id: string) => `No record is called ${id}`,
  missingText: 'The address may be mistyped. The search above finds everything by name.',
  similar: 'Records with such a name',
  listHint: 'Where no end is recorded, it is not known whether it still holds after the last day on which a source shows it.',
  sheetHint: (n: number) => count(n, 'source', 'sources'),
  more: (n: number) => `Show ${number(n)} more`,
  cut: (shown: number, all: number) => `This page shows the first ${number(shown)} of ${number(all)} relationships.`,
  date: 'everything recorded, ended relationships too',
  universe: (n: number) => `all ${number(n)} recorded relationships`,

  lead: {
    city: (name: string, place: string, where: string, people: number | null | undefined) =>
      `${name} is a ${place}${where && ` in ${where}`}${people ? ` with ${number(people)} inhabitants (undated, GeoNames)` : ''}.`,
    kind: (name: string, kind: string, rest: string) => `${name} is ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}${rest && `, ${rest}`}.`,
    founded: (when: string) => `founded ${when}`,
    disputed: (what: string, values: string[], oneDocument: boolean) => `${what} at a time on which ${oneDocument ? 'one document disagrees with itself' : 'sources disagree'}: ${either(values)}`,
    deeds: { foundingDate: 'founded', adopted: 'adopted', published: 'published', date: 'held', started: 'begun', ended: 'ended' } as Record<string, string>,
    noFounding: 'no source says when it was founded',
    adopted: (when: string) => `adopted ${when}`,
    published: (when: string) => `published ${when}`,
    held: (when: string) => `held ${when}`,
    begun: (when: string) => `begun ${when}`,
    ended: (when: string) => `ended ${when}`,
    by: (publisher: string) => `published by ${publisher}`,
    counts: (words: string[]) => `On record: ${list(words)}.`,
    span: (from: string, to: string) => (from === to ? `All that is dated falls into ${from}.` : `What is dated lies between ${from} and ${to}.`),
    roster: {
      COMPLETE: (n: number | null, what: string, when: string) => `Its list of ${n === null ? what : `${number(n)} ${what}`}, ${when}, is recorded in full.`,
      PARTIAL: (n: number | null, what: string, when: string) => `Its list of ${what}, ${when}, is recorded only in part${n === null ? '' : ` (${number(n)} names)`}.`,
      UNKNOWN: (n: number | null, what: string, when: string) => `Its list of ${n === null ? what : `${number(n)} ${what}`}, ${when}, is recorded; nobody knows how complete it is.`,
    },
    undated: 'without a date',
    of: (when: string) => `dated ${when}`,
  },

  /** One and many of the relationships that are counted by name; all others are "other relationships". */
  nouns: {
    'MEMBER_OF-out': ['membership', 'memberships'],
    'MEMBER_OF-in': ['member', 'members'],
    'SIGNED-out': ['signed declaration', 'signed declarations'],
    'SIGNED-in': ['signatory', 'signatories'],
    'TOOK_PART_IN-out': ['participation', 'participations'],
    'TOOK_PART_IN-in': ['participant', 'participants'],
    'FUNDS-out': ['funding given', 'fundings given'],
    'FUNDS-in': ['funding received', 'fundings received'],
    'ISSUED-out': ['declaration issued', 'declarations issued'],
    'CALLS_FOR-out': ['demand', 'demands'],
  } as Record<string, [string, string]>,
  others: ['other relationship', 'other relationships'] as [string, string],

  rosterOf: { SIGNED: 'signatories', TOOK_PART_IN: 'participants', MEMBER_OF: 'members' } as Record<string, string>,
  scope: (scope: string) => {
    if (scope === 'all') return 'everybody';
    if (scope === 'founders') return 'founders';
    return /^[A-Z]{2}$/.test(scope) ? country(scope) : scope;
  },
  status: { COMPLETE: 'complete', PARTIAL: 'partial', UNKNOWN: 'unknown' } as Record<string, string>,
  columns: { date: 'Date', number: 'Number', what: 'What', scope: 'Whom it covers', status: 'Recorded', count: 'Names', source: 'Source' },
  noDate: 'undated',

  elsewhere: {
    label: 'Other views of this record',
    overlap: 'Whom it shares members with',
    network: 'In the network',
    paths: 'Chains from here',
    timeline: 'Its timeline',
    money: 'Its money',
  },

  ego: {
    label: (name: string, shown: number) => `${name} in the middle, and ${count(shown, 'neighbour', 'neighbours')} around it, by kind. The list beside it says the same in words.`,
    more: (n: number) => `${count(n, 'more neighbour is', 'more neighbours are')} in the list.`,
    implied: 'In dashes: a source implies it, none states it.',
    choice: 'Shown are those with the most memberships, signatures and participations.',
  },
  strip: {
    label: (n: number) => `When ${count(n, 'dated relationship', 'dated relationships')} held. The list says the same in words.`,
    certain: 'certain',
    within: 'some day within',
    open: 'possible: nobody says since or until when',
    founded: 'Where nobody says since when, a bar begins at the earliest with its group.',
    undated: (n: number) => `${count(n, 'relationship has', 'relationships have')} no date.`,
    bundle: (n: number, heading: string) => `${heading} (${number(n)})`,
    row: (heading: string, name: string) => `${heading}: ${name}`,
  },
};
