import { amountWords } from '../../lib/edge-words';
import { type Citation, sourcesOf } from '../../lib/facts';
import { list } from '../../text/common';
import { money as t } from '../../text/money';
import type { Funding, Money, Party, Said, Sum } from './types';

interface Claims {
  edges: { node: Party & { claims: { value: string; basis: string; sources: Citation[] }[] } }[];
}

export type PayeesData = Record<string, { totalCount?: number; edges: { node: { id: string } }[] } | Claims>;

export interface OverviewData {
  nodes: (Party & { relations: { totalCount: number; edges: (Omit<Funding, 'payer' | 'payee' | 'layer'> & { direction: string; node: Party })[] } })[];
}

type OfEdge = 'id' | 'since' | 'until' | 'seen' | 'moneyFrom' | 'basis' | 'sources';

interface Side {
  assumptions: { sentence: string };
  excluded: { implied: number };
  truncated: boolean;
  unfunded: { node: Party; contradicted: boolean; claim: { value: string; sources: Citation[] } }[];
  fundings: { totalCount: number; edges: (Omit<Funding, OfEdge | 'layer'> & { distance: number; edge: Pick<Funding, OfEdge> })[] };
}

export interface FundingData {
  node: Party | null;
  received: Side & { received: Sum | null };
  given: Side & { given: Sum | null };
}

/** The ids of everybody who has a funder on record, by id. */
export function payeeIds(data: PayeesData): string[] {
  const lists = Object.entries(data).filter(([name]) => !name.startsWith('said_'));
  return lists.flatMap(([, { edges }]) => edges.map(({ node }) => node.id)).sort();
}

/** Of whom a source says "none", and whether somebody is recorded as paying all the same. */
export function saidUnfunded(data: PayeesData): Said[] {
  const payees = new Set(payeeIds(data));
  const nodes = Object.entries(data).filter(([name]) => name.startsWith('said_')).flatMap(([, part]) => (part as Claims).edges); // prettier-ignore
  return nodes.flatMap(({ node: { id, name, claims } }) => {
    const none = claims.filter(({ value }) => value === 'none');
    return none.length ? [{ node: { id, name }, contradicted: payees.has(id), sources: none.flatMap(({ sources }) => sources) }] : [];
  });
}

/** Everything that is recorded, each relationship once. */
export function overview({ nodes }: OverviewData, unfunded: Said[], assumed: string): Money {
  const all = new Map<string, Funding>();
  for (const { relations, ...self } of nodes) {
    const me: Party = { id: self.id, kind: self.kind, name: self.name };
    for (const { direction, node, ...rest } of relations.edges) {
      const [payer, payee] = direction === 'IN' ? [node, me] : [me, node];
      all.set(rest.id, { ...rest, payer, payee, layer: 0 });
    }
  }
  const left = nodes.reduce((n, { relations }) => n + relations.totalCount - relations.edges.length, 0);
  return { of: null, fundings: [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), unfunded, received: null, given: null, assumed, implied: 0, truncated: false, left };
}

/** What one record received and gave, at first hand and further on. */
export function focused({ node, received, given }: FundingData): Money {
  const part = ({ fundings }: Side, layer: (distance: number) => number) =>
    fundings.edges.map(({ edge, distance, ...rest }): Funding => ({ ...rest, ...edge, layer: layer(distance) }));
  const both = [...part(received, (distance) => -distance), ...part(given, (distance) => distance - 1)];
  const said = new Map([...received.unfunded, ...given.unfunded].map(({ node: of, contradicted, claim }) => [of.id, { node: of, contradicted, sources: claim.sources }]));
  return {
    of: node,
    fundings: [...new Map(both.map((each) => [each.id, each])).values()],
    unfunded: [...said.values()],
    received: received.received,
    given: given.given,
    assumed: received.assumptions.sentence,
    implied: received.excluded.implied + given.excluded.implied,
    truncated: received.truncated || given.truncated,
    left: received.fundings.totalCount - received.fundings.edges.length + (given.fundings.totalCount - given.fundings.edges.length),
  };
}

/** The page's first line. Sums are the API's, never our own. */
export function moneySentence({ of, fundings, unfunded, received, given }: Money): string {
  const said = unfunded.map((each) => unfundedWords(each));
  if (!of) {
    const known = fundings.filter(({ amount }) => amount !== null).length;
    const parties = (which: 'payer' | 'payee') => new Set(fundings.map((each) => each[which].id)).size;
    return [t.sentence.all(fundings.length, parties('payer'), parties('payee'), known), ...said].join(' ');
  }
  const parts = [sumSentence(t.sentence.received(of.name), received), sumSentence(t.sentence.given(of.name), given)].filter(Boolean);
  if (parts.length + said.length === 0) return t.sentence.none(of.name);
  return [...parts, ...said].join(' ');
}

function sumSentence(what: (n: number) => string, sum: Sum | null): string {
  const n = sum ? sum.summed + sum.notSummable + sum.unknown : 0;
  if (!sum || n === 0) return '';
  const totals = sum.totals.map(({ currency, amount }) => amountWords({ currency, amount, amountQualifier: 'EXACT', amountPer: 'TOTAL' }));
  return t.sentence.sum(what(n), sum.summed, list(totals), sum.notSummable, sum.unknown);
}

/** "Städte Sicherer Häfen is expressly unfunded, says Land Berlin." */
export function unfundedWords({ node, contradicted, sources }: Said): string {
  const who = [...new Set(sourcesOf(sources).map(({ publisher, name }) => publisher ?? name))];
  return t.unfunded(node.name, list(who), who.length, contradicted);
}

/** The amount in words; where no source says for what time, that is told as the picture tells it. */
export function givenWords(funding: Pick<Funding, 'amount' | 'currency' | 'amountQualifier' | 'amountPer'>): string {
  const words = amountWords(funding);
  return words && funding.amountPer === null ? t.perUnsaid(words) : words;
}

/** How a band is drawn: an exact amount to scale, another one to scale and empty, an unknown one in one width. */
export type Certainty = 'exact' | 'vague' | 'unknown';

export function certaintyOf({ amount, currency, amountQualifier, amountPer }: Funding, scale: string | null): Certainty {
  if (amount === null || currency === null || currency !== scale) return 'unknown';
  return amountQualifier === 'EXACT' && amountPer !== null ? 'exact' : 'vague';
}

/** The currency that most amounts have: the only one that is drawn to scale. */
export function scaleOf(fundings: Funding[]): string | null {
  const counts = new Map<string, number>();
  for (const { amount, currency } of fundings) if (amount !== null && currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1))[0]?.[0] ?? null;
}
