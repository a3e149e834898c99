import Graph from 'graphology';
import { type RefObject, useEffect, useRef, useState } from 'react';
import Sigma from 'sigma';
import { EdgeRectangleProgram } from 'sigma/rendering';
import { placeLabels } from '../../lib/place-labels';
import { network as t } from '../../text/network';
import type { Line, Picture } from './graph';
import { extent, type Layout } from './layout';
import { emphasis, labelSize, labelWeight, LEADING, marked, named, nameLines, NAMES, radius, unsure } from './look';
import { type Palette, usePalette } from './palette';
import { DashedProgram, MarkProgram, shapeOf } from './programs';
import type { Chosen } from './state';

interface Props {
  picture: Picture;
  layout: Layout;
  /** Nodes that stand out with their neighbours: the chosen one and the pinned ones. */
  centres: string[];
  camera: Chosen['camera'];
  label: string;
  onSelect: (id: string | null) => void;
  /** Shows all neighbours of a node. */
  onOpen: (id: string) => void;
  onCamera: (camera: Chosen['camera']) => void;
  /** A line in words, for who points at it. */
  lineWords: (line: Line) => string;
}

const WHOLE = { x: 0.5, y: 0.5, ratio: 1 };
/** Of lines that are no membership, in pixels. */
const THIN = 0.7;
const REST_MILLISECONDS = 400;
/** Where the buttons stand over the picture, in pixels. */
const ZOOM = { width: 64, height: 160 };

/** The network on a canvas (sigma): it can be moved and enlarged, and its names are placed anew each time. */
export function Stage(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  const names = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  const [told, setTold] = useState<{ text: string; x: number; y: number } | null>(null);
  const [named, setNamed] = useState(0);
  const live = useRef(props);
  live.current = props;
  const hovered = useRef<string | null>(null);
  const sigma = useSigma({ box, names, palette, live, hovered, setTold, setNamed });
  const { centres, camera, label, picture } = props;

  useEffect(() => {
    sigma.current?.refresh({ skipIndexation: true });
  }, [centres.join()]);

  useEffect(() => {
    const now = sigma.current?.getCamera();
    const wanted = camera ?? WHOLE;
    if (now && (Math.abs(now.x - wanted.x) > 0.002 || Math.abs(now.y - wanted.y) > 0.002 || Math.abs(now.ratio / wanted.ratio - 1) > 0.002)) now.setState(wanted);
  }, [camera?.x, camera?.y, camera?.ratio]);

  function move(dx: number, dy: number, by = 1) {
    const here = sigma.current?.getCamera();
    here?.setState({ x: here.x + dx * here.ratio, y: here.y + dy * here.ratio, ratio: here.getBoundedRatio(here.ratio * by) });
  }

  function press(event: React.KeyboardEvent) {
    const steps: Record<string, () => void> = {
      ArrowLeft: () => move(-0.1, 0),
      ArrowRight: () => move(0.1, 0),
      ArrowUp: () => move(0, 0.1),
      ArrowDown: () => move(0, -0.1),
      '+': () => move(0, 0, 1 / 1.4),
      '=': () => move(0, 0, 1 / 1.4),
      '-': () => move(0, 0, 1.4),
      '0': () => sigma.current?.getCamera().setState(WHOLE),
      Escape: () => live.current.onSelect(null),
    };
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step();
  }

  return (
    <div className="net-stage">
      <div ref={box} className="net-canvas" role="img" aria-label={label} aria-describedby="net-keys" tabIndex={0} onKeyDown={press} />
      <canvas ref={names} className="net-names" aria-hidden="true" />
      {told && (
        <p className="net-tip small" style={{ left: told.x, top: told.y }} aria-hidden="true">
          {told.text}
        </p>
      )}
      <p id="net-keys" className="unseen">
        {t.stage.keys}
      </p>
      <div className="net-zoom">
        <button type="button" aria-label={t.stage.zoomIn} title={t.stage.zoomIn} onClick={() => move(0, 0, 1 / 1.4)}>
          +
        </button>
        <button type="button" aria-label={t.stage.zoomOut} title={t.stage.zoomOut} onClick={() => move(0, 0, 1.4)}>
          −
        </button>
        <button type="button" aria-label={t.stage.whole} title={t.stage.whole} onClick={() => sigma.current?.getCamera().setState(WHOLE)}>
          ⤢
        </button>
      </div>
      <p className="net-named small quiet" data-names={named}>
        {named < picture.points.size && t.stage.names(named, picture.points.size)}
      </p>
    </div>
  );
}

