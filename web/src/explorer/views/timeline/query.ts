import { CITATION } from '../../lib/facts';

/** What happened to nodes, how many members the groups among them had, and who came and went. */
export const TIMELINE = `query Timeline($of: [ID!]!, $from: Date, $until: Date, $basis: Basis) {
  nodes(ids: $of) { id kind name }
  timeline(of: $of, from: $from, until: $until, basis: $basis) {
    assumptions { sentence }
    excluded { implied }
    warnings
    undated
    entries(first: 500) {
      totalCount
      edges {
        what date within sentence
        dateSpan { earliest latest precision }
        node { id kind name date sources { ...C } }
        other { id kind name date }
        edge { id sources { ...C } }
      }
    }
    groups {
      group { node { id name date } size fellOut }
      years { year certain possible }
      changes { joined { ...M } mayHaveJoined { ...M } left { ...M } mayHaveLeft { ...M } }
    }
  }
}
fragment M on Mover { node { id name } edges { id kind since until seen sources { ...C } } }
${CITATION}`;

/** The networks with the most on record: what is shown where nothing was chosen. */
export const FIRST = `query FirstNetworks {
  networks(first: 2, orderBy: { by: DEGREE, direction: DESC }) { edges { node { id } } }
}`;
