import { type Placed, placeLabels } from '../../lib/place-labels';
import { Shape } from '../../parts/mark';
import { type KeyEntry, layoutKey, PictureKey } from '../../parts/picture-key';
import type { Picture, Point } from './graph';
import { extent, type Layout } from './layout';
import { emphasis, labelSize, labelWeight, LEADING, marked, named, nameLines, NAMES, radius, unsure } from './look';

interface Props {
  picture: Picture;
  layout: Layout;
  width: number;
  height: number;
  /** Nodes that stand out with their neighbours. */
  centres: string[];
}

interface Live {
  label: string;
  onSelect: (id: string | null) => void;
}

const SIDE = 84;
const TOP = 28;

/** The network as SVG, from the same places as on the canvas, for browsers without WebGL. */
export function NetworkDrawing({ label, onSelect, ...picture }: Props & Live) {
  return (
    <svg className="net-drawing" viewBox={`0 0 ${picture.width} ${picture.height}`} role="img" aria-label={label} onClick={() => onSelect(null)}>
      <Network {...picture} onSelect={onSelect} />
    </svg>
  );
}

/** The network for a file, with the key to its marks. */
export function NetworkFigure(picture: Props & { entries: KeyEntry[] }) {
  const { width, height, entries } = picture;
  const { height: below } = layoutKey(entries.map(({ label }) => label), width);
  return (
    <svg viewBox={`0 0 ${width} ${height + below + 8}`}>
      <Network {...picture} />
      <g transform={`translate(0 ${height + 8})`}>
        <PictureKey entries={entries} width={width} />
      </g>
    </svg>
  );
}

function Network({ picture, layout, width, height, centres, onSelect }: Props & Partial<Live>) {
  const at = fitted(layout, width, height);
  const r = (point: Point) => radius(point, width);
  const out = emphasis(picture, centres);
  const points = [...picture.points.values()].filter(({ id }) => layout.has(id)).sort((a, b) => r(b) - r(a));
  const marks = points.map((point) => marked(point, { ...at(point.id), r: r(point) }, width));
  const names = placeLabels(named(marks, out, centres, width), { width, height, ...NAMES });
  return (
    <g>
      {picture.lines.map((line) => {
        const [a, b] = [at(line.a), at(line.b)];
        const quiet = out && !out.has(line);
        return <line key={line.id} className={`net-line${unsure(line) ? ' unsure' : ''}${line.other ? ' other' : ''}${quiet ? ' faint' : out ? ' out' : ''}`} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />;
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
          {centres.includes(point.id) && <circle className="net-ring" cx={at(point.id).x} cy={at(point.id).y} r={r(point) + 5} />}
          <Shape kind={point.kind} x={round(at(point.id).x)} y={round(at(point.id).y)} r={round(r(point))} />
        </g>
      ))}
      <Names names={names} picture={picture} width={width} centres={centres} />
    </g>
  );
}

function Names({ names, picture, width, centres }: { names: Placed[]; picture: Picture; width: number; centres: string[] }) {
  return names.map(({ id, x, y, anchor }) => {
    const point = picture.points.get(id)!;
    const size = labelSize(point);
    const rows = nameLines(point, width);
    const top = y - ((rows.length - 1) * (size + LEADING)) / 2 + size * 0.35;
    return (
      <text key={id} className="net-name" textAnchor={anchor} style={{ fontSize: size, fontWeight: centres.includes(id) ? 700 : labelWeight(point) }}>
        {rows.map((row, i) => (
          <tspan key={i} x={round(x)} y={round(top + i * (size + LEADING))}>
            {row}
          </tspan>
        ))}
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
