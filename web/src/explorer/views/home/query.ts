/** What the first page tells of the dataset as it is served. */
export const HOME = `query Home {
  dataset { title version nodeCounts { kind count } edgeCounts { kind count } }
  networks(first: 60, orderBy: { by: DEGREE, direction: DESC }) {
    totalCount
    edges {
      node {
        id name
        rosters { date scope status count sources { locator } }
        members(first: 0) { totalCount }
      }
    }
  }
  contradictions(sorts: [FIGURE]) {
    list(first: 100) { edges { node { certainty field node { id name } sides { value qualifier date } } } }
  }
  cities(first: 3, orderBy: { by: DEGREE, direction: DESC }) { edges { node { id name degree country networks(first: 0) { totalCount } declarations(first: 0) { totalCount } } } }
}`;

/** What the networks with the most members share, pair by pair. */
export const SHARED = `query Shared($groups: [ID!]!) {
  overlap(groups: $groups, universe: { recorded: true }) {
    pairs(first: 1, orderBy: SHARED) {
      edges { node { a { id name } b { id name } sizeA sizeB shared actors { node { name } } } }
    }
  }
}`;
