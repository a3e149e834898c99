import { dateWords } from '../lib/dates';
import { count, number } from './common';

/** The texts of the timeline. */
export const timeline = {
  title: 'What happened when?',
  file: 'timeline',
  about: 'Chosen records',
  add: 'Add a network, declaration, city or other record',
  addHint: 'Add a record',
  remove: (name: string) => `Take ${name} away`,
  from: 'From',
  until: 'Until',
  always: 'All years',
  basis: 'Which evidence counts',
  basisOf: { STATED: 'As sources state it', ANY: 'Implied facts too' } as Record<string, string>,
  choose: 'Choose a record to see what happened to it: what is founded, signed, joined, funded and left.',
  first: 'Nothing was chosen: these are the networks with the most on record.',

  sentence: {
    nothing: (names: string) => `No dated fact is recorded about ${names || 'these records'}, and none without a date either.`,
    band: (name: string, year: number, certain: number, possible: number) =>
      certain === 0
        ? `Of ${name} no member is certain in any one year; up to ${number(possible)} may have belonged in ${year}.`
        : `In ${year} ${name} had ${count(certain, 'recorded member', 'recorded members')} for certain${certain === possible ? '' : ` and possibly up to ${number(possible)}`}.`,
    undatedGroup: (name: string, size: number) => `${count(size, 'member', 'members')} of ${name} ${size === 1 ? 'is' : 'are'} recorded; no source dates them.`,
    changes: (name: string, from: string, until: string, joined: number, mayJoin: number, left: number, mayLeave: number) =>
      `${name}, on ${dateWords(until)} against ${dateWords(from)}: ${number(joined)} certainly joined and ${number(mayJoin)} possibly; ${number(left)} certainly left and ${number(mayLeave)} possibly.`,
    entries: (names: string, n: number, undated: number) =>
      `${count(n, 'dated event is', 'dated events are')} recorded${names ? ` of ${names}` : ''}${undated ? `; ${count(undated, 'relationship has', 'relationships have')} no date and can stand nowhere on the line` : ''}.`,
  },
  date: (from: string | null, until: string | null) =>
    from && until ? `${dateWords(from)} to ${dateWords(until)}` : from ? `from ${dateWords(from)}` : until ? `until ${dateWords(until)}` : 'all recorded years',
  universe: (names: string, assumed: string) => `${names}; ${assumed}`,

  lanes: { FOUNDED: 'Founded', ISSUED: 'Issued', HELD: 'Held', SIGNED: 'Signed', JOINED: 'Joined', FUNDED: 'Funded', LEFT: 'Left', ENDED: 'Ended' } as Record<string, string>,
  one: (node: string, other: string) => `${node} · ${other}`,
  several: (n: number, other: string) => `${number(n)} · ${other}`,
  members: (name: string) => `Recorded members of ${name} on some day of the year`,
  band: (certain: number, possible: number) => (certain === possible ? `${number(certain)} certainly` : `${number(certain)} certainly, ${number(possible)} possibly`),
  key: { certain: 'certain', possible: 'possible', day: 'on a known day', span: 'some day within the bar', open: 'soft end: no source says how early or late' },
  picture: (marks: number, groups: number) =>
    `${count(marks, 'event', 'events')} on a line of years${groups ? `, over the number of members of ${count(groups, 'group', 'groups')} year by year, certain and possible` : ''}. The tables below say the same.`,
  today: 'today',
  note: 'Who is counted certainly belonged, or may have belonged, on some day of the year: the truth lies between both, as far as members are recorded. A membership that no source dates is possible in every year since the group can have been there. Absence from a later list is not taken for leaving.',
  none: 'No network is recorded. Choose another record to see what happened to it.',
  empty: 'Nothing dated lies between these days. Widen them, or choose another record.',

  changes: 'Who came and went',
  changesHint: 'With both days chosen, the page tells who certainly and who possibly joined or left between them.',
  change: { joined: 'Certainly joined', mayHaveJoined: 'Possibly joined', left: 'Certainly left', mayHaveLeft: 'Possibly left' },
  changesNote: 'A membership without a recorded end is certain only until the last day on which a source shows it: on a day without a list, most can only be possible.',
  nobody: 'nobody recorded',
  mover: (name: string, group: string) => `${name}, member of ${group}`,

  table: 'events',
  columns: { date: 'When', what: 'What', sentence: 'In words', source: 'Source' },
  within: 'possibly in this time',
  years: 'Members by year',
  yearsColumns: { year: 'Year', group: 'Group', certain: 'Certainly', possible: 'Certainly or possibly' },
  yearsTable: 'counts',
  cut: (shown: number, all: number) => `The first ${number(shown)} of ${number(all)} events are shown. Choose fewer records or fewer years to see all.`,
  implied: (n: number) => `${count(n, 'relationship', 'relationships')} that no source states, only implies, ${n === 1 ? 'is' : 'are'} left out.`,
  sources: 'Sources of these events',
};
