/** What the first page tells of the dataset as it is served. */
export const HOME = `query Home {
  dataset { title version nodeCounts { kind count } edgeCounts { kind count } }
  networks(first: 60, orderBy: { by: DEGREE, direction: DESC }) {
    totalCount
    edges {
      node {
        id name
        figures { measure qualifier value date sources { basis locator source { id name publisher } } }
        rosters { date scope status count sources { locator } }
        members(first: 0) { totalCount }
      }
    }
  }
  cities(first: 3, orderBy: { by: DEGREE, direction: DESC }) { edges { node { id name degree country networks(first: 0) { totalCount } declarations(first: 0) { totalCount } } } }
}`;

/** Cities that are on record as members of both networks. */
export const BOTH = `query InBoth($one: ID!, $other: ID!) {
  cities(first: 3, where: { networks: [{ some: { ids: [$one] } }, { some: { ids: [$other] } }] }) {
    totalCount
    edges { node { id name } }
  }
}`;
