import type { Citation } from '../../lib/facts';

export type Happening = 'FOUNDED' | 'JOINED' | 'SIGNED' | 'ISSUED' | 'HELD' | 'FUNDED' | 'LEFT' | 'ENDED';

export interface DateSpan {
  earliest: string | null;
  latest: string | null;
  precision: 'DAY' | 'MONTH' | 'YEAR' | 'SPAN';
}

export interface Entry {
  what: Happening;
  date: string;
  within: 'CERTAIN' | 'POSSIBLE';
  sentence: string;
  dateSpan: DateSpan;
  node: { id: string; kind: string; name: string; date?: string | null; sources: Citation[] };
  other: { id: string; kind: string; name: string; date?: string | null } | null;
  edge: { id: string; sources: Citation[] } | null;
}

export interface YearCount {
  year: number;
  certain: number;
  possible: number;
}

export interface Mover {
  node: { id: string; name: string };
  edges: { id: string; kind: string; since: string | null; until: string | null; seen: string[]; sources: Citation[] }[];
}

export interface Changes {
  joined: Mover[];
  mayHaveJoined: Mover[];
  left: Mover[];
  mayHaveLeft: Mover[];
}

export interface BandGroup {
  group: { node: { id: string; name: string; date?: string | null }; size: number; fellOut: number };
  years: YearCount[];
  changes: Changes | null;
}

export interface TimelineData {
  nodes: ({ id: string; kind: string; name: string } | null)[];
  timeline: {
    assumptions: { sentence: string };
    excluded: { implied: number };
    warnings: string[];
    undated: number;
    entries: { totalCount: number; edges: Entry[] };
    groups: BandGroup[];
  };
}
