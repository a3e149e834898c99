import { CITATION } from '../../lib/facts';

/** The networks with the most on record, among whom the page looks for those to open with. */
export const LARGEST = `query LargestNetworks {
  networks(first: 40, orderBy: { by: DEGREE, direction: DESC }) { edges { node { id } } }
}`;

/** The pairs of them that share the most, at any time. */
export const CLOSEST = `query ClosestNetworks($groups: [ID!]!) {
  overlap(groups: $groups, universe: { recorded: true }) {
    pairs(first: 1000, orderBy: SHARED) { edges { node { a { id } b { id } shared } } }
  }
}`;

/** The groups with everybody who was ever recorded in them and when: for the order of the groups, the days of the slider, and why somebody is only possible. */
export const GROUPS = `query OverlapGroups($ids: [ID!]!, $most: Int!) {
  nodes(ids: $ids) {
    id kind name
    rosters { date scope status }
    dateSpan { earliest }
    ties: relations(where: { kinds: [NETWORK, DECLARATION, ORGANIZATION, INITIATIVE, EVENT] }, first: 100) { edges { id kind direction basis node { id } } }
    relations(kinds: [MEMBER_OF, SIGNED, TOOK_PART_IN], first: $most) {
      edges { id kind direction since until seen role basis through { id } node { id name ... on City { country placeType } } }
    }
  }
}`;

/** How the groups overlap, pair by pair and all at once, with the relationships that say so; and their sizes if only certain members count. */
export const OVERLAP = `query Overlap($groups: [ID!]!, $universe: UniverseInput!, $asOf: Date, $certainty: Certainty, $basis: Basis, $pairs: Int!, $sure: Boolean!) {
  overlap(groups: $groups, universe: $universe, asOf: $asOf, certainty: $certainty, basis: $basis) {
    assumptions { asOf certainty basis sentence }
    excluded { notOnDate implied otherRoles possible otherKinds otherPlaceTypes outsideUniverse }
    warnings
    universe { size description }
    groups { node { id kind name } size fellOut complete roster { date status count sources { ...C } } }
    pairs(first: $pairs, orderBy: GROUPS) {
      edges {
        node {
          a { id } b { id }
          sizeA sizeB shared sharedAtLeast sharedAtMost circular sameSources
          jaccard overlapCoefficient expected lift pValue pAdjusted amongRecorded
          actors { node { id name ... on City { country } } edgesA { ...E } edgesB { ...E } }
        }
      }
    }
  }
  sure: overlap(groups: $groups, universe: $universe, asOf: $asOf, certainty: CERTAIN, basis: $basis) @include(if: $sure) { groups { node { id } size } }
  intersections(groups: $groups, first: 200, asOf: $asOf, certainty: $certainty, basis: $basis) {
    total
    sets { size groups { id } actors { id name ... on City { country } } }
  }
}
fragment E on Edge { id kind since until seen basis sources { ...C } }
${CITATION}`;
