/** A kind of node, as the API spells it. */
export type Kind =
  | 'CITY'
  | 'NETWORK'
  | 'DECLARATION'
  | 'ORGANIZATION'
  | 'FUNDER'
  | 'INITIATIVE'
  | 'EVENT'
  | 'DEMAND'
  | 'SOURCE';

/** How a kind is told apart, by word, shape and hue: never by hue alone. */
export interface KindLook {
  kind: Kind;
  /** In ids and addresses: `city`. */
  prefix: string;
  one: string;
  many: string;
  /** The colours are custom properties of theme.css: `--city` fills, `--city-edge` draws the outline. */
  fill: string;
  edge: string;
  /** A path in a square from -1 to 1. */
  path: string;
}

const look = (kind: Kind, one: string, many: string, path: string): KindLook => {
  const prefix = kind.toLowerCase();
  return { kind, prefix, one, many, path, fill: `var(--${prefix})`, edge: `var(--${prefix}-edge)` };
};

/** Every kind, in the order of listings and legends: that of the vocabulary. */
export const KINDS: KindLook[] = [
  look('CITY', 'city', 'cities', 'M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z'),
  look('NETWORK', 'network', 'networks', 'M-.5-.9H.5A.4 .4 0 0 1 .9-.5V.5A.4 .4 0 0 1 .5 .9H-.5A.4 .4 0 0 1-.9 .5V-.5A.4 .4 0 0 1-.5-.9Z'),
  look('DECLARATION', 'declaration', 'declarations', 'M-.75-1H.25L.75-.5V1H-.75ZM.25-1V-.5H.75'),
  look('ORGANIZATION', 'organization', 'organizations', 'M0-1.1L1.1 0L0 1.1L-1.1 0Z'),
  look('FUNDER', 'funder', 'funders', 'M-.55-.95H.55L1.1 0L.55 .95H-.55L-1.1 0Z'),
  look('INITIATIVE', 'initiative', 'initiatives', 'M0-1.05L1.1 .9H-1.1Z'),
  look('EVENT', 'event', 'events', 'M-.8-1V1.05M-.8-1L1-.45L-.8 .2Z'),
  look('DEMAND', 'demand', 'demands', 'M-1-.8H1V.45H.1L-.45 1V.45H-1Z'),
  look('SOURCE', 'source', 'sources', 'M-.75-1H.75V1H-.75ZM-.35-.4H.35M-.35 .1H.35'),
];

const byKind = new Map<string, KindLook>(KINDS.map((each) => [each.kind, each]));

/** The look of a kind; one that a newer API has and this page does not know is drawn as a source. */
export function kindLook(kind: string): KindLook {
  return byKind.get(kind) ?? { ...byKind.get('SOURCE')!, one: kind.toLowerCase(), many: kind.toLowerCase() };
}

/** The kind that an id names: `city:berlin` is a CITY. */
export function kindOfId(id: string): KindLook {
  return kindLook((id.split(':')[0] ?? '').toUpperCase());
}
