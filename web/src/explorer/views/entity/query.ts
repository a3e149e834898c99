import { CITATION } from '../../lib/facts';

/** Everything about one node, in one question. */
export const ENTITY = `query Entity($id: ID!) {
  node(id: $id) {
    id kind name description degree basis errorReport
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
        claims { field value }
        node { id kind name degree ... on City { country latitude longitude } }
      }
    }
  }
}
${CITATION}`;
