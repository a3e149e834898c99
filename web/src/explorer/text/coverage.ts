import { count, number } from './common';
import { measures, valueWords } from './fields';
import { qualifiers } from './relations';

const kinds: Record<string, [string, string]> = {
  NETWORK: ['network', 'networks'],
  DECLARATION: ['declaration', 'declarations'],
  INITIATIVE: ['initiative', 'initiatives'],
  EVENT: ['event', 'events'],
};

/** What makes somebody part of a group of each kind. */
const members: Record<string, [string, string]> = {
  NETWORK: ['member', 'members'],
  DECLARATION: ['signatory', 'signatories'],
  INITIATIVE: ['participant', 'participants'],
  EVENT: ['participant', 'participants'],
};

/** What of it is counted: a body that belongs to two groups is not recorded twice as a member, its memberships are. */
const ties: Record<string, [string, string]> = {
  NETWORK: ['membership', 'memberships'],
  DECLARATION: ['signature', 'signatures'],
  INITIATIVE: ['participation', 'participations'],
  EVENT: ['participation', 'participations'],
};

const range = (least: number, most: number) => (most > least ? `${number(least)} to ${number(most)}` : number(least));
const are = (n: number, one: string, many: string) => (n === 1 ? one : many);
const membersOf = (kind: string, n: number) => are(n, ...(members[kind] ?? members.NETWORK!));

