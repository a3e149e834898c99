import { kindLook } from '../lib/kinds';

/** A kind's shape, for use inside a drawing: centred on x and y, about 2r wide. */
export function Shape({ kind, x, y, r = 6, possible = false }: { kind: string; x: number; y: number; r?: number; possible?: boolean }) {
  const { path, fill, edge } = kindLook(kind);
  return (
    <path
      d={path}
      transform={`translate(${x} ${y}) scale(${r})`}
      style={{ fill: possible ? 'var(--ground)' : fill, stroke: edge }}
      strokeWidth={1.5}
      strokeLinejoin="round"
      strokeDasharray={possible ? '2 2' : undefined}
      vectorEffect="non-scaling-stroke"
    />
  );
}

/** A kind's mark beside a word that says the same. */
export function Mark({ kind, size = 14 }: { kind: string; size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="-1.3 -1.3 2.6 2.6" aria-hidden="true">
      <Shape kind={kind} x={0} y={0} r={1} />
    </svg>
  );
}