interface Parts {
  box: RefObject<HTMLDivElement | null>;
  names: RefObject<HTMLCanvasElement | null>;
  palette: Palette;
  live: RefObject<Props>;
  hovered: RefObject<string | null>;
  setTold: (told: { text: string; x: number; y: number } | null) => void;
  setNamed: (n: number) => void;
}

/** Sigma's own life beside React's: it begins anew with another picture, layout or theme, and keeps its place. */
function useSigma({ box, names, palette, live, hovered, setTold, setNamed }: Parts): RefObject<Sigma | null> {
  const sigma = useRef<Sigma | null>(null);
  const { picture, layout } = live.current;

  useEffect(() => {
    const graph = graphOf(picture, layout, palette, box.current!.clientWidth);
    const renderer = new Sigma(graph, box.current!, {
      renderLabels: false,
      enableEdgeEvents: true,
      zIndex: true,
      stagePadding: 44,
      minCameraRatio: 0.03,
      maxCameraRatio: 2,
      minEdgeThickness: THIN,
      allowInvalidContainer: true,
      defaultNodeType: 'mark',
      defaultEdgeType: 'line',
      nodeProgramClasses: { mark: MarkProgram as never },
      nodeHoverProgramClasses: { mark: MarkProgram as never },
      edgeProgramClasses: { line: EdgeRectangleProgram, dashed: DashedProgram },
      defaultDrawNodeHover: () => {},
      nodeReducer: (id, data) => {
        const out = around();
        if (!out || out.nodes.has(id)) return { ...data, zIndex: out ? 2 : 1 };
        return { ...data, color: palette.faintMark, edge: palette.faintMark, zIndex: 0 };
      },
      edgeReducer: (id, data) => {
        const out = around();
        if (!out) return data;
        const line = data.line as Line;
        return out.has(line) ? { ...data, color: palette.lineOut, size: 1.8, zIndex: 1 } : { ...data, color: palette.lineFaint, zIndex: 0, id };
      },
    });
    const { x0, y0, x1, y1 } = extent(layout);
    renderer.setCustomBBox({ x: [x0, Math.max(x1, x0 + 1)], y: [-Math.max(y1, y0 + 1), -y0] });
    if (live.current.camera) renderer.getCamera().setState(live.current.camera);
    renderer.refresh();
    sigma.current = renderer;

    function around() {
      const { centres } = live.current;
      return emphasis(picture, hovered.current ? [...centres, hovered.current] : centres);
    }

    renderer.on('afterRender', () => setNamed(drawNames(renderer, names.current!, picture, palette, around(), [...live.current.centres, ...(hovered.current ? [hovered.current] : [])])));
    renderer.on('enterNode', ({ node, event }) => {
      hovered.current = node;
      const point = picture.points.get(node)!;
      setTold({ text: point.name, x: event.x, y: event.y });
      box.current!.style.cursor = 'pointer';
      renderer.refresh({ skipIndexation: true });
    });
    renderer.on('leaveNode', () => {
      hovered.current = null;
      setTold(null);
      box.current!.style.cursor = '';
      renderer.refresh({ skipIndexation: true });
    });
    renderer.on('enterEdge', ({ edge, event }) => setTold({ text: live.current.lineWords(graph.getEdgeAttribute(edge, 'line') as Line), x: event.x, y: event.y }));
    renderer.on('leaveEdge', () => setTold(null));
    renderer.on('clickNode', ({ node }) => live.current.onSelect(node));
    renderer.on('clickStage', () => live.current.onSelect(null));
    renderer.on('doubleClickStage', (event) => event.preventSigmaDefault());
    renderer.on('doubleClickNode', (event) => {
      event.preventSigmaDefault();
      live.current.onOpen(event.node);
    });

    let rest = 0;
    renderer.getCamera().on('updated', ({ x, y, ratio }) => {
      clearTimeout(rest);
      setTold(null);
      rest = window.setTimeout(() => live.current.onCamera({ x, y, ratio }), REST_MILLISECONDS);
    });
    const letGo = letThePageScroll(box.current!);
    return () => {
      clearTimeout(rest);
      letGo();
      renderer.kill();
      sigma.current = null;
      hovered.current = null;
    };
  }, [picture, layout, palette]);

  return sigma;
}

