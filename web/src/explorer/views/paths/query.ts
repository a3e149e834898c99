import { CITATION } from '../../lib/facts';

/** The shortest chains between two nodes, with a source for every hop. */
export const PATHS = `query Paths($from: ID!, $to: ID!, $k: Int!, $avoid: [ID!], $asOf: Date, $certainty: Certainty, $basis: Basis, $avoided: [ID!]!) {
  paths(from: $from, to: $to, k: $k, avoid: $avoid, asOf: $asOf, certainty: $certainty, basis: $basis) {
    assumptions { asOf certainty basis sentence }
    excluded { notOnDate possible implied }
    warnings
    from { id kind name }
    to { id kind name }
    depth
    visited
    truncated
    paths {
      length
      sentence
      heldTogether
      certain { from until days }
      possible { from until days }
      hops {
        from { id kind name }
        to { id kind name }
        kind direction says sentence
        edge { id kind since until seen basis sources { ...C } }
        beside { id kind since until seen sources { ...C } }
      }
    }
  }
  avoided: nodes(ids: $avoided) { id name }
}
${CITATION}`;

/** The cities with the most on record, and whom they are tied to: for the ends that were not chosen. */
export const ENDS = `query Ends {
  cities(first: 20, orderBy: { by: DEGREE, direction: DESC }) { edges { node { id relations(first: 300) { edges { node { id } } } } } }
}`;

/** The shortest chain alone, for the first page. */
export const CHAIN = `query Chain($from: ID!, $to: ID!) {
  paths(from: $from, to: $to, k: 1) {
    from { name }
    to { name }
    paths { length sentence }
  }
}`;
