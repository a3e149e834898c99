import type { Kind } from '../../lib/kinds';

/** The field that lists each kind. */
const LISTINGS: Partial<Record<Kind, string>> = {
  CITY: 'cities',
  NETWORK: 'networks',
  DECLARATION: 'declarations',
  ORGANIZATION: 'organizations',
  FUNDER: 'funders',
  INITIATIVE: 'initiatives',
  EVENT: 'events',
  DEMAND: 'demands',
};

/** What is asked of a node, and of each relationship and its other end. */
const NODE = 'id kind name date degree rosters { date scope status count }';
const PLACE = 'country placeType';
const RELATIONS = `fragment R on RelationConnection {
  pageInfo { hasNextPage endCursor }
  edges {
    id kind direction since until seen lastSeen holdsOn basis role stint
    sources { basis locator source { id } }
    node { id kind name degree ... on City { ${PLACE} } }
  }
}`;
/** What one relationship of the fragment costs (docs/api.md), and how many one request can afford, with what stands around them. */
const COST = 28;
const AFFORDABLE = 225_000 / COST;
const FEWEST = 10;

/** How many of each kind are recorded. */
export type Counts = Partial<Record<Kind, number>>;

/**
 * One question for all relationships among the kinds: every node of each kind but City with its relationships, and of cities only
 * those to other cities, since all others stand on the far end's list too. Pages are as long as a request may cost.
 */
export function networkQuery(kinds: Kind[], counts: Counts): string {
  const listed = kinds.filter((kind) => (counts[kind] ?? 0) > 0);
  const others = listed.filter((kind) => kind !== 'CITY').reduce((sum, kind) => sum + counts[kind]!, 0);
  // Relationships between cities are few (a district of its city): a short page each.
  const cities = listed.includes('CITY') ? Math.min(counts.CITY!, Math.floor(AFFORDABLE / 3 / FEWEST)) : 0;
  const left = AFFORDABLE - cities * FEWEST;
  const share = Math.min(1, left / Math.max(others * FEWEST, 1));
  const each = Math.max(FEWEST, Math.min(400, Math.floor(left / Math.max(others, 1))));
  const parts = listed.map((kind) => (kind === 'CITY' ? listing(kind, cities, FEWEST) : listing(kind, Math.max(1, Math.floor(counts[kind]! * share)), each)));
  return `query Network($kinds: [NodeKind!]!, $asOf: Date, $certainty: Certainty) {\n${parts.join('\n')}\n}\n${RELATIONS}`;
}

/** The next page of one kind's listing. */
export function nextQuery(kind: Kind): string {
  const page = listing(kind, Math.floor(AFFORDABLE / 40), 40, 'after: $after, ');
  const kinds = kind === 'CITY' ? '' : '$kinds: [NodeKind!]!, ';
  return `query NetworkPage(${kinds}$asOf: Date, $certainty: Certainty, $after: String) {\n${page}\n}\n${RELATIONS}`;
}

function listing(kind: Kind, first: number, each: number, after = ''): string {
  const where = kind === 'CITY' ? '{kinds: [CITY]}' : '{kinds: $kinds}';
  return `  ${LISTINGS[kind]}(${after}first: ${Math.min(first, 1000)}) {
    pageInfo { hasNextPage endCursor }
    edges { node { ${kind === 'CITY' ? `${NODE} ${PLACE}` : NODE} relations(first: ${each}, where: ${where}, asOf: $asOf, certainty: $certainty) { ...R } } }
  }`;
}

const RELATED = 'where: $where, asOf: $asOf, certainty: $certainty) { ...R }';

/** Some nodes with their relationships: the start of a picture, what is added to one, and what ties that to the rest. */
export const NEIGHBOURS = `query Neighbours($ids: [ID!]!, $where: NodeWhere!, $asOf: Date, $certainty: Certainty) {
  nodes(ids: $ids) { ${NODE} ... on City { ${PLACE} } relations(first: 200, ${RELATED} }
}
${RELATIONS}`;

/** The rest of one node's relationships. A cursor belongs to the type under which it was asked for: a kind's listing, or Node. */
export function restQuery(of: Kind | 'NODE'): string {
  const type = of.charAt(0) + of.slice(1).toLowerCase();
  return `query Rest($id: ID!, $where: NodeWhere!, $asOf: Date, $certainty: Certainty, $after: String) {
  node(id: $id) { id ... on ${type} { relations(after: $after, first: 1000, ${RELATED} } }
}
${RELATIONS}`;
}

/** The sources by name: relationships carry their ids. */
export const SOURCES = `query Sources($after: String) {
  sources(first: 1000, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id name publisher url language published retrieved } }
  }
}`;

/** Samples of what is put together above, to be tested against the schema. */
export const SAMPLE = networkQuery(Object.keys(LISTINGS) as Kind[], { CITY: 383, NETWORK: 24, DECLARATION: 32, ORGANIZATION: 50, FUNDER: 14, INITIATIVE: 19, EVENT: 11, DEMAND: 26 });
export const SAMPLE_CITIES = nextQuery('CITY');
export const SAMPLE_NETWORKS = nextQuery('NETWORK');
export const SAMPLE_REST = restQuery('NODE');
export const SAMPLE_REST_OF_KIND = restQuery('DECLARATION');
