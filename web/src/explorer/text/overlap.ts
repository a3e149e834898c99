import { capital, count, list, number } from './common';

const members = (n: number) => count(n, 'member', 'members');
const pairs = (n: number) => count(n, 'pair', 'pairs');

/** The words of the overlap view. */
export const overlap = {
  members,
  question: 'Which cities do these groups share?',
  title: (names: string[]) => (names.length > 3 ? `What ${names.length} groups share` : `What ${list(names)} share`),
  file: 'overlap',
  none: 'Choose two groups at least: networks, declarations, organizations, initiatives or events. The page then says what they share.',
  noStart: 'No two networks of the dataset that is served here share a recorded member. Choose groups by name.',
  noneBeside: 'Nobody on record is both in this group and in a network. Choose other groups by name.',
  openingBeside: (name: string, among: number) => `Beside ${name} stand, of the ${count(among, 'network', 'networks')} with the most on record, those that share the most members with it.`,
  opening: (n: number, among: number) => `Nothing was chosen: of the ${count(among, 'network', 'networks')} with the most on record, these are the ${number(n)} whose pairs share the most members.`,

  chooser: {
    open: 'Choose groups and how to count',
    title: 'Groups and how to count',
    groups: 'Groups',
    add: 'Add a group',
    addHint: 'Add a network, declaration, event …',
    full: (most: number) => `${most} groups are the most that can be read in one picture.`,
    remove: (name: string) => `Remove ${name}`,
    date: 'Date',
    day: 'Day',
    ever: 'Any time',
    onDay: 'On one day',
    replay: 'Replay',
    stop: 'Stop',
    slider: 'The day that is looked at',
    changes: (n: number) => `${count(n, 'day', 'days')} on which something recorded changes; the slider stops there.`,
    noChanges: 'No recorded date changes anything among these groups.',
    certainty: 'Memberships',
    possible: 'Certain or possible',
    certain: 'Certain only',
    basis: 'Evidence',
    stated: 'Stated',
    any: 'Implied too',
    universe: 'Counted among',
    recorded: 'All recorded municipalities',
    country: (name: string) => `Those in ${name}`,
    union: 'Members of these groups',
    size: 'A number of municipalities',
    sizeLabel: 'How many',
    measure: 'Cells show',
    measures: { shared: 'Shared', jaccard: 'Jaccard', lift: 'Lift' },
    measureLong: {
      shared: 'How many members both have.',
      jaccard: 'Shared members as a part of both groups’ members together: 0 none, 1 the same.',
      lift: 'Shared members over the number that two such groups would share on average if drawn at random from those counted among.',
    },
  },

  roster: {
    complete: (date: string) => `complete list of ${date}`,
    left: (date: string) => `complete list of ${date}, which does not settle who counts here`,
    otherDay: (date: string) => `complete only for ${date}`,
    undated: 'complete list, undated',
    partial: 'list recorded in part',
    unknown: 'how complete: unknown',
    none: 'no list recorded',
    /** Where there is no room for more. */
    short: (complete: boolean) => (complete ? 'complete list' : 'list not complete'),
    fell: (n: number) => ` (${number(n)} more ${n === 1 ? 'is' : 'are'} recorded: no municipality, or outside those counted among)`,
    fromList: (size: string, status: string) => `${size} · ${status}`,
  },

  say: {
    day: (date: string) => `On ${date}`,
    ever: 'At any time on record',
    several: (day: string, all: number, how: 'CERTAIN' | 'POSSIBLE' | null, groups: number, more: number) =>
      `${day}, ${count(all, 'municipality', 'municipalities')} ${held(all, how)} in at least one of these ${number(groups)} groups, ${number(more)} of them in two or more.`,
    /** Of complete lists: numbers that hold. */
    sure: (a: string, sizeA: string, b: string, sizeB: string, shared: string) => `${a} (${sizeA}) and ${b} (${sizeB}) share ${shared}`,
    among: (day: string, a: string, sizeA: string, b: string, sizeB: string, shared: string) =>
      `${day}, ${a} (${sizeA}) and ${b} (${sizeB}) share ${shared} among recorded members.`,
    most: (a: string, b: string, shared: string) => `Of the others, ${a} and ${b} share most: ${shared} among recorded members.`,
    testedToo: (n: number, sure: number) => `Of ${n === 1 ? '1 other pair' : `${number(n)} other pairs`} with complete lists, ${number(sure)} ${sure === 1 ? 'shares' : 'share'} more than chance would give.`,
    mostOfAll: (a: string, b: string, shared: string) => `Among recorded members, ${a} and ${b} share most: ${shared}.`,
    range: (shared: number, least: number, most: number) => `${number(shared)} (${number(least)} to ${number(most)}, as dates leave it open)`,
    more: (expected: string, universe: string, p: string, all: number) =>
      `more than chance would give among ${universe}: two such groups drawn at random share ${expected} on average (p ${p}${family(all)}).`,
    chance: (expected: string, universe: string, p: string, all: number) =>
      `no more than chance may give among ${universe}: two such groups drawn at random share ${expected} on average (p ${p}${family(all)}).`,
    ofThem: (size: string, certain: number) => `${size}, ${number(certain)} certain`,
    early: (name: string, begins: string, size: number) =>
      `On record, ${name} began on ${begins} at the earliest${size ? ': who counts in it here counts only because no date of the membership rules the day out' : ''}.`,
    future: (day: string) => `${day} is still to come: nothing on record can say who will belong then.`,
    oneAct: 'Signing the one and joining the other may have been one act.',
    universe: {
      recorded: (n: number) => `the ${count(n, 'recorded municipality', 'recorded municipalities')}`,
      country: (n: number, name: string) => `the ${count(n, 'recorded municipality', 'recorded municipalities')} in ${name}`,
      union: (n: number) => `the ${members(n)} of these groups`,
      size: (n: number) => count(n, 'municipality', 'municipalities'),
    },
    noChance: (why: string) => `No statement about chance is made: ${why}.`,
    noChanceFor: (n: number, all: number, why: string) =>
      n === all ? `No statement about chance is made: ${why}.` : `For the other ${pairs(n)} no statement about chance is made: ${why}.`,
    why: {
      partial: (name: string) => `the list of ${name} is recorded only in part`,
      otherDay: (name: string, date: string) => `the list of ${name} is complete for ${date}, not for the day asked for`,
      left: (name: string) => `the list of ${name} is complete for the day, but does not settle who counts here: somebody on it is not recorded or left out, or somebody else possibly belongs`,
      sameSources: 'the same sources tell of everybody in both groups',
      undated: 'no day that is known',
      unknown: (name: string) => `nobody knows how complete the list of ${name} is`,
      none: (name: string) => `no list of ${name} is recorded`,
      noDay: 'without a day no list is complete',
      named: (names: string[]) => `${list(names)} ${names.length === 1 ? 'has' : 'have'} no complete list of that day`,
      several: (n: number) => `${number(n)} of the groups have no complete list of that day`,
    },
    nothing: (day: string, n: number) => `${day}, nobody is recorded in more than one of these ${number(n)} groups. That does not mean that nobody was.`,
  },

  means: {
    title: 'What the numbers do not say',
    tie: (from: string, says: string, to: string, implied: boolean) => `${from} ${says} ${to}${implied ? ' (implied, not stated)' : ''}`,
    through: (n: number, group: string, declaration: string) => `${count(n, 'membership', 'memberships')} of ${group} ${n === 1 ? 'is' : 'are'} recorded as by way of ${declaration}`,
    inferred: (n: number) => `${count(n, 'place', 'places')} in the one ${n === 1 ? 'was' : 'were'} inferred from the other`,
    oneAct: (reasons: string[]) => `${capital(list(reasons))}: signing and joining may be one act, and what both share then says nothing of two decisions.`,
    sameSources: (a: string, b: string, same: number, shared: number) => `For ${number(same)} of the ${number(shared)} that ${a} and ${b} share, every source for one of them also tells of the other: one account of one occasion may be all there is of both.`,
    absence: 'Who is not on a partial list may be a member all the same: a low number is no proof of distance.',
    cause: 'That two groups share members does not say why. One may have founded the other, or one text may have been signed where the other was made.',
    universe: (who: string) => `What chance gives depends on among whom one counts. Here that is ${who}.`,
    ever: 'Without a date everybody counts who was ever recorded: two of them need not have been members at the same time.',
    possible: (date: string) => `Hatched is only possible on ${date}: no source decides it.`,
    certain: (date: string) => `Only those count who were certainly members on ${date}. Undated memberships are left out, and often are the greater part.`,
    several: (n: number) => `Each p is adjusted for all ${pairs(n)} (Benjamini and Hochberg).`,
    intersections: 'A combination counts who is in exactly these groups and in no other that is chosen here.',
  },

  left: {
    title: 'What was left out',
    fellOut: (n: number, name: string) => `${count(n, 'member', 'members')} of ${name}: no municipality, or outside those counted among.`,
    notOnDate: (n: number) => `${count(n, 'membership', 'memberships')} that did not hold on the day.`,
    implied: (n: number) => `${count(n, 'membership', 'memberships')} that no source states in so many words; “Implied too” counts them.`,
    otherRoles: (n: number) => `${count(n, 'participation', 'participations')} in another role, such as sponsor or host.`,
    possible: (n: number) => `${count(n, 'membership', 'memberships')} only possible on the day; “Certain or possible” counts them.`,
    otherKinds: (n: number) => `${count(n, 'member', 'members')} that ${n === 1 ? 'is' : 'are'} no place: organizations, networks.`,
    otherPlaceTypes: (n: number) => `${count(n, 'member', 'members')} that ${n === 1 ? 'is a' : 'are'} ${n === 1 ? 'district, county or region' : 'districts, counties or regions'}.`,
    outsideUniverse: (n: number) => `${count(n, 'membership', 'memberships')} of places outside those counted among.`,
    nothing: 'Nothing.',
    circular: (n: number, a: string, b: string) => `${count(n, 'membership', 'memberships')} shared by ${a} and ${b}: one was inferred from the other, and that is no evidence of its own.`,
    rosters: 'Lists of members, with their sources',
  },

  picture: {
    label: (sentence: string) => `Picture of what the groups share. ${sentence} The table below lists who that is.`,
    matrix: { shared: 'Pair by pair: shared members', jaccard: 'Pair by pair: Jaccard index', lift: 'Pair by pair: shared, times chance' },
    matrixHelp: 'A cell stands below one group and left of another. The foot of a cell: how much of the smaller group is shared.',
    upset: 'All at once: exact combinations',
    cells: { sure: 'more than chance, complete lists', chance: 'chance alone may give it', partial: 'no statement about chance: a list is not complete' },
    possible: 'only possible on the day',
    certain: 'certain',
    recorded: 'recorded',
    diagonal: 'size of the group; dashed: its list is not complete',
    brackets: 'in brackets: how many of the number are certain',
    ofThem: (certain: number) => `(${number(certain)})`,
    hidden: (n: number, all: number) => `Not drawn, but in the JSON file: ${count(n, 'combination', 'combinations')} of ${count(all, 'member', 'members')}.`,
    hiddenPlain: (n: number) => `Not drawn: ${count(n, 'combination', 'combinations')}.`,
    choose: 'Choose a cell or a bar, and the table shows who that is.',
    empty: 'Nobody is recorded in any of these groups with what is chosen.',
    orderNote: 'The more members groups share over all recorded time, the nearer they stand.',
    matrixKeys: 'Pairs; arrow keys go from one to the next',
    upsetKeys: 'Combinations; arrow keys go from one to the next',
  },

  cell: {
    pair: (a: string, b: string, shared: number) => `${a} and ${b}: ${number(shared)} shared`,
    range: (least: number, most: number) => `at least ${number(least)}, at most ${number(most)} on the day`,
    jaccard: (value: string) => `Jaccard ${value}`,
    lift: (value: string) => `lift ${value}`,
    sameSources: 'the same sources tell of everybody in both, so nothing is said about chance',
    p: (p: string) => `p ${p}, adjusted`,
    partial: 'a list is not complete, so nothing is said about chance',
    chance: 'chance alone may give as much',
    only: (names: string[], n: number) => `${names.length === 1 ? 'Only in' : 'In exactly'} ${list(names)}: ${number(n)}`,
    possible: (n: number) => `${number(n)} of them only possible on the day`,
    step: (name: string, size: string, status: string) => `${name}: ${size}; ${status}`,
  },

  sources: 'Sources',

  table: {
    title: { all: 'Who is in two groups or more', pair: (a: string, b: string) => `Who is in ${a} and ${b}`, only: (names: string[]) => (names.length === 1 ? `Who is only in ${names[0]}` : `Who is in exactly ${list(names)}`) },
    what: 'municipalities',
    city: 'Municipality',
    country: 'Country',
    groups: 'In',
    possible: 'possible',
    everybody: 'Show everybody in two groups or more',
    about: (city: string, group: string) => `${city}, ${group}`,
    sourceWord: 'source',
    nobody: 'Nobody is recorded here. A later or earlier day, or possible memberships, may bring somebody.',
  },

  dateLine: { day: (date: string, certain: boolean) => `${certain ? 'certain' : 'certain or possible'} on ${date}`, ever: 'everything recorded, at any time' },
};

/** How surely they belong: with a day that is part of the number's meaning. */
function held(n: number, how: 'CERTAIN' | 'POSSIBLE' | null): string {
  if (how === null) return n === 1 ? 'was' : 'were';
  return `${n === 1 ? 'is' : 'are'} ${how === 'CERTAIN' ? 'certainly' : 'certainly or possibly'}`;
}

function family(all: number): string {
  return all > 1 ? `, adjusted for ${pairs(all)}` : '';
}
