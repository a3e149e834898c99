import type { Edtf } from '../../lib/dates';
import type { EdgeAttributes, EdgeTime } from '../../lib/edge-words';
import type { Citation, Claim, Correction } from '../../lib/facts';

/** A relationship as it is read from the page's node. */
export interface Relation extends EdgeTime, EdgeAttributes {
  id: string;
  kind: string;
  direction: 'OUT' | 'IN' | 'BOTH';
  seen: Edtf[];
  lastSeen: string | null;
  stint: number;
  basis: string;
  wording: string | null;
  through: { id: string; name: string } | null;
  onBehalfOf: { id: string; name: string } | null;
  sources: Citation[];
  /** Its other end. */
  node: { id: string; kind: string; name: string; degree: number; date?: Edtf | null; country?: string | null; latitude?: number | null; longitude?: number | null };
}

export interface Name {
  text: string;
  lang: string;
  kind: string;
  sources: Citation[];
}

export interface Figure {
  measure: string;
  qualifier: string;
  value: number;
  date: Edtf | null;
  sources: Citation[];
}

export interface Roster {
  date: Edtf | null;
  scope: string;
  status: 'COMPLETE' | 'PARTIAL' | 'UNKNOWN';
  count: number | null;
  sources: Citation[];
}

/** One thing that sources do not agree on, of the page's node or of a relationship at it. */
export interface Contradiction {
  sort: 'FIELD' | 'FIGURE' | 'ABSENCE';
  /** POSSIBLE where the values are numbers that may be of different days. */
  certainty: 'CERTAIN' | 'POSSIBLE';
  /** Every value is of the same documents. */
  oneDocument: boolean;
  field: string;
  node: { id: string } | null;
  edge: { id: string } | null;
  sides: Side[];
}

export interface Side {
  value: string;
  qualifier: string | null;
  date: Edtf | null;
  /** The number is the length of a recorded list. */
  roster: boolean;
  sources: Citation[];
  recorded: { totalCount: number };
}

/** What the page asks for. */
export interface EntityData {
  node: Entity | null;
  contradictions: { list: { edges: { node: Contradiction }[] } } | null;
}

/** A node of any kind; the fields after `relations` are those of its own kind. */
export interface Entity {
  id: string;
  kind: string;
  name: string;
  description: string | null;
  /** When it was founded, adopted or held. */
  date?: Edtf | null;
  degree: number;
  basis: string | null;
  errorReport: string;
  sources: Citation[];
  names: Name[];
  figures: Figure[];
  rosters: Roster[];
  claims: Claim[];
  corrections: Correction[];
  relations: { totalCount: number; edges: Relation[] };

  placeType?: string | null;
  country?: string | null;
  latitude?: number | null;
  longitude?: number | null;
  population?: number | null;
  geonamesId?: number | null;
  foundingDate?: Edtf | null;
  homepage?: string | null;
  declarationForm?: string | null;
  organizationForm?: string | null;
  initiativeForm?: string | null;
  adopted?: Edtf | null;
  published?: Edtf | null;
  fileAsOf?: Edtf | null;
  status?: string | null;
  started?: Edtf | null;
  ended?: Edtf | null;
  held?: Edtf | null;
  publisher?: string | null;
  url?: string | null;
  language?: string | null;
  retrieved?: Edtf | null;
  authors?: string | null;
  file?: string | null;
}
