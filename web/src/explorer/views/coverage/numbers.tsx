import { fitted, textWidth } from '../../lib/measure';
import { type KeyEntry, layoutKey, PictureKey } from '../../parts/picture-key';
import { number } from '../../text/common';
import { coverage as t } from '../../text/coverage';
import { ticks } from './bars';
import type { NumberMark, NumberRow } from './disagree';

const HEAD = 26;
/** A line of numbers of one date. */
const LINE = 24;
const ROW_GAP = 10;
const TOP = 24;
const EDGE = 16;
/** Right of the scale, for the largest numbers. */
const LAST = 84;
/** Left of the scale, for the dates. */
const DATES = 260;
const measure = (text: string) => textWidth(text, 15);
const measureDate = (text: string) => textWidth(text, 14);

const KEY: KeyEntry[] = [
  { label: t.contradictions.key.exact, mark: <circle className="coverage-dot" cx="12" cy="7" r="6" /> },
  { label: t.contradictions.key.bound, mark: <circle className="coverage-dot open" cx="12" cy="7" r="6" /> },
  { label: t.contradictions.key.list, mark: <rect className="coverage-dot list" x="7" y="2" width="10" height="10" /> },
];

const keyHeight = (width: number) => layoutKey(KEY.map(({ label }) => label), width).height + 8;

export function numbersHeight(rows: NumberRow[], width: number): number {
  return keyHeight(width) + TOP + rows.reduce((sum, row) => sum + rowHeight(row), 0);
}

const rowHeight = ({ days }: NumberRow) => HEAD + days.length * LINE + ROW_GAP;

/** Every number that is given for one thing, as marks on one scale: a line for each date, and numbers of one date joined. */
export function NumbersDrawing({ rows, width }: { rows: NumberRow[]; width: number }) {
  const most = Math.max(1, ...rows.flatMap(({ days }) => days.flatMap(({ marks }) => marks.map(({ value }) => value))));
  const left = EDGE + Math.min(DATES, Math.max(0, ...rows.flatMap(({ days }) => days.map(({ date }) => measureDate(date)))) + 14, width * 0.4);
  const x = (value: number) => left + (value / most) * (width - left - LAST);
  let next = TOP;
  const tops = rows.map((row) => {
    const top = next;
    next += rowHeight(row);
    return top;
  });
  const below = keyHeight(width);
  return (
    <g>
      <PictureKey entries={KEY} width={width} />
      <g transform={`translate(0 ${below})`}>
        {ticks(most, width - left - LAST).map((value) => (
          <g key={value}>
            <path className="coverage-grid" d={`M${x(value)} ${TOP}V${next}`} />
            <text className="coverage-tick" x={x(value)} y={14} textAnchor="middle">
              {number(value)}
            </text>
          </g>
        ))}
        {rows.map((row, i) => (
          <Row key={row.id} row={row} y={tops[i]!} x={x} width={width} dates={left - EDGE - 10} />
        ))}
      </g>
    </g>
  );
}

function Row({ row: { name, days }, y, x, width, dates }: { row: NumberRow; y: number; x: (value: number) => number; width: number; dates: number }) {
  return (
    <g>
      <text className="coverage-name" x={0} y={y + 17}>
        {fitted(name, width, measure)}
      </text>
      {days.map(({ date, marks }, i) => (
        <Day key={date} name={name} date={fitted(date, dates, measureDate)} marks={marks} y={y + HEAD + i * LINE + LINE / 2} x={x} />
      ))}
    </g>
  );
}

function Day({ name, date, marks, y, x }: { name: string; date: string; marks: NumberMark[]; y: number; x: (value: number) => number }) {
  const values = marks.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return (
    <g>
      <text className="coverage-words" x={EDGE} y={y + 5}>
        {date}
      </text>
      {most > least && <path className="coverage-range" d={`M${x(least)} ${y}H${x(most)}`} />}
      {marks.map(({ value, kind, words }, i) => (
        <g key={i}>
          <title>{`${name}: ${words}`}</title>
          {kind === 'list' ? (
            <rect className="coverage-dot list" x={x(value) - 5} y={y - 5} width={10} height={10} />
          ) : (
            <circle className={kind === 'exact' ? 'coverage-dot' : 'coverage-dot open'} cx={x(value)} cy={y} r={6} />
          )}
        </g>
      ))}
      <text className="coverage-words" x={x(most) + 10} y={y + 5}>
        {values.length > 1 && least < most ? `${number(least)} to ${number(most)}` : number(most)}
      </text>
    </g>
  );
}
