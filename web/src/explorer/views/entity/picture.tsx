import { textWidth } from '../../lib/measure';
import { Shape } from '../../parts/mark';
import { entity as t } from '../../text/entity';
import { type Ego, LABEL_SIZE } from './ego';
import { type Strip, STRIP_LABEL_SIZE } from './strip';
import './picture.css';

export const measureEgo = (text: string) => textWidth(text, LABEL_SIZE);
export const measureStrip = (text: string) => textWidth(text, STRIP_LABEL_SIZE);

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
          </text>
        </g>
      ))}
      <title>{name}</title>
    </g>
  );
}

/** When each dated relationship held: certain days filled, possible ones hatched. */
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
          {row.bars.map(({ id, y, height, possible: [from, to], certain, deed }) => (
            <g key={id}>
              {!deed && (
                <rect className="strip-possible" x={from} y={y + 2} width={Math.max(to - from, 1)} height={height} fill={`url(#${pattern})`} />
              )}
              {deed && to - from > 6 && <path className="strip-when" d={`M${from} ${y + 2 + height / 2}H${to}`} />}
              {certain && <rect className="strip-certain" x={deed ? certain[1] - 2 : certain[0]} y={y + 2} width={deed ? 4 : Math.max(certain[1] - certain[0], 4)} height={height} />}
            </g>
          ))}
        </g>
      ))}
      <path className="strip-axis" d={`M0 ${strip.axisY}H${strip.width}`} />
    </g>
  );
}

/** What the marks of the strip mean. */
export function StripLegend() {
  return (
    <p className="small quiet strip-legend">
      <svg width="22" height="10" aria-hidden="true">
        <rect className="strip-certain" x="1" y="1" width="20" height="8" />
      </svg>{' '}
      {t.strip.certain}
      <svg width="22" height="10" aria-hidden="true">
        <defs>
          <pattern id="legend-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path className="strip-hatch" d="M0 0V5" />
          </pattern>
        </defs>
        <rect className="strip-possible" x="1" y="1" width="20" height="8" fill="url(#legend-hatch)" />
      </svg>{' '}
      {t.strip.possible}
    </p>
  );
}
