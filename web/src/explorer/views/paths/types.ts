import type { Citation } from '../../lib/facts';

export interface PathNode {
  id: string;
  kind: string;
  name: string;
}

export interface Days {
  from: string | null;
  until: string | null;
  days: number | null;
}

export interface PathEdge {
  id: string;
  kind: string;
  since: string | null;
  until: string | null;
  seen: string[];
  sources: Citation[];
}

export interface Hop {
  from: PathNode;
  to: PathNode;
  kind: string;
  direction: 'OUT' | 'IN' | 'BOTH';
  says: string;
  sentence: string;
  edge: PathEdge & { basis: string };
  beside: PathEdge[];
}

export interface Chain {
  length: number;
  sentence: string;
  heldTogether: 'CERTAIN' | 'POSSIBLE' | null;
  certain: Days[];
  possible: Days[];
  hops: Hop[];
}

export interface PathsData {
  paths: {
    assumptions: { asOf: string | null; certainty: 'CERTAIN' | 'POSSIBLE' | null; basis: 'STATED' | 'ANY'; sentence: string };
    excluded: { notOnDate: number; possible: number; implied: number };
    warnings: string[];
    from: PathNode;
    to: PathNode;
    depth: number;
    visited: number;
    truncated: boolean;
    paths: Chain[];
  };
  avoided: ({ id: string; name: string } | null)[];
}
