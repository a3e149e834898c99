import { KINDS } from '../../lib/kinds';
import { fitted } from '../../lib/measure';
import { neighbourWords } from '../../text/relations';
import type { Relation } from './types';

/** The neighbours around one node: names in columns, so that none covers another. Sizes in pixels. */
export interface Ego {
  width: number;
  height: number;
  centre: { x: number; y: number };
  nodes: EgoNode[];
  /** Neighbours that are not drawn. */
  left: number;
}

export interface EgoNode {
  id: string;
  kind: string;
  name: string;
  /** The name as it fits. */
  label: string;
  /** How it is related, where there is room for it behind the name. */
  relation: string;
  x: number;
  y: number;
  labelX: number;
  anchor: 'start' | 'end';
  /** No source states it, one implies it. */
  implied: boolean;
}

const MOST = 20;
const ROW = 25;
const TOP = 12;
const GAP = 14;
export const LABEL_SIZE = 14;

/** Narrower than this, all names stand on one side: half the width has no room for a name. */
const TWO_SIDES = 640;

/**
 * Lays out a node's neighbours by kind, then by name: as a fan to the right, and where there is room downwards on the right
 * and then on the left.
 */
export function layoutEgo(relations: Relation[], width: number, measure: (text: string) => number): Ego {
  const all = neighbours(relations);
  const chosen = [...all].sort((a, b) => b.degree - a.degree || a.id.localeCompare(b.id)).slice(0, MOST);
  chosen.sort((a, b) => place(a.kind) - place(b.kind) || a.name.localeCompare(b.name, 'en'));
  const twoSides = width >= TWO_SIDES && chosen.length > 4;
  const onRight = twoSides ? Math.ceil(chosen.length / 2) : chosen.length;
  const height = Math.max(onRight, 2) * ROW + TOP;
  const centre = { x: twoSides ? width / 2 : 16, y: height / 2 };
  const reach = twoSides ? 150 : Math.min(width * 0.28, 120);
  const nodes = chosen.map((node, i) => {
    const right = i < onRight;
    const [row, inColumn] = right ? [i, onRight] : [i - onRight, chosen.length - onRight];
    const y = centre.y + (row - (inColumn - 1) / 2) * ROW;
    // An ellipse, so that lines fan out instead of lying on one another.
    const bow = Math.sqrt(Math.max(0, 1 - ((y - centre.y) / (height / 2 + ROW)) ** 2));
    const x = centre.x + (right ? 1 : -1) * reach * (0.55 + 0.45 * bow);
    const labelX = x + (right ? GAP : -GAP);
    const room = right ? width - labelX - 2 : labelX - 2;
    const label = fitted(node.name, room, measure);
    const relation = measure(`${label} ${node.words}`) <= room ? node.words : '';
    return { ...node, label, relation, x, y, labelX, anchor: right ? ('start' as const) : ('end' as const) };
  });
  return { width, height, centre, nodes, left: all.length - chosen.length };
}

function place(kind: string): number {
  return KINDS.findIndex((each) => each.kind === kind);
}

/** Each neighbour once, with the words of all its relationships. */
function neighbours(relations: Relation[]) {
  const all = new Map<string, { id: string; kind: string; name: string; degree: number; implied: boolean; words: string }>();
  for (const { node, kind: edge, direction, basis } of relations) {
    const { id, kind, name, degree } = node;
    const before = all.get(id);
    const word = neighbourWords(edge, direction === 'IN');
    const words = before?.words.split(', ').includes(word) ? before.words : [before?.words, word].filter(Boolean).join(', ');
    all.set(id, { id, kind, name, degree, implied: basis === 'IMPLIED' && (before?.implied ?? true), words });
  }
  return [...all.values()];
}
