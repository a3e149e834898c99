import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { extent, type Layout, type Spot, type Tie } from './layout';

/** What the worker is sent: where nodes stand at first, and what ties them. */
export interface ForceTask {
  start: [string, Spot][];
  ties: Tie[];
}

/** With some hundred nodes more rounds move none by more than a mark; with thousands each round takes longer, and fewer must do. */
const rounds = (nodes: number) => Math.round(Math.min(700, Math.max(150, 560_000 / Math.max(nodes, 1))));

/**
 * ForceAtlas2 (Jacomy et al. 2014, doi:10.1371/journal.pone.0098679) from the given places until it rests. No chance is in it: the
 * same start ends in the same picture. The result is as large as the start.
 */
export function force({ start, ties }: ForceTask): Layout {
  const graph = new Graph({ type: 'undirected' });
  for (const [id, { x, y }] of start) graph.addNode(id, { x, y, size: 6 });
  for (const { a, b } of ties) if (a !== b && !graph.hasEdge(a, b)) graph.addEdge(a, b);
  const settings = { ...forceAtlas2.inferSettings(graph), linLogMode: false, gravity: 0.6, scalingRatio: 12, slowDown: 6, barnesHutOptimize: graph.order > 1500 };
  forceAtlas2.assign(graph, { iterations: rounds(graph.order), settings });
  forceAtlas2.assign(graph, { iterations: Math.round(rounds(graph.order) / 7), settings: { ...settings, adjustSizes: true } });
  const settled: Layout = new Map(graph.mapNodes((id, { x, y }) => [id, { x: x as number, y: y as number }]));
  return scaled(settled, new Map(start));
}

function scaled(layout: Layout, like: Layout): Layout {
  const [box, model] = [extent(layout), extent(like)];
  const span = ({ x0, y0, x1, y1 }: typeof box) => Math.sqrt(Math.max(x1 - x0, 1e-6) * Math.max(y1 - y0, 1e-6));
  const by = span(model) / span(box) || 1;
  const [cx, cy] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return new Map([...layout].map(([id, { x, y }]) => [id, { x: (x - cx) * by, y: (y - cy) * by }]));
}