/** The texts of what the graph does not know. */
export const coverage = {
  title: 'What does the graph not know?',
  titleContradictions: 'Where do sources disagree?',
  file: { gaps: 'coverage', contradictions: 'contradictions' },
  date: 'everything recorded, ended things too',
  choose: 'Choose what is shown',
  shows: { gaps: 'Missing names and dates', contradictions: 'Contradictions' } as Record<string, string>,
  kinds: 'Of which groups',
  kind: (kind: string) => kinds[kind]?.[1] ?? valueWords(kind),

  none: (kind: string) => `No ${kinds[kind]?.[1] ?? 'groups'} are recorded, so nothing can be missing from them.`,
  sentence: {
    short: (kind: string, groups: number, short: number, missing: number) => {
      const [one, many] = kinds[kind] ?? ['group', 'groups'];
      if (short === 0) return `For none of the ${count(groups, `recorded ${one}`, `recorded ${many}`)} do sources report more ${membersOf(kind, 2)} than may be recorded.`;
      const lack = missing ? `; at least ${count(missing, ...(ties[kind] ?? ties.NETWORK!))} ${are(missing, 'is', 'are')} not in the graph` : '';
      return `For ${number(short)} of ${count(groups, `recorded ${one}`, `recorded ${many}`)} the newest report names more ${membersOf(kind, 2)} than are recorded for its date${lack}.`;
    },
    unreported: (n: number) => `For ${number(n)} no source says how many there are.`,
    facts: (all: number, withoutBeginning: number, withoutDate: number, single: number) =>
      `Of ${count(all, 'relationship', 'relationships')} that ${are(all, 'is', 'are')} recorded, ${number(withoutBeginning)} ${are(withoutBeginning, 'has', 'have')} no known beginning, ${number(withoutDate)} no date at all, and ${number(single)} ${are(single, 'rests', 'rest')} on one source alone.`,
    noFacts: 'Nobody is recorded as belonging to any of them.',
  },
  universe: (kind: string, n: number, assumed: string) => `${count(n, ...(kinds[kind] ?? (['group', 'groups'] as [string, string])))}; ${assumed}`,
  warning: 'What is counted is recorded: a group with few unknowns may still lack members that no source names.',

  picture: (n: number) => `Recorded against reported numbers of ${number(n)} groups, as bars, those that lack most first. The table below says the same.`,
  pictureHead: { short: 'More are reported than recorded', met: 'As many are recorded as reported, or more', unreported: 'No source says how many' },
  pictureLeft: (n: number) => `and ${number(n)} more: nobody recorded, no number reported`,
  key: { certain: 'recorded, certain on that date', possible: 'recorded, possible on that date', missing: 'reported and not recorded', open: 'open end: “at least” or “about”' },
  bar: {
    of: (least: number, most: number, qualifier: string, value: number, date: string) => `${range(least, most)} of ${qualifiers[qualifier] ?? ''}${number(value)}${date ? `, ${date}` : ', undated'}`,
    ofShort: (least: number, most: number, qualifier: string, value: number) => `${range(least, most)} of ${qualifiers[qualifier] ?? ''}${number(value)}`,
    more: (least: number, most: number, qualifier: string, value: number, date: string) =>
      `${range(least, most)} recorded, ${qualifiers[qualifier] ?? ''}${number(value)} reported${date && `, ${date}`}`,
    alone: (least: number, most: number) => (most ? `${range(least, most)} recorded` : 'nobody recorded'),
  },
  note: 'Compared is the newest number that a source gives with a date, with whoever is recorded for that date; a number without a date is compared with everybody ever recorded. Who is hatched is recorded, but no source says that it was so on that date.',

  table: 'groups',
  columns: {
    group: 'Group',
    recorded: 'Ever recorded',
    reported: 'Newest report',
    then: 'Recorded for its date',
    missing: 'Not recorded, at least',
    withoutBeginning: 'No known beginning',
    withoutDate: 'No date at all',
    single: 'One source alone',
    lists: 'Lists recorded',
  },
  unknown: 'unknown',
  noReport: 'no source says',
  reported: (measure: string, qualifier: string, value: number, date: string) =>
    `${qualifiers[qualifier] ?? ''}${count(value, ...(measures[measure] ?? ([valueWords(measure), valueWords(measure)] as [string, string])))}, ${date || 'undated'}`,
  then: range,
  lists: (complete: number, partial: number, unknown: number) =>
    [complete && `${number(complete)} in full`, partial && `${number(partial)} in part`, unknown && `${number(unknown)} of unknown completeness`].filter(Boolean).join(', ') || 'none',
  withoutDateOf: (n: number, name: string) => `${count(n, 'relationship', 'relationships')} of ${name} without any date: show which`,
  singleOf: (n: number, name: string) => `${count(n, 'relationship', 'relationships')} of ${name} from one source alone: show which`,
  of: {
    title: (name: string) => `What is thin about ${name}`,
    close: 'Close',
    withoutDate: (n: number) => `${count(n, 'relationship has', 'relationships have')} no date at all`,
    single: (n: number) => `${count(n, 'relationship rests', 'relationships rest')} on one source alone`,
    none: 'Every recorded relationship has a date and more than one source.',
    cut: (shown: number, all: number) => `The first ${number(shown)} of ${number(all)} are shown; the query behind this page gives the rest.`,
  },
  help: 'Where help is welcome',
  helpText: 'A list of members with a date, from the group itself or from a report, closes most of these gaps. The page of each group has “Report an error” with what to send.',
  sources: 'Sources of the reported numbers and lists',

  contradictions: {
    sentence: (all: number, exclude: number, maybe: number) =>
      all === 0
        ? 'No two sources on record contradict each other here.'
        : `Sources disagree on ${count(all, 'recorded matter', 'recorded matters')}: in ${number(exclude)} their values exclude each other, in ${number(maybe)} they are numbers that may be of different days. The record keeps every value with its source and decides none.`,
    universe: (assumed: string) => `contradictions among all records; ${assumed}`,
    sorts: 'Which sort',
    sort: { '': 'All', FIELD: 'Dates and other fields', FIGURE: 'Numbers', ABSENCE: 'Said to be none' } as Record<string, string>,
    exclude: 'exclude each other',
    maybe: 'may be of different days',
    record: 'The record says',
    recordSilent: 'The record leaves it open.',
    roster: 'length of a recorded list',
    undated: 'undated',
    none: 'none',
    absence: (n: number) => `${count(n, 'relationship is', 'relationships are')} recorded all the same`,
    picture: (n: number) => `${count(n, 'matter', 'matters')} on which sources give different numbers: every value as a mark on one scale, a line for each date. The list below says the same with sources.`,
    pictureMore: (n: number) => `and ${count(n, 'contradiction', 'contradictions')} that ${are(n, 'is', 'are')} no number: in the list and the table file`,
    key: { exact: 'a source’s number', bound: '“at least”, “more than”, “up to” or “about”', list: 'names on a recorded list' },
    more: (n: number) => `${count(n, 'more source', 'more sources')}`,
    joined: 'A line stands for one date; numbers of one date are joined. Numbers of different dates are here only where their times overlap: what grew in between is no dispute.',
    oneDocument: 'one document gives all of these values',
    list: 'Side by side',
    cut: (shown: number, all: number) => `The first ${number(shown)} of ${number(all)} are shown and counted here; the query behind this page gives the rest.`,
    evidence: 'The record and its sources',
    sources: 'Sources that disagree',
  },
};
