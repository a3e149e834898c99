import { useEffect, useRef, useState } from 'react';
import { dateWords } from '../../lib/dates';
import { isDay } from '../../lib/day';
import { useWidth } from '../../lib/use-width';
import { overlap as t } from '../../text/overlap';
import { dayNumber, dayOf, rest } from './days';

interface Props {
  date: string | null;
  stops: string[];
  /** Whether the answer to the present day is here; a replay waits for it. */
  ready: boolean;
  onDate: (date: string | null, how?: { replace: boolean }) => void;
}

const c = t.chooser;
const PACE_MILLISECONDS = 900;

/** The day that is looked at: a slider that stops where something recorded changes, a field for any day, and a replay. */
export function DateSlider({ date, stops, ready, onDate }: Props) {
  const replay = useReplay({ date, stops, ready, onDate });
  const [first, last] = [stops[0], stops.at(-1)];
  const shown = date ?? last;
  return (
    <div className="ovl-field" role="group" aria-label={c.date}>
      <span aria-hidden="true">{c.date}</span>
      <div className="ovl-date">
        <div className="ovl-when">
          <div className="ovl-either">
            <button type="button" aria-pressed={!date} onClick={() => onDate(null)}>
              {c.ever}
            </button>
            <button type="button" aria-pressed={Boolean(date)} onClick={() => !date && last && onDate(last)} disabled={!last}>
              {c.onDay}
            </button>
          </div>
          {date && <Day date={date} onDate={onDate} />}
          {date && stops.length > 1 && (
            <button type="button" aria-pressed={replay.playing} onClick={replay.toggle}>
              {replay.playing ? c.stop : c.replay}
            </button>
          )}
        </div>
        {date && first && last && first !== last && (
          <div className="ovl-track">
            <input
              type="range"
              aria-label={c.slider}
              aria-valuetext={dateWords(date)}
              min={Math.min(dayNumber(first), dayNumber(date))}
              max={Math.max(dayNumber(last), dayNumber(date))}
              value={dayNumber(shown!)}
              onChange={({ target }) => {
                const day = rest(stops, date, Number(target.value));
                if (day && day !== date) onDate(day, { replace: true });
              }}
            />
            <Ticks stops={stops} from={Math.min(dayNumber(first), dayNumber(date))} to={Math.max(dayNumber(last), dayNumber(date))} />
          </div>
        )}
      </div>
      {date && <p className="small quiet">{stops.length ? c.changes(stops.length) : c.noChanges}</p>}
    </div>
  );
}

/** A field for any day; what is being typed counts once it is a day. */
function Day({ date, onDate }: Pick<Props, 'onDate'> & { date: string }) {
  const [text, setText] = useState(date);
  useEffect(() => setText(date), [date]);
  return (
    <input
      type="date"
      aria-label={c.day}
      value={text}
      min="1900-01-01"
      max="2100-12-31"
      onChange={({ target }) => {
        setText(target.value);
        if (isDay(target.value) && target.value >= '1900') onDate(target.value, { replace: true });
      }}
      onBlur={() => setText(date)}
    />
  );
}

const HEIGHT = 30;
const THUMB = 16;
const LABEL = 44;

/** The stops as strokes under the slider, and years where there is room. */
function Ticks({ stops, from, to }: { stops: string[]; from: number; to: number }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const x = (day: number) => THUMB / 2 + ((day - from) / Math.max(1, to - from)) * (width - THUMB);
  const years: { year: number; x: number }[] = [];
  for (let year = Number(dayOf(from).slice(0, 4)) + 1; year <= Number(dayOf(to).slice(0, 4)); year++) {
    const at = x(dayNumber(`${year}-01-01`));
    if (at >= LABEL / 2 && at <= width - LABEL / 2 && at - (years.at(-1)?.x ?? -LABEL) >= LABEL) years.push({ year, x: at });
  }
  return (
    <div ref={box} aria-hidden="true">
      <svg className="ovl-ticks" width={width} height={HEIGHT}>
        {stops.map((day) => (
          <path key={day} d={`M${x(dayNumber(day)).toFixed(1)} 0v7`} />
        ))}
        {years.map(({ year, x: at }) => (
          <text key={year} x={at} y={24} textAnchor="middle">
            {year}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** From stop to stop, each once its answer is here; from the beginning when it was at the end. */
function useReplay({ date, stops, ready, onDate }: Props): { playing: boolean; toggle: () => void } {
  const [playing, setPlaying] = useState(false);
  const begin = useRef(false);
  useEffect(() => {
    if (!playing || !ready) return;
    const next = begin.current ? stops[0] : stops.find((day) => !date || day > date);
    if (!next) return setPlaying(false);
    const timer = setTimeout(
      () => {
        begin.current = false;
        onDate(next, { replace: true });
      },
      begin.current ? 0 : PACE_MILLISECONDS,
    );
    return () => clearTimeout(timer);
  }, [playing, ready, date]);
  const toggle = () => {
    begin.current = !stops.some((day) => !date || day > date);
    setPlaying(!playing);
  };
  return { playing, toggle };
}
