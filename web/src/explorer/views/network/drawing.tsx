import { type Placed, placeLabels } from '../../lib/place-labels';
import { Shape } from '../../parts/mark';
import type { Picture } from './graph';
import { extent, type Layout } from './layout';
import { emphasis, labelSize, labelWeight, marked, radius, unsure } from './look';

interface Props {
  picture: Picture;
  layout: Layout;
  width: number;
  height: number;
  /** Nodes that stand out with their neighbours. */
  centres: string[];
  label?: string;
  onSelect?: (id: string | null) => void;
}

const SIDE = 84;
const TOP = 28;

/** The network as SVG, from the same places as on the canvas: for files, and for browsers without WebGL. */
export function NetworkDrawing({ picture, layout, width, height, centres, label, onSelect }: Props) {
  const at = fitted(layout, width, height);
  const out = emphasis(picture, centres);
  const points = [...picture.points.values()].filter(({ id }) => layout.has(id)).sort((a, b) => radius(b) - radius(a));
  const marks = points.map((point) => marked(point, at(point.id).x, at(point.id).y, radius(point), centres.includes(point.id)));
  const names = placeLabels(out ? marks.map((mark) => (out.nodes.has(mark.id) ? { ...mark, weight: mark.weight + 5000 } : mark)) : marks, { width, height });
  return (
    <svg className="net-drawing" viewBox={`0 0 ${width} ${height}`} role={label ? 'img' : undefined} aria-label={label} onClick={() => onSelect?.(null)}>
      {picture.lines.map((line) => {
        const [a, b] = [at(line.a), at(line.b)];
        const quiet = out && !out.has(line);
        return <line key={line.id} className={`net-line${unsure(line) ? ' unsure' : ''}${quiet ? ' faint' : out ? ' out' : ''}`} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />;
      })}
      {points.map((point) => (
        <g
          key={point.id}
          data-id={point.id}
          className={`net-mark${out && !out.nodes.has(point.id) ? ' faint' : ''}${onSelect ? ' live' : ''}`}
          onClick={(event) => {
            event.stopPropagation();
            onSelect?.(point.id);
          }}
        >
          <title>{point.name}</title>
          {centres.includes(point.id) && <circle className="net-ring" cx={at(point.id).x} cy={at(point.id).y} r={radius(point) + 5} />}
          <Shape kind={point.kind} x={round(at(point.id).x)} y={round(at(point.id).y)} r={round(radius(point))} />
        </g>
      ))}
      <Names names={names} picture={picture} faint={(id) => Boolean(out && !out.nodes.has(id))} />
    </svg>
  );
}

function Names({ names, picture, faint }: { names: Placed[]; picture: Picture; faint: (id: string) => boolean }) {
  return names.map(({ id, x, y }) => {
    const point = picture.points.get(id)!;
    const size = labelSize(point);
    return (
      <text key={id} className={faint(id) ? 'net-name faint' : 'net-name'} x={round(x + 1)} y={round(y + size * 0.35)} style={{ fontSize: size, fontWeight: labelWeight(point) }}>
        {point.name}
      </text>
    );
  });
}

const round = (n: number) => Math.round(n * 10) / 10;

/** The layout in a box, with room for names at its sides. */
function fitted(layout: Layout, width: number, height: number): (id: string) => { x: number; y: number } {
  const { x0, y0, x1, y1 } = extent(layout);
  const side = Math.min(SIDE, width * 0.12);
  const scale = Math.min((width - 2 * side) / Math.max(x1 - x0, 1), (height - 2 * TOP) / Math.max(y1 - y0, 1));
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return (id) => {
    const { x, y } = layout.get(id)!;
    return { x: round(width / 2 + (x - cx) * scale), y: round(height / 2 + (y - cy) * scale) };
  };
}

/** The height that a layout wants at a width. */
export function heightFor(layout: Layout, width: number): number {
  const { x0, y0, x1, y1 } = extent(layout);
  const side = Math.min(SIDE, width * 0.12);
  const scale = (width - 2 * side) / Math.max(x1 - x0, 1);
  return Math.round(Math.min(Math.max((y1 - y0) * scale + 2 * TOP, width * 0.4), width * 1.5));
}
