import type { Citation } from '../../lib/facts';

export interface FigureLine {
  measure: string;
  qualifier: string;
  value: number;
  date: string | null;
}

/** A reported number beside what is recorded of its date; `members` is null where it counts something else. */
export interface Report {
  figure: FigureLine & { sources: Citation[] };
  members: number | null;
  atMost: number | null;
  missing: number | null;
}

export interface CoveredGroup {
  node: { id: string; kind: string; name: string; figures: FigureLine[] };
  members: number;
  atMost: number;
  reported: Report[];
  rosters: { date: string | null; scope: string; status: string; count: number | null; sources: Citation[] }[];
  relationships: number;
  withoutBeginning: number;
  withoutDate: { totalCount: number };
  singleSource: { totalCount: number };
  implied: number;
}

export interface CoverageData {
  coverage: { assumptions: { sentence: string }; warnings: string[]; groups: { totalCount: number; edges: CoveredGroup[] } };
}

export interface FactLine {
  id: string;
  kind: string;
  from: { id: string; name: string };
  to: { id: string; name: string };
  since: string | null;
  until: string | null;
  seen: string[];
  sources: Citation[];
}

export interface GroupData {
  coverage: {
    groups: {
      edges: {
        node: { id: string; name: string };
        withoutDate: { totalCount: number; edges: FactLine[] };
        singleSource: { totalCount: number; edges: FactLine[] };
      }[];
    };
  };
}

export interface Side {
  value: string;
  qualifier: string | null;
  date: string | null;
  roster: boolean;
  basis: string;
  sources: Citation[];
  recorded: { totalCount: number };
}

export type Sort = 'FIELD' | 'FIGURE' | 'ABSENCE';

export interface Contradiction {
  sort: Sort;
  certainty: 'CERTAIN' | 'POSSIBLE';
  /** Every value is of the same documents: each disagrees with itself. */
  oneDocument: boolean;
  field: string;
  carried: string | null;
  node: { id: string; kind: string; name: string } | null;
  edge: { id: string; kind: string; from: { id: string; name: string }; to: { id: string; name: string } } | null;
  sides: Side[];
}

export interface ContradictionData {
  contradictions: { assumptions: { sentence: string }; warnings: string[]; list: { totalCount: number; edges: { node: Contradiction }[] } };
}
