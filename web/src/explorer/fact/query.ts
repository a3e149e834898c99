import { CITATION } from '../lib/facts';

/** All that is recorded about one relationship. */
export const FACT_OF_EDGE = `query Evidence($id: ID!) {
  edge(id: $id) {
    id kind since until seen lastSeen stint basis wording section office person unit role
    amount currency amountQualifier amountPer moneyFrom stance
    from { id kind name }
    to { id kind name }
    through { id name }
    onBehalfOf { id name }
    sources { ...C }
    claims { field value basis sources { ...C } }
    corrections { date was is why }
    impliedBy { id kind from { name } to { name } }
    errorReport
  }
}
${CITATION}`;

/** All that is cited about one node: itself, its names, figures, rosters, and what single sources say. */
export const FACT_OF_NODE = `query Evidence($id: ID!) {
  node(id: $id) {
    id kind name basis
    sources { ...C }
    names { text lang kind basis sources { ...C } }
    figures { measure qualifier value date basis sources { ...C } }
    rosters { date scope status count basis sources { ...C } }
    claims { field value basis sources { ...C } }
    corrections { date was is why }
    errorReport
  }
}
${CITATION}`;
