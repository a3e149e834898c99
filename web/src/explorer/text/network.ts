import { kindLook } from '../lib/kinds';
import { count, list, number } from './common';

const ofKind = (n: number, kind: string) => count(n, kindLook(kind).one, kindLook(kind).many);

/** The words of the network view. */
export const network = {
  question: 'Who belongs to what?',
  title: 'Network of cities and groups',
  file: 'network',
  waiting: 'Reading the relationships …',
  settling: 'The layout settles …',

  sentence: (kinds: { kind: string; count: number }[], relations: number, lines: number, others: number) =>
    `${list(kinds.map((each) => ofKind(each.count, each.kind)))}, with ${count(relations, 'recorded relationship', 'recorded relationships')} among them${
      lines === relations ? '' : `, drawn as ${count(lines, 'line', 'lines')}`
    }${others && others < relations ? `: ${network.rosters(relations - others)}, and ${count(others, 'other tie', 'other ties')} in thinner lines` : ''}.`,
  rosters: (n: number) => count(n, 'membership, signature or participation', 'memberships, signatures and participations'),
  withPossible: 'With the possible ones, ',
  several: (n: number, groups: string) => `${count(n, 'city belongs', 'cities belong')} to more than one of the ${groups}`,
  most: (name: string, n: number, groups: string) => `${name} to most: ${count(n, groups.replace(/s$/, ''), groups)}`,
  none: 'No recorded relationship fits what is chosen.',
  empty: 'The dataset has no record that could be drawn.',
  noneText: 'Choose more kinds, another day, or all countries: the row on the left says what is left out.',
  possible: (n: number, date: string) => `${number(n)} of the relationships ${n === 1 ? 'is' : 'are'} only possible on ${date}: no source decides it. They are drawn in dashes.`,
  date: (words: string, certain: boolean) => (certain ? `certain on ${words}` : `certain or possible on ${words}`),
  ever: 'everything recorded, ended relationships too',
  universe: (words: string) => `relationships among ${words}`,

  left: {
    title: 'What was left out',
    kinds: (words: string) => `Not chosen: ${words}.`,
    alone: (words: string) => `Recorded, but without a relationship to show here: ${words}.`,
    abroad: (n: number) => `${count(n, 'city', 'cities')} of other countries.`,
    relations: (words: string) => `Relationships of kinds that are not chosen: ${words}.`,
    partial: (n: number, all: number) =>
      `${number(n)} of the ${count(all, 'group', 'groups')} with a list have it recorded only in part: further members may exist.`,
    dated: (date: string, certain: boolean) =>
      `Relationships that do not hold on ${date}${certain ? ', or only possibly' : ''}; without a date all are shown.`,
    around: 'Only the chosen nodes, their neighbours, and what ties those.',
    sources: 'Sources are not drawn as nodes: they stand behind every line.',
    kind: ofKind,
  },

  rail: {
    open: 'Filters and legend',
    title: 'Filters and legend',
    find: 'Find in the picture',
    findHint: 'Name of a node',
    found: (n: number) => count(n, 'match in the picture', 'matches in the picture'),
    notFound: 'Nothing in the picture has such a name.',
    layout: 'Layout',
    twoMode: 'Groups and members apart',
    force: 'By force',
    forceHint: 'Who is tied stands near: distances have no other meaning.',
    twoModeHint: 'Members of one group stand outside the ring, of several inside.',
    kinds: 'Kinds',
    shownOf: (n: number, all: number) => `${number(n)} of ${number(all)}`,
    relations: 'Relationships',
    allRelations: 'Show all kinds',
    lines: 'Lines',
    date: 'On this day',
    noDate: 'Any day',
    certainty: 'How sure',
    certain: 'Certain only',
    possibleToo: 'Possible too',
    countries: 'Countries',
    addCountry: 'Only cities in …',
    everyCountry: 'All countries',
    remove: (what: string) => `Remove ${what}`,
    start: 'The picture begins with',
    whole: 'Back to the whole picture',
    opened: 'Opened',
    pinned: 'Pinned',
    solid: 'member, signatory or participant',
    solidOn: 'member, signatory or participant, certain on the day',
    thin: 'another tie, such as who founded or coordinates it',
    thinOn: 'another tie, certain on the day',
    dashed: 'implied by a source, not stated',
    dashedOn: 'possible on the day, or implied and not stated',
    size: 'The larger a mark, the more lines end at it here.',
  },

  stage: {
    label: (sentence: string) => `Picture of the network. ${sentence} The table below lists every relationship.`,
    keys: 'Arrow keys move the picture, plus and minus change its size, 0 shows the whole. “Find in the picture” chooses a node by name. A double click shows all neighbours of a node.',
    zoomIn: 'Nearer',
    zoomOut: 'Further',
    whole: 'Show the whole',
    wheel: 'Hold Ctrl (⌘) while scrolling to come nearer.',
    plain: 'This browser has no WebGL: the picture is drawn without it. It can be clicked, but not moved.',
    names: (shown: number, all: number) => `${number(shown)} of ${number(all)} names fit; more appear nearer.`,
  },

  sheet: {
    title: 'Chosen node',
    close: 'Close',
    page: 'All about it',
    expand: 'Show all neighbours',
    collapse: 'Hide added neighbours',
    pin: 'Pin',
    unpin: 'Unpin',
    only: 'Begin with this',
    inPicture: (n: number) => `${count(n, 'relationship', 'relationships')} in the picture`,
    degree: (n: number) => `${count(n, 'membership, signature or participation', 'memberships, signatures and participations')} recorded in all.`,
    roster: { COMPLETE: 'Its list is complete for at least one day.', PARTIAL: 'Its list is recorded only in part.', UNKNOWN: 'How complete its list is, nobody knows.' },
    more: (n: number) => `${number(n)} more`,
    absent: 'This node is not in the picture with what is chosen now.',
  },

  /** Before the reason why a relationship is only possible on the day. */
  onlyPossible: 'possible',

  table: {
    what: 'relationships',
    from: 'From',
    relation: 'Relationship',
    to: 'To',
    when: 'When',
    on: 'On the day',
    source: 'Source',
    certain: 'certain',
  },
};
