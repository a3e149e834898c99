import { count, list, number } from './common';

/** The texts of the first page. */
export const home = {
  title: 'Which cities stand together, in what, and who says so?',
  intro: 'Cities, their networks, declarations, organizations and funders: every membership, signature and figure with its source.',
  tryThese: 'For instance:',
  answers: 'What today’s dataset answers',
  openAnswer: 'Look at it',
  covers: 'What the graph covers',
  coversText: (nodes: number, edges: number) =>
    `${number(nodes)} records and ${number(edges)} relationships. A relationship stands here because a source says or implies it; each names its source, with a place in it or with the row of the editors’ research that it was read into.`,
  not: 'What it does not cover',
  notTexts: {
    lists: (complete: number, partial: number, none: number) =>
      `Of the networks, ${count(complete, 'has', 'have')} at least one list of members on record in full, ${number(partial)} only in part, ${number(none)} none whose completeness is known. Only a full list makes absence from it a fact, and only for its day.`,
    silence: 'A membership without a recorded end is possible, not certain, after the last day on which a source shows it. Silence is not evidence.',
  },
  networks: 'The networks in it',
  networksWord: 'networks',
  membersNote: 'Everybody who was ever recorded as a member counts here, organizations and counties too. The overlap counts municipalities only, and says how many others it left out.',
  columns: { network: 'Network', members: 'Members on record', list: 'Newest list of members' },
  listWords: { COMPLETE: 'in full', PARTIAL: 'in part', UNKNOWN: 'completeness unknown' } as Record<string, string>,
  noList: 'no list',

  shared: {
    kicker: 'In both',
    detail: (names: string[], more: number) => (more > 0 ? `${list([...names, `${number(more)} more`])}.` : `${list(names)}.`),
  },
  disagree: {
    kicker: 'Sources disagree',
    sentence: (name: string, when: string, values: string[], measure: string) => `How many ${measure} did ${name} have ${when}? Sources say ${list(values)}.`,
  },
  path: {
    kicker: (from: string, to: string) => `From ${from} to ${to}`,
    detail: (links: number) => `The shortest recorded chain: ${count(links, 'link', 'links')}.`,
  },
  most: {
    kicker: 'Most on record',
    sentence: (name: string, networks: number, declarations: number) =>
      `No city has more memberships, signatures and participations on record than ${name}: ${count(networks, 'network', 'networks')} and ${count(declarations, 'declaration', 'declarations')} among them.`,
  },
};
