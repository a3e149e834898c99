import { textWidth } from '../../lib/measure';
import { Hatch, type KeyEntry, layoutKey, PictureKey } from '../../parts/picture-key';
import { coverage as t } from '../../text/coverage';
import { BAR, type BarRow, layoutBars } from './bars';
import './coverage.css';
import type { Gap } from './gaps';

const SIZE = 15;

const KEY = (pattern: string): KeyEntry[] => [
  { label: t.key.certain, mark: <rect className="coverage-certain" width="24" height="12" /> },
  { label: t.key.possible, mark: <rect className="coverage-possible" width="24" height="12" fill={`url(#${pattern})`} /> },
  { label: t.key.missing, mark: <rect className="coverage-missing" x="0.5" y="0.5" width="23" height="11" /> },
  { label: t.key.open, mark: <path className="coverage-missing" d="M22 .5H.5V11.5H22M18 2.5L24 6L18 9.5" /> },
];

/** How high the drawing is at this width. */
export function gapsHeight(gaps: Gap[], width: number): number {
  return layoutKey(KEY('').map(({ label }) => label), width).height + 8 + layoutBars(gaps, width, measure).height;
}

const measure = (text: string) => textWidth(text, SIZE);

/** Recorded against reported, one bar a group. */
export function GapsDrawing({ gaps, width, pattern }: { gaps: Gap[]; width: number; pattern: string }) {
  const bars = layoutBars(gaps, width, measure);
  const key = KEY(pattern);
  const below = layoutKey(key.map(({ label }) => label), width).height + 8;
  return (
    <g>
      <Hatch id={pattern} />
      <PictureKey entries={key} width={width} />
      <g transform={`translate(0 ${below})`}>
        {bars.ticks.map(({ x, label }) => (
          <g key={label}>
            <path className="coverage-grid" d={`M${x} ${bars.top}V${bars.height}`} />
            <text className="coverage-tick" x={x} y={14} textAnchor={x === 0 ? 'start' : 'middle'}>
              {label}
            </text>
          </g>
        ))}
        {bars.heads.map(({ y, words }) => (
          <text key={words} className="coverage-head" x={0} y={y}>
            {words}
          </text>
        ))}
        {bars.rows.map((row) => (
          <Bar key={row.id} row={row} pattern={pattern} />
        ))}
        {bars.left && (
          <text className="coverage-words" x={0} y={bars.left.y}>
            {t.pictureLeft(bars.left.n)}
          </text>
        )}
      </g>
    </g>
  );
}

function Bar({ row, pattern }: { row: BarRow; pattern: string }) {
  const { name, label, nameX, nameY, y, x0, certain, possible, reported, words } = row;
  const end = Math.max(possible, reported ?? x0);
  return (
    <g>
      <title>{`${name}: ${words}`}</title>
      <text className="coverage-name" x={nameX} y={nameY}>
        {label}
      </text>
      {reported !== null && reported > possible && <path className="coverage-missing" d={outline(row)} />}
      {possible > certain && <rect className="coverage-possible" x={certain} y={y} width={possible - certain} height={BAR} fill={`url(#${pattern})`} />}
      {certain > x0 && <rect className="coverage-certain" x={x0} y={y} width={certain - x0} height={BAR} />}
      {reported !== null && reported <= possible && <path className="coverage-reported" d={`M${reported} ${y - 3}V${y + BAR + 3}`} />}
      <text className="coverage-words" x={end + (row.open ? 16 : 8)} y={y + 13}>
        {words}
      </text>
    </g>
  );
}

/** The part that is reported and not recorded; without an end where the number is a bound or vague. */
function outline({ possible, reported, y, open }: BarRow): string {
  const [from, to, top, bottom] = [possible, reported!, y + 0.5, y + BAR - 0.5];
  if (!open) return `M${from} ${top}H${to}V${bottom}H${from}Z`;
  return `M${to} ${top}H${from}V${bottom}H${to}M${to} ${top + 2}L${to + 8} ${(top + bottom) / 2}L${to} ${bottom - 2}`;
}
