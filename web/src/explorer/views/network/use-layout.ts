import { useEffect, useMemo, useState } from 'react';
import type { Picture } from './graph';
import { type Layout, type Spot, twoMode } from './layout';

/** Kinds that stand on the ring; the others are placed by those they belong to. */
const ON_RING = new Set(['NETWORK', 'DECLARATION', 'INITIATIVE', 'EVENT', 'DEMAND']);

/** Where everything stands; null while a layout in the worker settles, which is not shown before it has. */
export function useLayout({ points, lines }: Picture, kind: 'two-mode' | 'force', aspect: number): Layout | null {
  const calm = useMemo(() => {
    const roster = new Set(lines.flatMap(({ edges }) => edges.filter(({ kind: each }) => each === 'MEMBER_OF').map(({ to }) => to)));
    const nodes = [...points.values()].map(({ id, kind: each }) => ({ id, ring: ON_RING.has(each) || (each === 'ORGANIZATION' && roster.has(id)) }));
    return twoMode(nodes, lines, aspect);
  }, [points, lines, aspect]);
  const [settled, setSettled] = useState<{ from: Layout; layout: Layout } | null>(null);

  useEffect(() => {
    if (kind !== 'force') return;
    const worker = new Worker(new URL('./force.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<[string, Spot][]>) => setSettled({ from: calm, layout: new Map(data) });
    worker.onerror = () => setSettled({ from: calm, layout: calm }); // better apart by mode than not at all
    worker.postMessage({ start: [...calm], ties: lines.map(({ a, b }) => ({ a, b })) });
    return () => worker.terminate();
  }, [kind, calm, lines]);

  if (kind === 'two-mode') return calm;
  return settled?.from === calm ? settled.layout : null;
}
