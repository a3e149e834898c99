import { textWidth } from '../../lib/measure';
import { Hatch, type KeyEntry, layoutKey, PictureKey } from '../../parts/picture-key';
import { number } from '../../text/common';
import { timeline as t } from '../../text/timeline';
import { type Axis, timeAxis, yearSpan } from './axis';
import { clearOf } from './clear-of';
import { type Lane, lanesOf, type Mark, POINT, ROW } from './marks';
import { highest, steps, surest } from './model';
import './timeline.css';
import type { BandGroup, Entry, YearCount } from './types';

export interface Scene {
  axis: Axis;
  lanes: Lane[];
  groups: BandGroup[];
  width: number;
  height: number;
  today: string;
}

const SIZE = 14;
const BAND = 84;
const BAND_HEAD = 26;
const LANE_HEAD = 26;
const AXIS = 24;
const EDGE = 8;
const measure = (text: string) => textWidth(text, SIZE);

const KEY = (pattern: string): KeyEntry[] => [
  { label: t.key.certain, mark: <rect className="timeline-certain" width="24" height="12" /> },
  { label: t.key.possible, mark: <rect className="timeline-possible" width="24" height="12" fill={`url(#${pattern})`} /> },
  { label: t.key.day, mark: <circle className="timeline-day" cx="12" cy="6" r="5.5" /> },
  { label: t.key.span, mark: <rect className="timeline-span" y="2" width="24" height="9" /> },
  { label: t.key.open, mark: <Soft from={0} to={24} y={2} openStart openEnd={false} /> },
  { label: t.today, mark: <path className="timeline-now" d="M12 0V14" /> },
];

/** Lays everything out on one axis. */
export function sceneOf(entries: Entry[], groups: BandGroup[], [from, until]: [string, string], width: number, today: string): Scene {
  const axis = timeAxis(from, until, EDGE, width - EDGE);
  const lanes = lanesOf(entries, axis, measure);
  const bands = groups.filter(({ years }) => years.length > 0);
  const height = keyHeight(width) + AXIS + bands.length * (BAND + BAND_HEAD + 16) + lanes.reduce((all, { rows }) => all + LANE_HEAD + sum(rows) + 8, 0) + 4;
  return { axis, lanes, groups: bands, width, height, today };
}

function keyHeight(width: number): number {
  return layoutKey(KEY('').map(({ label }) => label), width).height + 4;
}

export function TimelineDrawing({ scene, pattern }: { scene: Scene; pattern: string }) {
  const { axis, lanes, groups, width, height, today } = scene;
  const top = keyHeight(width);
  const most = highest(groups);
  let y = top + AXIS;
  const bands = groups.map((each) => {
    const at = y;
    y += BAND + BAND_HEAD + 16;
    return { at, group: each };
  });
  const rows = lanes.map((lane) => {
    const at = y;
    y += LANE_HEAD + sum(lane.rows) + 8;
    return { at, lane };
  });
  const now = today >= axis.from && today <= axis.to ? axis.x(today) : null;
  return (
    <g>
      <Hatch id={pattern} />
      <PictureKey entries={KEY(pattern)} width={width} />
      {axis.ticks.map(({ x, label }) => (
        <g key={label}>
          <path className="timeline-grid" d={`M${x} ${top + AXIS - 4}V${height}`} />
          <text className="timeline-year" x={x} y={top + 14} textAnchor={x < 20 ? 'start' : 'middle'}>
            {label}
          </text>
        </g>
      ))}
      {now !== null && <path className="timeline-now" d={`M${now} ${top + AXIS - 4}V${height}`} />}
      {bands.map(({ at, group }) => (
        <Band key={group.group.node.id} of={group} axis={axis} top={at} most={most} pattern={pattern} now={now} />
      ))}
      {rows.map(({ at, lane }) => (
        <g key={lane.what}>
          <text className="timeline-head" x={0} y={at + 17}>
            {t.lanes[lane.what]}
          </text>
          {lane.marks.map((mark, i) => (
            <Event key={i} mark={mark} y={at + LANE_HEAD + sum(lane.rows.slice(0, mark.row))} height={lane.rows[mark.row]!} />
          ))}
        </g>
      ))}
    </g>
  );
}

