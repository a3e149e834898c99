import type { Citation } from '../../lib/facts';

export interface Party {
  id: string;
  kind: string;
  name: string;
}

/** One FUNDS relationship. `layer` is how many hops its payer lies behind the chosen record, negative before it. */
export interface Funding {
  id: string;
  payer: Party;
  payee: Party;
  layer: number;
  amount: number | null;
  currency: string | null;
  amountQualifier: string | null;
  amountPer: string | null;
  moneyFrom: string | null;
  since: string | null;
  until: string | null;
  seen: string[];
  basis: string;
  sources: Citation[];
  /** What it adds to the API's sum and why not; undefined where nothing is summed. */
  counts?: string | null;
  why?: string | null;
  years?: number[];
}

/** A source says that nobody funds it. */
export interface Said {
  node: { id: string; name: string };
  contradicted: boolean;
  sources: Citation[];
}

export interface Sum {
  totals: { currency: string; amount: number; relationships: number }[];
  summed: number;
  notSummable: number;
  unknown: number;
}

/** What the page shows: of one record, or of all. */
export interface Money {
  of: Party | null;
  fundings: Funding[];
  unfunded: Said[];
  received: Sum | null;
  given: Sum | null;
  assumed: string;
  implied: number;
  truncated: boolean;
  /** Relationships that are recorded and not shown. */
  left: number;
}
