import { CITATION } from '../../lib/facts';

/** How complete every group of a kind is. */
export const COVERAGE = `query Coverage($kinds: [NodeKind!]!) {
  coverage(kinds: $kinds) {
    assumptions { sentence }
    warnings
    groups(first: 1000) {
      totalCount
      edges {
        node { id kind name figures { measure qualifier value date } }
        members
        atMost
        reported { figure { measure qualifier value date sources { ...C } } members atMost missing }
        rosters { date scope status count sources { ...C } }
        relationships
        withoutBeginning
        withoutDate { totalCount }
        singleSource { totalCount }
        implied
      }
    }
  }
}
${CITATION}`;

/** Which facts about one group are undated or rest on one source alone. */
export const GROUP = `query CoverageOfOne($id: ID!) {
  coverage(groups: [$id]) {
    groups(first: 1) {
      edges {
        node { id name }
        withoutDate { totalCount edges { ...E } }
        singleSource { totalCount edges { ...E } }
      }
    }
  }
}
fragment E on Edge { id kind from { id name } to { id name } since until seen sources { ...C } }
${CITATION}`;

/** What sources do not agree on. */
export const CONTRADICTIONS = `query Contradictions($sorts: [ContradictionSort!]) {
  contradictions(sorts: $sorts) {
    assumptions { sentence }
    warnings
    list(first: 500) {
      totalCount
      edges {
        node {
          sort certainty oneDocument field carried
          node { id kind name }
          edge { id kind from { id name } to { id name } }
          sides {
            value qualifier date roster basis
            sources { ...C }
            recorded { totalCount }
          }
        }
      }
    }
  }
}
${CITATION}`;
