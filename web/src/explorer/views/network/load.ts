import { type Answer, ask, type Question } from '../../lib/ask';
import type { Source } from '../../lib/facts';
import type { Kind } from '../../lib/kinds';
import { type Counts, NEIGHBOURS, networkQuery, nextQuery, restQuery, SOURCES } from './query';
import { type Chosen, DRAWN } from './state';

/** A node as the picture needs it. */
export interface NetNode {
  id: string;
  kind: Kind;
  name: string;
  /** Memberships, signatures and participations recorded anywhere, in the picture or not. */
  degree: number;
  /** When a group was founded, adopted or held; only of nodes that were asked for themselves. */
  date?: string | null;
  country?: string | null;
  placeType?: string | null;
  rosters?: { date: string | null; scope: string; status: 'COMPLETE' | 'PARTIAL' | 'UNKNOWN'; count: number | null }[];
}

/** A relationship with both its ends. */
export interface NetEdge {
  id: string;
  kind: string;
  from: string;
  to: string;
  symmetric: boolean;
  since: string | null;
  until: string | null;
  seen: string[];
  lastSeen: string | null;
  holdsOn: 'CERTAIN' | 'POSSIBLE' | null;
  basis: 'STATED' | 'IMPLIED';
  role: string | null;
  stint: number;
  sources: { basis: string; locator: string; source: { id: string } }[];
}

/** What was asked for, whole. */
export interface Loaded {
  nodes: Map<string, NetNode>;
  edges: Map<string, NetEdge>;
  sources: Map<string, Source>;
  /** Ids that were asked for and that no record has. */
  unknown: string[];
  /** The question that the listing begins with; its further pages and neighbours are asked in the same words. */
  question: Question;
}

/** Which far ends are asked for. */
type Where = { kinds: Kind[] } | { ids: string[] };
/** How many nodes one request can ask for with a page of relationships each. */
const AT_ONCE = 30;

type RawEdge = Omit<NetEdge, 'from' | 'to' | 'symmetric'> & { direction: 'OUT' | 'IN' | 'BOTH'; node: NetNode };
interface Page<T> {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: T[];
}
type RawNode = NetNode & { relations: Page<RawEdge> };
type Listing = Page<{ node: RawNode }>;

/** Asks for all that the picture is made of, page by page. */
export async function load(chosen: Chosen, counts: Counts, signal: AbortSignal): Promise<Loaded> {
  const { from, expand, date } = chosen;
  const time = date ? { asOf: date, certainty: chosen.certainty } : {};
  const question: Question = from.length
    ? { query: NEIGHBOURS, variables: { ids: from, where: { kinds: DRAWN }, ...time } }
    : { query: networkQuery(chosen.kinds, counts), variables: { kinds: chosen.kinds, ...time } };
  const whole: Loaded = { nodes: new Map(), edges: new Map(), sources: new Map(), unknown: [], question };
  const around = [...new Set([...from, ...expand])];
  await Promise.all([
    from.length || chosen.kinds.every((kind) => !counts[kind]) ? null : listings(question),
    ...neighbours(around, { kinds: DRAWN }),
    sources(),
  ]);
  // What the neighbours that came in are tied to among all that is there: else the picture would hide it.
  whole.unknown = around.filter((id) => !whole.nodes.has(id));
  const present = [...whole.nodes.keys()];
  const came = present.filter((id) => !around.includes(id) && (from.length > 0 || !chosen.kinds.includes(whole.nodes.get(id)!.kind)));
  if (around.length) await Promise.all(neighbours(came, { ids: present }));
  return whole;

  async function listings(first: Question): Promise<void> {
    const { data } = await ask<Record<string, Listing>>(first, signal);
    await Promise.all(Object.values(data).map((listing) => pages(listing)));
  }

  async function pages(listing: Listing): Promise<void> {
    let page = listing;
    for (;;) {
      await Promise.all(page.edges.map(({ node }) => take(node, { kinds: node.kind === 'CITY' ? ['CITY'] : chosen.kinds }, node.kind)));
      const kind = page.edges[0]?.node.kind;
      if (!page.pageInfo.hasNextPage || !kind) return;
      const variables = { ...(kind === 'CITY' ? {} : { kinds: chosen.kinds }), ...time, after: page.pageInfo.endCursor };
      const { data }: Answer<Record<string, Listing>> = await ask({ query: nextQuery(kind), variables }, signal);
      page = Object.values(data)[0]!;
    }
  }

  function neighbours(ids: string[], where: Where): Promise<unknown>[] {
    return batches(ids, AT_ONCE).map(async (some) => {
      const { data } = await ask<{ nodes: (RawNode | null)[] }>({ query: NEIGHBOURS, variables: { ids: some, where, ...time } }, signal);
      await Promise.all(data.nodes.map((node) => node && take(node, where, 'NODE')));
    });
  }

  /** Takes in a node with its relationships, asking for those behind its page. */
  async function take(node: RawNode, where: Where, of: Kind | 'NODE'): Promise<void> {
    const { relations, ...own } = node;
    put(own);
    let page = relations;
    for (;;) {
      for (const edge of page.edges) {
        put(edge.node);
        whole.edges.set(edge.id, between(own.id, edge));
      }
      if (!page.pageInfo.hasNextPage) return;
      const variables = { id: own.id, where, ...time, after: page.pageInfo.endCursor };
      const { data }: Answer<{ node: RawNode }> = await ask({ query: restQuery(of), variables }, signal);
      page = data.node.relations;
    }
  }

  function put(node: NetNode): void {
    whole.nodes.set(node.id, { ...whole.nodes.get(node.id), ...node });
  }

  async function sources(): Promise<void> {
    for (let after: string | null = null; ; ) {
      const { data }: Answer<{ sources: Page<{ node: Source }> }> = await ask({ query: SOURCES, variables: { after } }, signal);
      for (const { node } of data.sources.edges) whole.sources.set(node.id, node);
      if (!data.sources.pageInfo.hasNextPage) return;
      after = data.sources.pageInfo.endCursor;
    }
  }
}

function between(anchor: string, { direction, node, ...edge }: RawEdge): NetEdge {
  const ends: [string, string] = direction === 'IN' ? [node.id, anchor] : [anchor, node.id];
  if (direction === 'BOTH') ends.sort(); // stored once, the smaller id first
  return { ...edge, from: ends[0], to: ends[1], symmetric: direction === 'BOTH' };
}

function batches<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