function graphOf(picture: Picture, layout: Layout, palette: Palette, width: number): Graph {
  const graph = new Graph({ type: 'undirected' });
  for (const point of picture.points.values()) {
    const { x, y } = layout.get(point.id) ?? { x: 0, y: 0 };
    const { fill, edge } = palette.kinds[point.kind]!;
    graph.addNode(point.id, { x, y: -y, size: radius(point, width), color: fill, edge, shape: shapeOf(point.kind), zIndex: 1 });
  }
  for (const line of picture.lines) {
    graph.addUndirectedEdgeWithKey(line.id, line.a, line.b, { line, size: line.other ? THIN : 1.5, color: line.other ? palette.lineOther : palette.line, type: unsure(line) ? 'dashed' : 'line', zIndex: 0 });
  }
  return graph;
}

/** Writes the names that find a place; returns how many. */
function drawNames(renderer: Sigma, canvas: HTMLCanvasElement, picture: Picture, palette: Palette, out: ReturnType<typeof emphasis>, must: string[]): number {
  const { width, height } = renderer.getDimensions();
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const pen = canvas.getContext('2d')!;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  const marks = [];
  for (const point of picture.points.values()) {
    const shown = renderer.getNodeDisplayData(point.id);
    if (!shown) continue;
    const { x, y } = renderer.framedGraphToViewport(shown);
    if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
    marks.push(marked(point, { x, y, r: renderer.scaleSize(shown.size) }, width));
  }
  const placed = placeLabels(named(marks, out, must, width), { width, height, ...NAMES, taken: [{ x0: width - ZOOM.width, y0: 0, x1: width, y1: ZOOM.height }] });
  pen.strokeStyle = palette.ink;
  pen.lineWidth = 1.5;
  for (const { id, x, y, r } of marks) if (must.includes(id)) ring(pen, x, y, r + 5);
  pen.textBaseline = 'alphabetic';
  pen.lineJoin = 'round';
  pen.lineWidth = 3.5;
  pen.strokeStyle = palette.ground;
  for (const { id, x, y, anchor } of placed) {
    const point = picture.points.get(id)!;
    const size = labelSize(point);
    const rows = nameLines(point, width);
    pen.font = `${must.includes(id) ? 700 : labelWeight(point)} ${size}px 'Source Sans 3 Variable', 'Source Sans 3', sans-serif`;
    pen.textAlign = anchor === 'middle' ? 'center' : anchor;
    pen.fillStyle = palette.ink;
    const top = y - ((rows.length - 1) * (size + LEADING)) / 2 + size * 0.35;
    rows.forEach((row, i) => pen.strokeText(row, x, top + i * (size + LEADING)));
    rows.forEach((row, i) => pen.fillText(row, x, top + i * (size + LEADING)));
  }
  return placed.length;
}

function ring(pen: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.stroke();
}

/** One finger and a bare wheel go on scrolling the page; two fingers, or Ctrl with the wheel, enlarge the picture. */
function letThePageScroll(box: HTMLElement): () => void {
  const wheel = (event: WheelEvent) => !event.ctrlKey && !event.metaKey && event.stopPropagation();
  const touch = (event: TouchEvent) => event.touches.length < 2 && event.stopPropagation();
  box.addEventListener('wheel', wheel, { capture: true, passive: true });
  for (const name of ['touchstart', 'touchmove'] as const) box.addEventListener(name, touch, { capture: true, passive: true });
  return () => {
    box.removeEventListener('wheel', wheel, { capture: true });
    for (const name of ['touchstart', 'touchmove'] as const) box.removeEventListener(name, touch, { capture: true });
  };
}
