import { CITATION } from '../../lib/facts';

/** What an id that is no longer in use leads to: the answer tells it beside the data. */
export const REDIRECT = `query Redirect($id: ID!) { node(id: $id) { id } }`;

/** Everything about one node and what sources do not agree on about it, in one question. */
export const ENTITY = `query Entity($id: ID!) {
  node(id: $id) {
    id kind name description date degree basis errorReport
    sources { ...C }
    names { text lang kind sources { ...C } }
    figures { measure qualifier value date sources { ...C } }
    rosters { date scope status count sources { ...C } }
    claims { field value basis sources { ...C } }
    corrections { date was is why }
    ... on City { placeType country latitude longitude population geonamesId }
    ... on Network { foundingDate homepage }
    ... on Declaration { declarationForm: form adopted published fileAsOf }
    ... on Organization { organizationForm: form foundingDate }
    ... on Funder { foundingDate }
    ... on Initiative { initiativeForm: form status started ended }
    ... on Event { held: date }
    ... on Source { publisher url language published retrieved authors file }
    relations(first: 500) {
      totalCount
      edges {
        id kind direction since until seen lastSeen stint basis
        office person unit section wording role stance
        amount currency amountQualifier amountPer moneyFrom
        through { id name }
        onBehalfOf { id name }
        sources { ...C }
        node { id kind name degree date ... on City { country latitude longitude } }
      }
    }
  }
  contradictions(of: [$id]) {
    list(first: 200) {
      edges {
        node {
          sort certainty oneDocument field
          node { id }
          edge { id }
          sides { value qualifier date roster sources { ...C } recorded { totalCount } }
        }
      }
    }
  }
}
${CITATION}`;
