import type { Kind } from '../../lib/kinds';
import type { Loaded, NetEdge, NetNode } from './load';
import type { Counts } from './query';
import { type Chosen, DRAWN, showsRelation } from './state';

/** All relationships between two nodes: one line of the picture. */
export interface Line {
  id: string;
  a: string;
  b: string;
  edges: NetEdge[];
  /** No relationship of it is certain on the day. */
  possible: boolean;
  /** No source states any of it. */
  implied: boolean;
  /** No relationship of it is a membership, signature or participation. */
  other: boolean;
}

/** A node in the picture. */
export interface Point extends NetNode {
  /** Lines that end at it in the picture. */
  lines: number;
}

/** What is in the picture, and what is not. */
export interface Picture {
  points: Map<string, Point>;
  lines: Line[];
  edges: NetEdge[];
  left: LeftOut;
}

/** What was left out, in numbers. */
export interface LeftOut {
  /** Recorded nodes of kinds that are not chosen. */
  kinds: { kind: Kind; count: number }[];
  /** Recorded nodes of the chosen kinds that have no relationship to show here. */
  alone: { kind: Kind; count: number }[];
  /** Cities of other countries than the chosen ones. */
  abroad: number;
  /** Relationships of kinds that are not chosen. */
  relations: { kind: string; count: number }[];
  /** Groups in the picture with a list that is recorded only in part. */
  partial: number;
  groups: number;
}

/** Picks what the choice shows from what was loaded. Whatever the choice names by id is shown if it has a line. */
export function picture(loaded: Loaded, chosen: Chosen, counts: Counts): Picture {
  const named = new Set([...chosen.from, ...chosen.expand]);
  const kept = (node: NetNode) => named.has(node.id) || chosen.pin.includes(node.id);
  const byHand = handOpened(loaded, chosen);
  const rightKind = (node: NetNode) => chosen.kinds.includes(node.kind) || byHand.has(node.id);
  const rightPlace = (node: NetNode) => node.kind !== 'CITY' || !chosen.countries.length || chosen.countries.includes(node.country ?? '');
  const shown = (node: NetNode) => kept(node) || (rightKind(node) && rightPlace(node));
  const among: NetEdge[] = [];
  const other = new Map<string, number>();
  for (const edge of loaded.edges.values()) {
    const [from, to] = [loaded.nodes.get(edge.from)!, loaded.nodes.get(edge.to)!];
    if (from === to || !shown(from) || !shown(to)) continue;
    if (showsRelation(chosen, edge.kind)) among.push(edge);
    else other.set(edge.kind, (other.get(edge.kind) ?? 0) + 1);
  }
  among.sort((x, y) => rosterFirst(x.kind) - rosterFirst(y.kind) || (x.id < y.id ? -1 : 1));
  const lines = linesOf(among);
  const points = pointsOf(lines, loaded);
  const abroad = [...loaded.nodes.values()].filter((node) => !kept(node) && rightKind(node) && !rightPlace(node)).length;
  return { points, lines, edges: among, left: { ...leftOut(points, chosen, counts, abroad), relations: [...other].map(([kind, count]) => ({ kind, count })) } };
}

/** Memberships, signatures and participations come before all else. */
export function rosterFirst(kind: string): number {
  const at = ['MEMBER_OF', 'SIGNED', 'TOOK_PART_IN'].indexOf(kind);
  return at < 0 ? NO_ROSTER : at;
}
const NO_ROSTER = 3;

export const isRoster = (kind: string) => rosterFirst(kind) < NO_ROSTER;

/** The neighbours of nodes that were opened by hand: shown although their kind is not chosen. */
function handOpened({ edges }: Loaded, { expand }: Chosen): Set<string> {
  const opened = new Set(expand);
  const found = new Set<string>();
  for (const { from, to } of edges.values()) {
    if (opened.has(from)) found.add(to);
    if (opened.has(to)) found.add(from);
  }
  return found;
}

function linesOf(edges: NetEdge[]): Line[] {
  const byEnds = new Map<string, Line>();
  for (const edge of edges) {
    const [a, b] = edge.from < edge.to ? [edge.from, edge.to] : [edge.to, edge.from];
    const id = `${a}|${b}`;
    const line = byEnds.get(id);
    if (line) line.edges.push(edge);
    else byEnds.set(id, { id, a, b, edges: [edge], possible: false, implied: false, other: false });
  }
  for (const line of byEnds.values()) {
    line.possible = line.edges.every(({ holdsOn }) => holdsOn === 'POSSIBLE');
    line.other = line.edges.every(({ kind }) => !isRoster(kind));
    line.implied = line.edges.every(({ basis }) => basis === 'IMPLIED');
  }
  return [...byEnds.values()];
}

function pointsOf(lines: Line[], { nodes }: Loaded): Map<string, Point> {
  const counted = new Map<string, number>();
  for (const { a, b } of lines) for (const id of [a, b]) counted.set(id, (counted.get(id) ?? 0) + 1);
  const ids = [...counted.keys()].sort();
  return new Map(ids.map((id) => [id, { ...nodes.get(id)!, lines: counted.get(id)! }]));
}

function leftOut(points: Map<string, Point>, chosen: Chosen, counts: Counts, abroad: number): Omit<LeftOut, 'relations'> {
  const drawn = (kind: Kind) => [...points.values()].filter((node) => node.kind === kind).length;
  const groups = [...points.values()].flatMap((point) => listOf(point) ?? []);
  const missing = (kind: Kind) => (counts[kind] ?? 0) - drawn(kind) - (kind === 'CITY' ? abroad : 0);
  return {
    kinds: DRAWN.filter((kind) => !chosen.kinds.includes(kind)).map((kind) => ({ kind, count: missing(kind) })).filter(({ count }) => count > 0),
    alone: chosen.from.length ? [] : chosen.kinds.map((kind) => ({ kind, count: missing(kind) })).filter(({ count }) => count > 0),
    abroad,
    partial: groups.filter((status) => status !== 'COMPLETE').length,
    groups: groups.length,
  };
}

/** How completely a group's list is recorded on its best day; null for what has none. A list of one country's members is no whole one. */
export function listOf({ rosters }: NetNode): 'COMPLETE' | 'PARTIAL' | 'UNKNOWN' | null {
  if (!rosters?.length) return null;
  const whole = rosters.filter(({ scope }) => scope === 'all').map(({ status }) => status);
  return (['COMPLETE', 'PARTIAL', 'UNKNOWN'] as const).find((status) => whole.includes(status)) ?? 'PARTIAL';
}
