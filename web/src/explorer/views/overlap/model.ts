import type { Citation } from '../../lib/facts';
import { relations } from '../../text/relations';
import { counted, isCertain, type Place, type RecordedGroup } from './days';
import { jaccard, seriated } from './order';
import type { Universe } from './state';

/** What the API answers (query.ts). */
export interface OverlapData {
  overlap: {
    assumptions: { asOf: string | null; certainty: 'CERTAIN' | 'POSSIBLE' | null; basis: 'STATED' | 'ANY'; sentence: string };
    excluded: Excluded;
    warnings: string[];
    universe: { size: number; description: string };
    groups: { node: { id: string; kind: string; name: string }; size: number; fellOut: number; complete: boolean; roster: Roster | null }[];
    pairs: { edges: { node: PairAnswer }[] };
  };
  /** Asked only where possible members count too. */
  sure?: { groups: { node: { id: string }; size: number }[] };
  intersections: { total: number; sets: { size: number; groups: { id: string }[]; actors: Actor[] }[] };
}

export type Excluded = Record<'notOnDate' | 'implied' | 'otherRoles' | 'possible' | 'otherKinds' | 'otherPlaceTypes' | 'outsideUniverse', number>;

export interface Roster {
  date: string | null;
  status: 'COMPLETE' | 'PARTIAL' | 'UNKNOWN';
  count: number | null;
  sources: Citation[];
}

export interface Actor {
  id: string;
  name: string;
  country: string | null;
}

/** A relationship that says that somebody is in a group. */
export interface Evidence {
  id: string;
  kind: string;
  since: string | null;
  until: string | null;
  seen: string[];
  basis: string;
  sources?: Citation[];
}

interface PairAnswer extends PairNumbers {
  a: { id: string };
  b: { id: string };
  actors: { node: Actor; edgesA: Evidence[]; edgesB: Evidence[] }[];
}

interface PairNumbers {
  sizeA: number;
  sizeB: number;
  shared: number;
  sharedAtLeast: number;
  sharedAtMost: number;
  circular: number;
  /** Of the shared, how many have in one of the groups no source that does not also tell of the other. */
  sameSources: number;
  jaccard: number | null;
  overlapCoefficient: number | null;
  expected: number | null;
  lift: number | null;
  pValue: number;
  pAdjusted: number;
  amongRecorded: boolean;
}

export interface Group {
  id: string;
  kind: string;
  name: string;
  size: number;
  /** How many of them are certain on the day; all without a day. */
  certain: number;
  /** The earliest day on which it can have begun; null where no source says. */
  begins: string | null;
  fellOut: number;
  complete: boolean;
  roster: Roster | null;
}

export interface Pair extends PairNumbers {
  a: Group;
  b: Group;
  actors: Actor[];
}

/** Everybody who is in exactly these groups. */
export interface Combination {
  key: string;
  groups: Group[];
  members: Member[];
  /** How many of them are certain in each of the groups. */
  certain: number;
}

/** Somebody with what says that he is in each group. */
export interface Member extends Actor {
  /** By the id of the group. */
  evidence: Map<string, Evidence[]>;
}

/** A declaration and a group between which something is recorded: signing and joining may have been one act. */
export interface OneAct {
  declaration: Group;
  group: Group;
  /** The closest of the relationships between both, read from its beginning; null where only members tie them. */
  tie: { from: Group; kind: string; to: Group; basis: string } | null;
  /** How many are recorded as members of the group by way of the declaration. */
  through: number;
  /** How many were left out, since one was inferred from the other. */
  circular: number;
}

/** What the page shows: one answer, in the order in which it is drawn. */
export interface Model {
  date: string | null;
  certainty: 'CERTAIN' | 'POSSIBLE' | null;
  basis: 'STATED' | 'ANY';
  assumptions: string;
  universe: { size: number; description: string; of: Universe };
  excluded: Excluded;
  warnings: string[];
  groups: Group[];
  pairs: Pair[];
  combinations: Combination[];
  oneActs: OneAct[];
  /** Combinations that have members but were not listed. */
  unlisted: number;
}

/** Adjusted p up to which a pair is said to share more than chance would give; the API's own limit. */
export const SIGNIFICANT = 0.05;

/**
 * How loud a pair may be: `partial` no statement about chance, `chance` chance gives as much, `sure` more than chance. As the API
 * has it, nothing is said where a list is not complete, nor where the same sources tell of everybody in both groups.
 */
export function standing({ amongRecorded, pAdjusted, shared, sameSources }: Pick<PairNumbers, 'amongRecorded' | 'pAdjusted' | 'shared' | 'sameSources'>): 'partial' | 'chance' | 'sure' {
  if (amongRecorded || isOneAccount({ shared, sameSources })) return 'partial';
  return pAdjusted <= SIGNIFICANT ? 'sure' : 'chance';
}

/** Whether one account of one occasion may be all there is of what both share. */
export function isOneAccount({ shared, sameSources }: Pick<PairNumbers, 'shared' | 'sameSources'>): boolean {
  return shared > 0 && sameSources === shared;
}

/** The order of the groups: by what they share over everything recorded, so that it stays while the date moves. */
export function orderOf(ids: string[], recorded: RecordedGroup[]): string[] {
  const sets = ids.map((id) => {
    const group = recorded.find((each) => each.id === id);
    return new Set(group ? counted(group, 'ANY').map(({ node }) => node.id) : []);
  });
  return seriated(ids.length, (a, b) => jaccard(sets[a]!, sets[b]!)).map((i) => ids[i]!);
}

