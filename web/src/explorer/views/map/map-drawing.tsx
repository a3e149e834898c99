import { type MouseEvent, useId } from 'react';
import { type KeyEntry, layoutKey, PictureKey } from '../../parts/picture-key';
import { map as t } from '../../text/map';
import type { Beyond } from './frame';
import { belongs, EDGE, edgeBox, NAME_SIZE, type Scene, type Spot, spotAt, type Standing } from './scene';

interface Props {
  scene: Scene;
  layered: boolean;
  select: string | null;
  onSelect?: (id: string | null) => void;
  onBeyond?: () => void;
}

/** The map as SVG: land, places, names, and what lies beyond the frame. */
export function MapDrawing({ label, ...props }: Props & { label: string }) {
  const { scene, onSelect } = props;
  const { width, height } = scene.frame;
  return (
    <svg className="map-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} onClick={(event) => onSelect?.(spotAt(scene.spots, pointIn(event))?.id ?? null)}>
      <Map {...props} />
    </svg>
  );
}

/** The map for a file, with the key to its marks. */
export function MapFigure({ entries, ...props }: Props & { entries: KeyEntry[] }) {
  const { width, height } = props.scene.frame;
  const { height: below } = layoutKey(entries.map(({ label }) => label), width);
  return (
    <svg viewBox={`0 0 ${width} ${height + below + 12}`}>
      <Map {...props} />
      <g transform={`translate(0 ${height + 12})`}>
        <PictureKey entries={entries} width={width} />
      </g>
    </svg>
  );
}

function Map({ scene, layered, select, onSelect, onBeyond }: Props) {
  const { frame, land, borders, lines, spots, names, beyond } = scene;
  const hatch = useId();
  const chosen = spots.find(({ id }) => id === select);
  return (
    <g>
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="map-hatch" d="M0 0V4" />
        </pattern>
      </defs>
      <rect className="map-sea" width={frame.width} height={frame.height} />
      <path className="map-lines" d={lines} />
      <path className="map-land" d={land} />
      <path className="map-borders" d={borders} />
      {land && spots.map(({ id, x, y, r }) => <circle key={id} className="map-islet" cx={round(x)} cy={round(y)} r={round(Math.min(r + 1.6, 4.4))} />)}
      {spots.map((spot) => (
        <g key={spot.id} data-id={spot.id} className={onSelect ? 'live' : undefined}>
          <title>{t.spot(spot.name, spot.all)}</title>
          <City spot={spot} layered={layered} hatch={`url(#${hatch})`} />
        </g>
      ))}
      {chosen && <circle className="map-chosen" cx={round(chosen.x)} cy={round(chosen.y)} r={round(chosen.r + 4)} />}
      {names.map(({ id, x, y, anchor }) => (
        <text key={id} className={id === select ? 'map-name chosen' : 'map-name'} x={round(x)} y={round(y + NAME_SIZE * 0.35)} textAnchor={anchor} style={{ fontSize: NAME_SIZE }}>
          {spots.find((spot) => spot.id === id)!.name}
        </text>
      ))}
      {beyond.map((edge) => (
        <Edge key={edge.side} edge={{ ...edge, places: edge.places.filter((spot) => belongs(spot, layered)) }} scene={scene} onBeyond={onBeyond} />
      ))}
    </g>
  );
}

/** Where in the picture the pointer is. */
function pointIn({ currentTarget, clientX, clientY }: MouseEvent<SVGSVGElement>): { x: number; y: number } {
  return new DOMPoint(clientX, clientY).matrixTransform(currentTarget.getScreenCTM()!.inverse());
}

/** Filled as far as it is certain, hatched in dashes as far as it is only possible, an outline where there is nothing. */
function City({ spot, layered, hatch }: { spot: Standing; layered: boolean; hatch: string }) {
  const [x, y, r] = [round(spot.x), round(spot.y), round(spot.r)];
  if (layered) {
    if (!spot.layer) return <circle className="map-other" cx={x} cy={y} r={r} />;
    if (spot.layer.holdsOn === 'POSSIBLE') return <circle className="map-possible" cx={x} cy={y} r={Math.max(r, 3.5)} fill={hatch} />;
    return <circle className="map-city" cx={x} cy={y} r={Math.max(r, 3.5)} />;
  }
  if (spot.all === 0) return <circle className="map-other" cx={x} cy={y} r={r} />;
  const part = round(spot.r * Math.sqrt(spot.certain / spot.all));
  return (
    <>
      {spot.certain < spot.all && <circle className="map-possible" cx={x} cy={y} r={r} fill={hatch} />}
      {spot.certain > 0 && <circle className="map-city" cx={x} cy={y} r={part} />}
    </>
  );
}

const TURN = { right: 0, bottom: 90, left: 180, top: 270 };

/** How many of the places that are shown lie beyond this edge. */
function Edge({ edge, scene, onBeyond }: { edge: Beyond<Spot>; scene: Scene; onBeyond?: () => void }) {
  if (edge.places.length === 0) return null;
  const { x0, y0 } = edgeBox(edge, scene.frame);
  const [cx, cy] = [x0 + EDGE.width / 2, y0 + EDGE.height / 2];
  return (
    <g
      className={onBeyond ? 'map-edge live' : 'map-edge'}
      onClick={(event) => {
        event.stopPropagation();
        onBeyond?.();
      }}
    >
      <title>{t.beyond(edge.places.map(({ name }) => name))}</title>
      <rect x={round(x0)} y={round(y0)} width={EDGE.width} height={EDGE.height} rx="4" />
      <path d="M-3 -4L4 0L-3 4Z" transform={`translate(${round(edge.side === 'left' ? x0 + 10 : x0 + EDGE.width - 10)} ${round(cy)}) rotate(${TURN[edge.side]})`} />
      <text x={round(edge.side === 'left' ? cx + 6 : cx - 6)} y={round(cy + 4.5)}>
        {t.places(edge.places.length)}
      </text>
    </g>
  );
}

const round = (n: number) => Math.round(n * 10) / 10;
