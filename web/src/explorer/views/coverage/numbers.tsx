import { fitted, textWidth } from '../../lib/measure';
import { type KeyEntry, layoutKey, PictureKey } from '../../parts/picture-key';
import { number } from '../../text/common';
import { coverage as t } from '../../text/coverage';
import { ticks } from './bars';
import type { NumberRow } from './disagree';

const ROW = 50;
const TOP = 24;
const EDGE = 16;
/** Right of the scale, for the largest number. */
const LAST = 44;
const measure = (text: string) => textWidth(text, 15);

const KEY: KeyEntry[] = [
  { label: t.contradictions.key.exact, mark: <circle className="coverage-dot" cx="12" cy="7" r="6" /> },
  { label: t.contradictions.key.bound, mark: <circle className="coverage-dot open" cx="12" cy="7" r="6" /> },
  { label: t.contradictions.key.list, mark: <rect className="coverage-dot list" x="7" y="2" width="10" height="10" /> },
];

const keyHeight = (width: number) => layoutKey(KEY.map(({ label }) => label), width).height + 8;

export function numbersHeight(rows: NumberRow[], width: number): number {
  return keyHeight(width) + TOP + rows.length * ROW;
}

/** Every number that is given for one thing, as marks on one scale. */
export function NumbersDrawing({ rows, width }: { rows: NumberRow[]; width: number }) {
  const most = Math.max(1, ...rows.flatMap(({ marks }) => marks.map(({ value }) => value)));
  const x = (value: number) => EDGE + (value / most) * (width - EDGE - LAST);
  const below = keyHeight(width);
  return (
    <g>
      <PictureKey entries={KEY} width={width} />
      <g transform={`translate(0 ${below})`}>
        {ticks(most, width - EDGE - LAST).map((value) => (
          <g key={value}>
            <path className="coverage-grid" d={`M${x(value)} ${TOP}V${TOP + rows.length * ROW}`} />
            <text className="coverage-tick" x={x(value)} y={14} textAnchor="middle">
              {number(value)}
            </text>
          </g>
        ))}
        {rows.map((row, i) => (
          <Row key={row.id} row={row} y={TOP + i * ROW} x={x} width={width} />
        ))}
      </g>
    </g>
  );
}

function Row({ row: { name, marks }, y, x, width }: { row: NumberRow; y: number; x: (value: number) => number; width: number }) {
  const values = marks.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return (
    <g>
      <text className="coverage-name" x={0} y={y + 17}>
        {fitted(name, width, measure)}
      </text>
      <path className="coverage-range" d={`M${x(least)} ${y + 34}H${x(most)}`} />
      {marks.map(({ value, kind, words }, i) => (
        <g key={i}>
          <title>{`${name}: ${words}`}</title>
          {kind === 'list' ? (
            <rect className="coverage-dot list" x={x(value) - 5} y={y + 29} width={10} height={10} />
          ) : (
            <circle className={kind === 'exact' ? 'coverage-dot' : 'coverage-dot open'} cx={x(value)} cy={y + 34} r={6} />
          )}
        </g>
      ))}
      <text className="coverage-words" x={x(least) - 10} y={y + 39} textAnchor="end">
        {x(least) > 40 ? number(least) : ''}
      </text>
      <text className="coverage-words" x={x(most) + 10} y={y + 39}>
        {number(most)}
      </text>
    </g>
  );
}
