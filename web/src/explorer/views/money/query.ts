import { CITATION } from '../../lib/facts';

const payees = (kind: string) => `${kind}(first: 100, where: { funders: [{ some: {} }] }) { totalCount edges { node { id } } }`;
const unfunded = (kind: string) => `${kind}(first: 300) { edges { node { id kind name claims(fields: ["funders"]) { value basis sources { ...C } } } } }`;

/** Who has a funder on record, and of whom a source says that nobody funds it. */
export const PAYEES = `query Payees {
  ${['networks', 'organizations', 'initiatives', 'events', 'cities', 'declarations', 'funders'].map(payees).join('\n  ')}
  ${['networks', 'organizations', 'initiatives'].map((kind) => `said_${kind}: ${unfunded(kind)}`).join('\n  ')}
}
${CITATION}`;

/** All that is recorded of who funds them. */
export const OVERVIEW = `query Money($ids: [ID!]!, $basis: Basis!) {
  nodes(ids: $ids) {
    id kind name
    relations(kinds: [FUNDS], first: 100, basis: $basis) {
      totalCount
      edges {
        id direction since until seen amount currency amountQualifier amountPer moneyFrom basis
        sources { ...C }
        node { id kind name }
      }
    }
  }
}
${CITATION}`;

/** Where the money of one record comes from, and where it goes. */
export const FUNDING = `query Funding($of: ID!, $basis: Basis!) {
  node(id: $of) { id kind name }
  received: funding(to: $of, basis: $basis) { ...A received { ...S } }
  given: funding(from: $of, basis: $basis) { ...A given { ...S } }
}
fragment A on FundingAnswer {
  assumptions { sentence }
  excluded { implied }
  truncated
  unfunded { node { id name } contradicted claim { value sources { ...C } } }
  fundings(first: 200) {
    totalCount
    edges {
      distance amount currency amountQualifier amountPer counts years why
      payer { id kind name }
      payee { id kind name }
      edge { id since until seen moneyFrom basis sources { ...C } }
    }
  }
}
fragment S on FundingSum { totals { currency amount relationships } summed notSummable unknown }
${CITATION}`;
