import type { RecordedGroup } from './days';
import type { OverlapData } from './model';

/** A small world for tests: groups A to D with members by letter; B's list is partial, and y is in B only possibly. */
export const DAY = '2021-06-25';

const names: Record<string, string> = { A: 'Alpha', B: 'Beta', C: 'Gamma', D: 'Delta' };
const members: Record<string, string> = { A: 'vwxy', B: 'xyz', C: 'vwx', D: '' };
const id = (letter: string) => `network:${letter.toLowerCase()}`;

const edge = (group: string, actor: string) => ({
  id: `member-of:${actor}--${group.toLowerCase()}`,
  kind: 'MEMBER_OF',
  since: null,
  until: null,
  seen: group === 'B' && actor === 'y' ? ['2019-01-01'] : ['2020-01-01', '2022-01-01'],
  basis: 'STATED',
});

export const recorded: RecordedGroup[] = Object.keys(names).map((group) => ({
  id: id(group),
  kind: 'NETWORK',
  name: names[group]!,
  rosters: [{ date: DAY, scope: 'all', status: group === 'B' ? 'PARTIAL' : 'COMPLETE' }],
  relations: {
    edges: [...members[group]!].map((actor) => ({
      ...edge(group, actor),
      direction: 'IN',
      role: null,
      node: { id: `city:${actor}`, name: actor.toUpperCase(), country: actor === 'z' ? 'FR' : 'DE', placeType: 'MUNICIPALITY' },
    })),
  },
}));

const actor = (letter: string) => ({ id: `city:${letter}`, name: letter.toUpperCase(), country: letter === 'z' ? 'FR' : 'DE' });

/** The answer about these groups, as the API would give it among 20; the numbers of chance are set by the test. */
export function answer(groups: string, chance: { pAdjusted: number; amongRecorded?: boolean } = { pAdjusted: 0.001 }, date: string | null = DAY): OverlapData {
  const letters = [...groups];
  const pairs = letters.flatMap((a, i) => letters.slice(i + 1).map((b) => pair(a, b, chance, date)));
  const everybody = [...new Set(letters.flatMap((group) => [...members[group]!]))];
  const sets = new Map<string, string[]>();
  for (const each of everybody) {
    const of = letters.filter((group) => members[group]!.includes(each)).join('');
    sets.set(of, [...(sets.get(of) ?? []), each]);
  }
  return {
    overlap: {
      assumptions: { asOf: date, certainty: date ? 'POSSIBLE' : null, basis: 'STATED', sentence: 'municipalities' },
      excluded: { notOnDate: 0, implied: 0, otherRoles: 0, possible: 0, otherKinds: 0, otherPlaceTypes: 0, outsideUniverse: 0 },
      warnings: [],
      universe: { size: 20, description: 'the 20 recorded municipalities' },
      groups: letters.map((group) => ({
        node: { id: id(group), kind: 'NETWORK', name: names[group]! },
        size: members[group]!.length,
        fellOut: 0,
        complete: group !== 'B' && date === DAY,
        roster: { date: DAY, status: group === 'B' ? 'PARTIAL' : 'COMPLETE', count: null, sources: [] },
      })),
      pairs: { edges: pairs.map((node) => ({ node })) },
    },
    sure: { groups: letters.map((group) => ({ node: { id: id(group) }, size: members[group]!.length - (date && group === 'B' ? 1 : 0) })) },
    intersections: { total: sets.size, sets: [...sets].map(([of, all]) => ({ size: all.length, groups: [...of].map((group) => ({ id: id(group) })), actors: all.map(actor) })) },
  };
}

function pair(a: string, b: string, { pAdjusted, amongRecorded = [a, b].includes('B') }: { pAdjusted: number; amongRecorded?: boolean }, date: string | null) {
  const both = [...members[a]!].filter((each) => members[b]!.includes(each));
  const together = new Set(members[a]! + members[b]!).size;
  const unsure = date && [a, b].includes('B') && both.includes('y') ? 1 : 0;
  const [sizeA, sizeB] = [members[a]!.length, members[b]!.length];
  const expected = (sizeA * sizeB) / 20;
  return {
    a: { id: id(a) }, b: { id: id(b) }, sizeA, sizeB,
    shared: both.length, sharedAtLeast: both.length - unsure, sharedAtMost: both.length, circular: 0, sameSources: 0,
    jaccard: together ? both.length / together : null,
    overlapCoefficient: sizeA && sizeB ? both.length / Math.min(sizeA, sizeB) : null,
    expected, lift: expected ? both.length / expected : null, pValue: pAdjusted, pAdjusted, amongRecorded: amongRecorded || date === null,
    actors: both.map((each) => ({ node: actor(each), edgesA: [{ ...edge(a, each), sources: [] }], edgesB: [{ ...edge(b, each), sources: [] }] })),
  }; // prettier-ignore
}
