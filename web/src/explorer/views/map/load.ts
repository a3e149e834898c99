import { type Answer, ask, type Question } from '../../lib/ask';
import type { Citation } from '../../lib/facts';
import { MAP, MAP_WITH_LAYER, MEMBERSHIPS } from './query';
import type { Chosen } from './state';

/** A membership, signature or participation as the map needs it. */
export interface Tie {
  id: string;
  kind: string;
  since: string | null;
  until: string | null;
  seen: string[];
  holdsOn: 'CERTAIN' | 'POSSIBLE' | null;
  basis: 'STATED' | 'IMPLIED';
  sources: Citation[];
}

export interface Place {
  id: string;
  name: string;
  country: string | null;
  placeType: string | null;
  population: number | null;
  latitude: number | null;
  longitude: number | null;
  /** Its memberships in networks on the day. */
  memberships: (Tie & { node: { id: string; name: string; date?: string | null } })[];
}

export interface Layer {
  id: string;
  kind: string;
  name: string;
  /** When it was founded, adopted or held. */
  date?: string | null;
  rosters: { date: string | null; scope: string; status: 'COMPLETE' | 'PARTIAL' | 'UNKNOWN'; count: number | null }[];
  /** By the id of the city. */
  ties: Map<string, Tie>;
  /** How many are recorded, and whether that is more than were read. */
  total: number;
}

export interface Loaded {
  places: Place[];
  layer: Layer | null;
  /** The id in the address, where no group has it. */
  noGroup: string | null;
  question: Question;
  /** Whether one question was not enough. */
  further: boolean;
}

interface Page<T> {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: T[];
}
type Memberships = Page<Place['memberships'][number]>;
type RawPlace = Omit<Place, 'memberships'> & { networks: Memberships };
interface Data {
  node?: (Omit<Layer, 'ties' | 'total'> & { relations: { totalCount: number; edges: (Tie & { direction: string; node: { id: string } })[] } }) | null;
  cities: Page<{ node: RawPlace }>;
}

/** What can lie over the map. */
const GROUPS = ['NETWORK', 'DECLARATION', 'INITIATIVE', 'EVENT'];

/** Asks for all cities with their memberships, page by page, and for the layer's. */
export async function load({ layer, date, certainty }: Chosen, signal: AbortSignal): Promise<Loaded> {
  const time = date ? { asOf: date, certainty } : {};
  const question: Question = layer ? { query: MAP_WITH_LAYER, variables: { layer, ...time } } : { query: MAP, variables: time };
  const { data }: Answer<Data> = await ask(question, signal);
  const places: Place[] = [];
  let further = false;
  for (let page = data.cities; ; ) {
    places.push(...(await Promise.all(page.edges.map(({ node }) => whole(node)))));
    if (!page.pageInfo.hasNextPage) break;
    further = true;
    const next: Answer<Data> = await ask({ query: MAP, variables: { ...time, after: page.pageInfo.endCursor } }, signal);
    page = next.data.cities;
  }
  const group = data.node && GROUPS.includes(data.node.kind) ? layerOf(data.node) : null;
  return { places, layer: group, noGroup: layer && !group ? layer : null, question, further };

  async function whole({ networks, ...place }: RawPlace): Promise<Place> {
    const memberships = [...networks.edges];
    for (let page = networks; page.pageInfo.hasNextPage; ) {
      further = true;
      const variables = { id: place.id, ...time, after: page.pageInfo.endCursor };
      const { data: more }: Answer<{ city: { networks: Memberships } }> = await ask({ query: MEMBERSHIPS, variables }, signal);
      page = more.city.networks;
      memberships.push(...page.edges);
    }
    return { ...place, memberships };
  }
}

function layerOf({ relations, ...node }: NonNullable<Data['node']>): Layer {
  const ties = new Map<string, Tie>();
  for (const { direction, node: city, ...tie } of relations.edges) {
    if (direction !== 'IN') continue; // the group's own deeds are no membership in it
    const known = ties.get(city.id);
    if (!known || (known.holdsOn === 'POSSIBLE' && tie.holdsOn !== 'POSSIBLE')) ties.set(city.id, tie);
  }
  return { ...node, ties, total: relations.totalCount };
}
