import { fitted } from '../../lib/measure';
import { wrap } from '../../take/wrap';
import { paths as t } from '../../text/paths';
import type { Chain } from './types';

/** Chains as lines of nodes, below each other. Sizes in pixels. */
export interface Drawn {
  width: number;
  height: number;
  chains: DrawnChain[];
}

export interface DrawnChain {
  head: string;
  headY: number;
  held: 'CERTAIN' | 'POSSIBLE' | 'never';
  nodes: { id: string; kind: string; name: string; lines: string[]; x: number; y: number; labelX: number; labelY: number; anchor: 'start' | 'middle' | 'end' }[];
  links: { x1: number; y1: number; x2: number; y2: number; lines: string[]; labelX: number; labelY: number; anchor: 'start' | 'middle' }[];
}

export const LINE = 18;
const HEAD = 28;
const STEP = 190;
const DOWN = 58;
const R = 10;

type Measure = (text: string) => number;

/** Side by side where every hop has room for its words, else from top to bottom. */
export function layoutChains(chains: Chain[], width: number, measure: Measure): Drawn {
  let y = 0;
  const drawn = chains.map((chain, i) => {
    const across = width / (chain.length + 1) >= STEP * 0.8;
    const { height, ...part } = across ? sideways(chain, y, width, measure) : downwards(chain, y, width, measure);
    y += height;
    const held = chain.heldTogether ?? 'never';
    return { ...part, held, headY: y - height + 18, head: chain.length > 1 ? t.chainHeld(t.chain(i + 1, chain.length), t.heldShort[held]) : t.chain(i + 1, 1) } as DrawnChain;
  });
  return { width, height: y, chains: drawn };
}

function nodesOf({ hops }: Chain) {
  return [hops[0]!.from, ...hops.map(({ to }) => to)];
}

function sideways(chain: Chain, top: number, width: number, measure: Measure) {
  const nodes = nodesOf(chain);
  const column = width / nodes.length;
  const y = top + HEAD + 34;
  const x = (i: number) => column * (i + 0.5);
  const names = nodes.map(({ name }) => short(wrap(name, column - 16, measure), 3, column - 16, measure));
  const says = chain.hops.map(({ says: words }) => short(wrap(words, column - 2 * R - 20, measure), 2, column - 2 * R - 20, measure));
  const rows = Math.max(...names.map((lines) => lines.length));
  return {
    height: HEAD + 34 + R + 8 + rows * LINE + 20,
    nodes: nodes.map(({ id, kind, name }, i) => ({ id, kind, name, lines: names[i]!, x: x(i), y, labelX: x(i), labelY: y + R + 20, anchor: 'middle' as const })),
    links: chain.hops.map((_, i) => ({ x1: x(i) + R + 4, y1: y, x2: x(i + 1) - R - 4, y2: y, lines: says[i]!, labelX: (x(i) + x(i + 1)) / 2, labelY: y - 8 - (says[i]!.length - 1) * LINE, anchor: 'middle' as const })),
  };
}

function downwards(chain: Chain, top: number, width: number, measure: Measure) {
  const nodes = nodesOf(chain);
  const x = R + 4;
  const y = (i: number) => top + HEAD + 14 + i * DOWN;
  const room = width - x - R - 14;
  return {
    height: HEAD + 14 + chain.length * DOWN + R + 24,
    nodes: nodes.map(({ id, kind, name }, i) => ({ id, kind, name, lines: [fitted(name, room, measure)], x, y: y(i), labelX: x + R + 10, labelY: y(i) + 5, anchor: 'start' as const })),
    links: chain.hops.map(({ says }, i) => ({ x1: x, y1: y(i) + R + 3, x2: x, y2: y(i + 1) - R - 3, lines: [fitted(says, room, measure)], labelX: x + R + 10, labelY: y(i) + DOWN / 2 + 5, anchor: 'start' as const })),
  };
}

/** At most so many lines; the last one tells by "…" that there is more. */
function short(lines: string[], most: number, width: number, measure: Measure): string[] {
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = fitted(lines.slice(most - 1).join(' '), width, measure);
  return kept.map((line) => fitted(line, width, measure));
}