/** How many members a group had, with the number of the surest and of the last year: certain ones filled, possible ones hatched above. */
function Band({ of: { group, years }, axis, top, most, pattern, now }: { of: BandGroup; axis: Axis; top: number; most: number; pattern: string; now: number | null }) {
  const shown = years.filter(({ year }) => String(year).padStart(4, '0') >= axis.from.slice(0, 4) && String(year).padStart(4, '0') <= axis.to.slice(0, 4));
  const y = (value: number) => top + BAND_HEAD + BAND - (value / most) * BAND;
  const part = (of: 'certain' | 'possible') => shown.map((each) => [...yearSpan(axis, each.year), each[of]] as [number, number, number]);
  const last = shown.at(-1);
  const best = surest(shown);
  return (
    <g>
      <text className="timeline-head" x={0} y={top + 17}>
        {group.node.name}
      </text>
      <path className="timeline-possible" d={steps(part('possible'), y)} fill={`url(#${pattern})`} />
      <path className="timeline-certain" d={steps(part('certain'), y)} />
      <path className="timeline-base" d={`M${axis.x0} ${y(0)}H${axis.x1}`} />
      {shown.map(({ year, certain, possible }) => (
        <rect key={year} className="timeline-year-box" x={yearSpan(axis, year)[0]} y={top + BAND_HEAD} width={yearSpan(axis, year)[1] - yearSpan(axis, year)[0]} height={BAND}>
          <title>{`${group.node.name}, ${year}: ${t.band(certain, possible)}`}</title>
        </rect>
      ))}
      {best && best.certain > 0 && best.year !== last?.year && (
        <text className="timeline-number" x={(yearSpan(axis, best.year)[0] + yearSpan(axis, best.year)[1]) / 2} y={y(best.certain) - 4} textAnchor="middle">
          {number(best.certain)}
        </text>
      )}
      {last && (
        <text className="timeline-number" x={clearOf(now, axis.x1, textWidth(lastWords(last), SIZE))} y={Math.max(y(last.possible) - 4, top + 12)} textAnchor="end">
          {lastWords(last)}
        </text>
      )}
    </g>
  );
}

const lastWords = ({ year, certain, possible }: YearCount) => `${year}: ${certain === possible ? number(certain) : `${number(certain)} to ${number(possible)}`}`;

function Event({ mark, y, height }: { mark: Mark; y: number; height: number }) {
  const { from, to, openStart, openEnd, label, labelX, anchor, above, entries, what } = mark;
  const away = what === 'LEFT' || what === 'ENDED' ? ' away' : '';
  const day = entries[0]!.dateSpan.precision === 'DAY';
  const middle = y + height - ROW.beside / 2; // a label above takes the upper part of its row
  return (
    <g>
      <title>{entries.map(({ sentence }) => sentence).join(' ')}</title>
      {day ? <circle className={`timeline-day${away}`} cx={from} cy={middle} r={POINT - 0.5} /> : <Soft from={from} to={Math.max(to, from + 3)} y={middle - 4.5} openStart={openStart} openEnd={openEnd} away={away} />}
      <text className="timeline-label" x={labelX} textAnchor={anchor} y={above ? middle - 10 : middle + 5}>
        {label}
      </text>
    </g>
  );
}

function sum(heights: number[]): number {
  return heights.reduce((all, each) => all + each, 0);
}

const SLICES = 8;

/** A bar of days on one of which it was; where nobody says how early or late, its end fades. */
function Soft({ from, to, y, openStart, openEnd, away = '' }: { from: number; to: number; y: number; openStart: boolean; openEnd: boolean; away?: string }) {
  const fade = Math.min(80, (to - from) * 0.45);
  const [a, b] = [openStart ? from + fade : from, openEnd ? to - fade : to];
  const slice = fade / SLICES;
  const strength = (i: number) => ((i + 1) / (SLICES + 1)).toFixed(2);
  return (
    <g>
      <rect className={`timeline-span${away}`} x={a} y={y} width={Math.max(b - a, 1)} height={9} />
      {openStart && Array.from({ length: SLICES }, (_, i) => <rect key={i} className={`timeline-span${away}`} fillOpacity={strength(i)} x={from + i * slice} y={y} width={slice} height={9} />)}
      {openEnd && Array.from({ length: SLICES }, (_, i) => <rect key={i} className={`timeline-span${away}`} fillOpacity={strength(i)} x={to - (i + 1) * slice} y={y} width={slice} height={9} />)}
    </g>
  );
}
