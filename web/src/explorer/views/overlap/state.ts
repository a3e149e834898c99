import type { Params } from '../../lib/address';
import { certaintyOf, isDay } from '../../lib/day';

/** What is counted in the cells of the matrix. */
export const MEASURES = ['shared', 'jaccard', 'lift'] as const;
export type Measure = (typeof MEASURES)[number];

/** Everything a reader can choose on this page; all of it stands in the address. */
export interface Chosen {
  groups: string[];
  /** A day `Y-M-D`; null for everybody who was ever recorded. */
  date: string | null;
  certainty: 'CERTAIN' | 'POSSIBLE';
  basis: 'STATED' | 'ANY';
  universe: Universe;
  measure: Measure;
  /** Whom the table lists: the members that a pair shares, or those of exactly these groups; null for all that are in two or more. */
  selected: Selected | null;
}

/** Among whom it is tested: all recorded places, those of a country (ISO 3166-1), the groups' members together, or a number of actors. */
export type Universe = { of: 'recorded' | 'union' } | { of: 'country'; country: string } | { of: 'size'; size: number };

export interface Selected {
  by: 'pair' | 'only';
  groups: string[];
}

/** More would be neither legible nor cheap to ask for with all evidence. */
export const MOST_GROUPS = 12;
const NONE = 'none';

/** What an address says; `opening` are the groups where it names none. */
export function readChosen(params: URLSearchParams, opening: string[] = []): Chosen {
  const date = params.get('date') ?? '';
  const words = (name: string) => [...new Set((params.get(name) ?? '').split(',').filter((word) => word && word !== NONE))];
  const groups = params.has('groups') ? words('groups').slice(0, MOST_GROUPS) : opening;
  const measure = params.get('measure') as Measure;
  return {
    groups,
    date: isDay(date) ? date : null,
    certainty: certaintyOf(params),
    basis: params.get('basis') === 'any' ? 'ANY' : 'STATED',
    universe: readUniverse(params.get('universe') ?? '', groups.length),
    measure: MEASURES.includes(measure) ? measure : 'shared',
    selected: readSelected(words('pair'), words('only'), groups),
  };
}

/** The union of two groups holds nobody outside them: nothing can be tested against it. */
function readUniverse(text: string, groups: number): Universe {
  if (text === 'union' && groups > 2) return { of: 'union' };
  if (/^[A-Z]{2}$/.test(text)) return { of: 'country', country: text };
  if (/^[1-9]\d{0,5}$/.test(text)) return { of: 'size', size: Number(text) };
  return { of: 'recorded' };
}

function readSelected(pair: string[], only: string[], groups: string[]): Selected | null {
  const known = (ids: string[]) => ids.every((id) => groups.includes(id));
  if (pair.length === 2 && known(pair)) return { by: 'pair', groups: pair };
  if (only.length && known(only)) return { by: 'only', groups: only };
  return null;
}

/** The parameters that say it, always with the groups: whom the page opens with depends on the dataset, and an address does not. */
export function paramsOf(chosen: Chosen): Params {
  const { groups, date, certainty, basis, universe, measure, selected } = chosen;
  return {
    groups: groups.join(',') || NONE,
    date,
    certainty: certainty === 'CERTAIN' ? 'certain' : null,
    basis: basis === 'ANY' ? 'any' : null,
    universe: universeParam(universe),
    measure: measure === 'shared' ? null : measure,
    pair: selected?.by === 'pair' ? selected.groups.join(',') : null,
    only: selected?.by === 'only' ? selected.groups.join(',') : null,
  };
}

function universeParam(universe: Universe): string | null {
  switch (universe.of) {
    case 'recorded':
      return null;
    case 'union':
      return 'union';
    case 'country':
      return universe.country;
    case 'size':
      return String(universe.size);
  }
}

/** The choice with another set of groups: what was picked of the old ones goes. */
export function withGroups(chosen: Chosen, groups: string[]): Chosen {
  const universe: Universe = chosen.universe.of === 'union' && groups.length < 3 ? { of: 'recorded' } : chosen.universe;
  return { ...chosen, groups, universe, selected: null };
}
