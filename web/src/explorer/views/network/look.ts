import { textWidth } from '../../lib/measure';
import type { Marked } from '../../lib/place-labels';
import type { Line, Picture, Point } from './graph';

/** The radius of a mark: its area grows with the lines that end at it; groups begin larger. */
export function radius({ kind, lines }: Point): number {
  return kind === 'CITY' ? 2.4 + 1.3 * Math.sqrt(lines) : 4.5 + 1.15 * Math.sqrt(lines);
}

export const LABEL = { group: 14, member: 12.5 };

export function labelSize({ kind }: Point): number {
  return kind === 'CITY' ? LABEL.member : LABEL.group;
}

export function labelWeight({ kind }: Point): number {
  return kind === 'CITY' ? 400 : 640;
}

/** Groups are named before members, and who has more lines before who has fewer. */
export function importance(point: Point): number {
  return (point.kind === 'CITY' ? 0 : 1000) + point.lines + Math.min(point.degree, 900) / 1000;
}

/** A mark where it stands on the screen, with the room that its name would take. */
export function marked(point: Point, x: number, y: number, r: number, must: boolean): Marked {
  const size = labelSize(point);
  return { id: point.id, x, y, r, width: textWidth(point.name, size, labelWeight(point)) + 2, height: size + 3, weight: importance(point), must, covers: point.kind === 'CITY' ? 0 : 3 };
}

/** What stands out: these nodes, whom they are tied to, and the lines between. Nothing chosen: all alike. */
export function emphasis({ lines }: Picture, centres: string[]): { nodes: Set<string>; has: (line: Line) => boolean } | null {
  const centre = new Set(centres);
  if (centre.size === 0) return null;
  const nodes = new Set(centre);
  for (const { a, b } of lines) {
    if (centre.has(a)) nodes.add(b);
    if (centre.has(b)) nodes.add(a);
  }
  return { nodes, has: ({ a, b }) => centre.has(a) || centre.has(b) };
}

/** Drawn in dashes: only possible on the day, or stated by no source. */
export function unsure({ possible, implied }: Line): boolean {
  return possible || implied;
}
