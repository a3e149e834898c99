/** Who puts a city on a group's list. */
const ROSTER = 'kinds: [MEMBER_OF, SIGNED, TOOK_PART_IN], roles: [PARTICIPANT, PARTNER, DECLARED], where: {kinds: [CITY]}';
const FACTS = 'id kind since until seen lastSeen holdsOn basis sources { basis locator source { id name publisher url } }';

/** Cities with their memberships in networks. A request may not cost more: further cities and memberships are asked for by page. */
const CITIES = `cities(first: 400, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        id name country placeType population latitude longitude
        networks(first: 20, asOf: $asOf, certainty: $certainty) {
          pageInfo { hasNextPage endCursor }
          edges { ${FACTS} node { id name date } }
        }
      }
    }
  }`;

export const MAP = `query Map($after: String, $asOf: Date, $certainty: Certainty) {
  ${CITIES}
}`;

/** The same with one group's members, signatories or participants. */
export const MAP_WITH_LAYER = `query MapWithLayer($layer: ID!, $after: String, $asOf: Date, $certainty: Certainty) {
  node(id: $layer) {
    id kind name date
    rosters { date scope status count }
    relations(
      first: 1000
      ${ROSTER}
      asOf: $asOf
      certainty: $certainty
    ) {
      totalCount
      edges { direction ${FACTS} node { id } }
    }
  }
  ${CITIES}
}`;

/** The rest of one city's memberships. */
export const MEMBERSHIPS = `query Memberships($id: ID!, $after: String, $asOf: Date, $certainty: Certainty) {
  city(id: $id) {
    networks(first: 1000, after: $after, asOf: $asOf, certainty: $certainty) {
      pageInfo { hasNextPage endCursor }
      edges { ${FACTS} node { id name date } }
    }
  }
}`;

const GROUP = `totalCount edges { node { id name relations(first: 0, ${ROSTER}) { totalCount } } }`;

/** The groups that can lie over the map, each with the number of cities on its list. */
export const LAYERS = `query Layers {
  networks(first: 1000, orderBy: {by: DEGREE, direction: DESC}) { ${GROUP} }
  declarations(first: 1000, orderBy: {by: DEGREE, direction: DESC}) { ${GROUP} }
  initiatives(first: 1000, orderBy: {by: DEGREE, direction: DESC}) { ${GROUP} }
  events(first: 1000, orderBy: {by: DEGREE, direction: DESC}) { ${GROUP} }
}`;
