/** How a relationship reads, and what the group of such relationships is called on a page. */
export interface RelationText {
  /** From its beginning to its end: Berlin *is a member of* … */
  says: string;
  /** From its end: the network *has the member* … */
  back: string;
  /** A deed was done once; all others hold over time. */
  deed?: boolean;
  symmetric?: boolean;
  /** As a heading, from either end. */
  heading: string;
  headingBack: string;
}

const state = (says: string, back: string, heading: string, headingBack: string): RelationText => ({ says, back, heading, headingBack });
const deed = (...words: Parameters<typeof state>): RelationText => ({ ...state(...words), deed: true });
const mutual = (says: string, heading: string): RelationText => ({ ...state(says, says, heading, heading), symmetric: true });

/** Every kind of relationship, in the order of the vocabulary and with its sentences. */
export const relations: Record<string, RelationText> = {
  MEMBER_OF: state('is a member of', 'has the member', 'Member of', 'Members'),
  TOOK_PART_IN: state('took part in', 'had the participant', 'Took part in', 'Participants'),
  SIGNED: deed('signed', 'was signed by', 'Signed', 'Signatories'),
  ISSUED: deed('issued', 'was issued by', 'Issued', 'Issued by'),
  FOUNDED: deed('is a founder of', 'has the founder', 'Founder of', 'Founders'),
  INITIATED: deed('is an initiator of', 'has the initiator', 'Initiator of', 'Initiators'),
  RUNS: state('runs', 'is run by', 'Runs', 'Run by'),
  COORDINATES: state('coordinates', 'is coordinated by', 'Coordinates', 'Coordinated by'),
  HOSTS: state('hosts', 'is hosted by', 'Hosts', 'Hosted by'),
  FUNDS: state('funds', 'is funded by', 'Funds', 'Funded by'),
  SUPPORTS: state('supports', 'is supported by', 'Supports', 'Supported by'),
  COOPERATES_WITH: mutual('cooperates with', 'Cooperates with'),
  IN_TALKS_WITH: mutual('is in talks with', 'In talks with'),
  ORGANISED: deed('organised', 'was organised by', 'Organised', 'Organised by'),
  CALLS_FOR: state('calls for', 'is called for by', 'Calls for', 'Called for by'),
  ADDRESSED_TO: deed('is addressed to', 'is addressed by', 'Addressed to', 'Addressed by'),
  REFERS_TO: state('refers to', 'is referred to by', 'Refers to', 'Referred to by'),
  REPLACES: deed('replaces', 'was replaced by', 'Replaces', 'Replaced by'),
  REAFFIRMS: deed('reaffirms', 'was reaffirmed by', 'Reaffirms', 'Reaffirmed by'),
  PART_OF: state('is part of', 'has the part', 'Part of', 'Parts'),
  ACTIVE_IN: state('is active in', 'has active groups of', 'Active in', 'Groups active here'),
  LOCATED_IN: state('is located in', 'is the seat of', 'Located in', 'Seat of'),
};

/** The words for a kind; one that a newer API has reads as it is spelled. */
export function relationText(kind: string): RelationText {
  const words = kind.toLowerCase().replace(/_/g, ' ');
  return relations[kind] ?? state(words, words, words, words);
}

/** Headings that name many, where one is meant. */
const one: Record<string, string> = { Members: 'member', Participants: 'participant', Signatories: 'signatory', Founders: 'founder', Initiators: 'initiator', Parts: 'part' };

/** What a neighbour is to a node, in a word or two: "member", "took part in". */
export function neighbourWords(kind: string, back: boolean): string {
  const { heading, headingBack } = relationText(kind);
  const words = back ? headingBack : heading;
  return one[words] ?? words.toLowerCase();
}

/** What is recorded beside a relationship, as the end of its sentence. */
export const aside = {
  unknownDate: 'no source says when',
  recorded: (when: string) => `recorded ${when}`,
  recordedTwice: (first: string, second: string) => `recorded ${first} and ${second}`,
  recordedOften: (n: number, first: string, last: string) => `recorded ${n} times, first ${first}, last ${last}`,
  lastRecorded: (when: string) => `last recorded ${when}`,
  implied: 'implied, not stated',
  office: (office: string, person?: string | null) => (person ? `by its ${office} ${person}` : `by its ${office}`),
  person: (person: string) => `by ${person}`,
  unit: (unit: string) => `through its unit ${unit}`,
  section: (section: string) => `for the section ${section}`,
  through: (name: string) => `by way of ${name}`,
  onBehalfOf: (name: string) => `on behalf of ${name}`,
  wording: (words: string) => `in the source’s words: “${words}”`,
  stint: (n: number) => `period no. ${n}`,
  roles: {
    PARTICIPANT: 'as a participant',
    PARTNER: 'as a partner',
    ASSOCIATE: 'as an associate',
    DECLARED: 'by its own declaration',
    SPONSOR: 'as a sponsor',
    AWARDED: 'as a prize winner',
    ASSESSED: 'as a case that was assessed',
    MOTION_OF_SUPPORT: 'by a motion of support',
  } as Record<string, string>,
  stance: { DEMAND: 'as a demand on others', GOAL: 'as a goal of its own' } as Record<string, string>,
  money: { BUDGET: 'from its own budget', DONATIONS: 'from donations' } as Record<string, string>,
  perYear: 'a year',
  noAmount: 'no source says how much',
};

/** How a number is meant, before the number. */
export const qualifiers: Record<string, string> = {
  EXACT: '',
  AT_LEAST: 'at least ',
  OVER: 'more than ',
  UP_TO: 'up to ',
  ABOUT: 'about ',
};
