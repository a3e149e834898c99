import type { ReactElement } from 'react';
import { textWidth } from '../lib/measure';
import './answer.css';

/** What a mark of a picture means. `mark` is drawn in a box 24 wide and 14 high. */
export interface KeyEntry {
  label: string;
  mark: ReactElement;
}

const SIZE = 14;
const MARK = 32;
const GAP = 24;
const LINE = 24;

/** Places the entries in lines no wider than width: where each begins, and how high all are. */
export function layoutKey(labels: string[], width: number, measure = (text: string) => textWidth(text, SIZE)): { at: { x: number; y: number }[]; height: number } {
  let [x, y] = [0, 0];
  const at = labels.map((label) => {
    const wide = MARK + measure(label);
    if (x > 0 && x + wide > width) [x, y] = [0, y + LINE];
    const place = { x, y };
    x += wide + GAP;
    return place;
  });
  return { at, height: labels.length ? y + LINE : 0 };
}

/** The key inside the picture, so that it leaves with it. */
export function PictureKey({ entries, width }: { entries: KeyEntry[]; width: number }) {
  const { at } = layoutKey(entries.map(({ label }) => label), width);
  return (
    <g>
      {entries.map(({ label, mark }, i) => (
        <g key={label} transform={`translate(${at[i]!.x} ${at[i]!.y})`}>
          <g transform="translate(0 2)">{mark}</g>
          <text className="key-label" x={MARK} y={14}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Slanted lines for what is possible or unknown: `fill="url(#id)"`. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="key-hatch" d="M0 0V5" />
      </pattern>
    </defs>
  );
}