export function modelOf({ overlap, intersections, sure }: OverlapData, recorded: RecordedGroup[], universe: Universe): Model {
  const { asOf, certainty, basis, sentence } = overlap.assumptions;
  const certainOf = new Map(sure?.groups.map(({ node, size }) => [node.id, size]));
  const beginOf = new Map(recorded.map(({ id, dateSpan }) => [id, dateSpan?.earliest ?? null]));
  const known = new Map(overlap.groups.map(({ node, ...rest }): [string, Group] => [node.id, { ...node, ...rest, certain: certainOf.get(node.id) ?? rest.size, begins: beginOf.get(node.id) ?? null }]));
  const order = orderOf([...known.keys()], recorded);
  const groups = order.map((id) => known.get(id)!);
  const places = placesOf(recorded, basis);
  const evidence = evidenceOf(overlap.pairs.edges.map(({ node }) => node));
  const combinations = intersections.sets
    .map((set) => {
      const of = groups.filter(({ id }) => set.groups.some((each) => each.id === id));
      const members = set.actors
        .filter(({ country }) => universe.of !== 'country' || country === universe.country) // intersections know no universe
        .map((actor) => ({ ...actor, evidence: new Map(of.map(({ id }) => [id, evidence.get(key(id, actor.id)) ?? places.get(key(id, actor.id)) ?? []])) }))
        .sort((x, y) => x.name.localeCompare(y.name, 'en'));
      const certain = members.filter((member) => of.every(({ id }) => isCertainIn(member, id, asOf))).length;
      return { key: of.map(({ id }) => id).join(','), groups: of, members, certain };
    })
    .filter(({ members }) => members.length > 0)
    .sort((x, y) => y.members.length - x.members.length || y.groups.length - x.groups.length || (x.key < y.key ? -1 : 1));
  const pairs = overlap.pairs.edges.map(({ node: { a, b, actors, ...numbers } }) => ({ ...numbers, a: known.get(a.id)!, b: known.get(b.id)!, actors: actors.map(({ node }) => node) }));
  return {
    date: asOf, certainty, basis, assumptions: sentence,
    universe: { ...overlap.universe, of: universe },
    excluded: overlap.excluded,
    warnings: overlap.warnings,
    groups,
    pairs,
    combinations,
    oneActs: pairs.flatMap((pair) => oneActOf(pair, recorded)),
    unlisted: intersections.total - intersections.sets.length,
  }; // prettier-ignore
}

const kinds = Object.keys(relations);

/** What makes signing a declaration and belonging to a group one act, perhaps; none for other pairs. */
function oneActOf({ a, b, circular }: Pair, recorded: RecordedGroup[]): OneAct[] {
  const [declaration, group] = a.kind === 'DECLARATION' ? [a, b] : [b, a];
  if (declaration.kind !== 'DECLARATION' || group.kind === 'DECLARATION') return [];
  const of = recorded.find(({ id }) => id === group.id);
  const ties = (of?.ties?.edges ?? []).filter(({ node }) => node.id === declaration.id);
  const [closest] = ties.sort((x, y) => kinds.indexOf(x.kind) - kinds.indexOf(y.kind));
  const tie = closest ? { from: closest.direction === 'IN' ? declaration : group, to: closest.direction === 'IN' ? group : declaration, kind: closest.kind, basis: closest.basis } : null;
  const through = of?.relations.edges.filter((edge) => edge.through?.id === declaration.id).length ?? 0;
  return tie || through || circular ? [{ declaration, group, tie, through, circular }] : [];
}

const key = (group: string, actor: string) => `${group} ${actor}`;

/** What says that an actor is in a group, as the pairs' answers bring it. */
function evidenceOf(pairs: PairAnswer[]): Map<string, Evidence[]> {
  const all = new Map<string, Evidence[]>();
  for (const { a, b, actors } of pairs) {
    for (const { node, edgesA, edgesB } of actors) {
      all.set(key(a.id, node.id), edgesA);
      all.set(key(b.id, node.id), edgesB);
    }
  }
  return all;
}

/** The same of those who are in one group alone, whom no pair names. */
function placesOf(recorded: RecordedGroup[], basis: 'STATED' | 'ANY'): Map<string, Place[]> {
  const all = new Map<string, Place[]>();
  for (const group of recorded) {
    for (const place of counted(group, basis)) {
      const at = key(group.id, place.node.id);
      all.set(at, [...(all.get(at) ?? []), place]);
    }
  }
  return all;
}

/** Whether somebody is certain in a group, not only possible, on the day. */
export function isCertainIn(member: Member, group: string, date: string | null): boolean {
  return (member.evidence.get(group) ?? []).some((edge) => isCertain(edge, date));
}

/** The pair of two groups, in either order. */
export function pairOf({ pairs }: Model, a: string, b: string): Pair | undefined {
  return pairs.find((each) => (each.a.id === a && each.b.id === b) || (each.a.id === b && each.b.id === a));
}

/** Whom the table lists: what was picked, or everybody who is in two groups or more; those of most groups first. */
export function listed(model: Model, selected: { by: 'pair' | 'only'; groups: string[] } | null): Member[] {
  const wanted = (groups: Group[]) => {
    const has = selected?.groups.every((id) => groups.some((each) => each.id === id));
    if (!selected) return groups.length > 1;
    return Boolean(has) && (selected.by === 'pair' || groups.length === selected.groups.length);
  };
  const found = model.combinations.filter(({ groups }) => wanted(groups));
  return found.sort((x, y) => y.groups.length - x.groups.length).flatMap(({ members }) => members);
}
