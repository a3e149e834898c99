import { textWidth } from '../../lib/measure';
import { Shape } from '../../parts/mark';
import { entity as t } from '../../text/entity';
import { type Ego, LABEL_SIZE } from './ego';
import { type Bar, type Strip, STRIP_LABEL_SIZE } from './strip';
import './picture.css';

export const measureEgo = (text: string) => textWidth(text, LABEL_SIZE);
export const measureStrip = (text: string) => textWidth(text, STRIP_LABEL_SIZE);

/** What the picture does not show, and what its dots mean; empty where there is nothing to say. */
export function egoCaption({ left, nodes }: Ego): string {
  return [left > 0 && `${t.ego.more(left)} ${t.ego.choice}`, nodes.some(({ implied }) => implied) && t.ego.implied].filter(Boolean).join(' ');
}

/** The node in the middle and its neighbours. */
export function EgoDrawing({ ego, kind, name }: { ego: Ego; kind: string; name: string }) {
  const { centre, nodes } = ego;
  return (
    <g>
      {nodes.map(({ id, x, y, implied }) => (
        <line key={id} className={implied ? 'ego-line implied' : 'ego-line'} x1={centre.x} y1={centre.y} x2={x} y2={y} />
      ))}
      <Shape kind={kind} x={centre.x} y={centre.y} r={12} />
      {nodes.map((node) => (
        <g key={node.id}>
          <title>{node.name}</title>
          <Shape kind={node.kind} x={node.x} y={node.y} r={6} possible={node.implied} />
          <text className="ego-name" x={node.labelX} y={node.y + 5} textAnchor={node.anchor}>
            {node.label}
            {node.relation && <tspan className="ego-relation">{` ${node.relation}`}</tspan>}
          </text>
        </g>
      ))}
      <title>{name}</title>
    </g>
  );
}

/** When each dated relationship held: certain days filled, days of which one is meant hatched, an open time a broken line. */
export function StripDrawing({ strip, pattern }: { strip: Strip; pattern: string }) {
  return (
    <g>
      <defs>
        <pattern id={pattern} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="strip-hatch" d="M0 0V5" />
        </pattern>
      </defs>
      {strip.ticks.map(({ x, label }) => (
        <g key={label}>
          <path className="strip-grid" d={`M${x} 0V${strip.axisY}`} />
          <text className="strip-year" x={x} y={strip.axisY + 16}>
            {label}
          </text>
        </g>
      ))}
      {strip.rows.map((row) => (
        <g key={row.key}>
          <text className="strip-name" x={2} y={row.y + 12}>
            <title>{row.title}</title>
            {row.label}
          </text>
          {row.bars.map((bar) => (
            <BarDrawing key={bar.id} bar={bar} pattern={pattern} />
          ))}
        </g>
      ))}
      <path className="strip-axis" d={`M0 ${strip.axisY}H${strip.width}`} />
      <Legend y={strip.axisY + 34} width={strip.width} pattern={pattern} />
    </g>
  );
}

/** Lower bars have no room for hatching or dashes: a paler fill and a hairline stand for them. */
const LOW = 5;
const LEAST = 4;

function BarDrawing({ bar: { y, height, open, within, certain }, pattern }: { bar: Bar; pattern: string }) {
  const low = height < LOW;
  const width = ([from, to]: [number, number]) => Math.max(to - from, LEAST);
  return (
    <g>
      <path className={low ? 'strip-open low' : 'strip-open'} d={`M${open[0]} ${y + 2 + height / 2}H${open[1]}`} />
      {within.map((stretch, i) => (
        <rect key={i} className={low ? 'strip-within low' : 'strip-within'} x={stretch[0]} y={y + 2} width={width(stretch)} height={height} fill={low ? undefined : `url(#${pattern})`} />
      ))}
      {certain && <rect className="strip-certain" x={certain[0]} y={y + 2} width={width(certain)} height={height} />}
    </g>
  );
}

/** What the marks mean, inside the picture: it leaves with it. */
function Legend({ y, width, pattern }: { y: number; width: number; pattern: string }) {
  const entries = [
    { word: t.strip.certain, mark: <rect className="strip-certain" width={20} height={8} y={-8} /> },
    { word: t.strip.within, mark: <><rect className="strip-ground" width={20} height={8} y={-8} /><rect className="strip-within" width={20} height={8} y={-8} fill={`url(#${pattern})`} /></> },
    { word: t.strip.open, mark: <path className="strip-open" d="M0 -4H20" /> },
  ];
  let [x, line] = [2, 0];
  return (
    <g>
      {entries.map(({ word, mark }) => {
        const long = 26 + textWidth(word, 13);
        if (x > 2 && x + long > width) [x, line] = [2, line + 1];
        const at = x;
        x += long + 14;
        return (
          <g key={word} transform={`translate(${at} ${y + 8 + line * 20})`}>
            {mark}
            <text className="strip-year" x={26} y={0}>
              {word}
            </text>
          </g>
        );
      })}
    </g>
  );
}
