import { textWidth } from '../../lib/measure';
import type { Marked } from '../../lib/place-labels';
import { wrap } from '../../take/wrap';
import type { Line, Picture, Point } from './graph';

/** The radius of a mark: its area grows with the lines that end at it; groups begin larger. */
export function radius({ kind, lines }: Point, pictureWidth: number): number {
  const narrow = Math.min(1, Math.max(0.7, pictureWidth / 850));
  return narrow * (kind === 'CITY' ? 2.4 + 1.3 * Math.sqrt(lines) : 4.5 + 1.15 * Math.sqrt(lines));
}

export const LABEL = { group: 14, member: 12.5 };

export function labelSize({ kind }: Point): number {
  return kind === 'CITY' ? LABEL.member : LABEL.group;
}

export function labelWeight({ kind }: Point): number {
  return kind === 'CITY' ? 400 : 640;
}

/** More names than this no picture has room for, and more marks than this are not tried while it moves. */
export const NAMES = { most: 400, tries: 700 };

const GROUP_WEIGHT = 1000;

/** Groups are named before members, and who has more lines before who has fewer. */
export function importance(point: Point): number {
  return (point.kind === 'CITY' ? 0 : GROUP_WEIGHT) + point.lines + Math.min(point.degree, 900) / 1000;
}

/** Names of groups are long: they stand in lines no wider than this, in pixels. */
const WIDEST = 190;
const WIDEST_OF_PICTURE = 0.4;
export const LEADING = 3;

/** A name in the lines in which it stands in a picture of this width. */
export function nameLines(point: Point, pictureWidth: number): string[] {
  if (point.kind === 'CITY') return [point.name];
  const widest = Math.min(WIDEST, pictureWidth * WIDEST_OF_PICTURE);
  const measure = (text: string) => textWidth(text, labelSize(point), labelWeight(point));
  const rows = wrap(point.name, widest, measure);
  // As even as they can be in so many lines.
  const even = wrap(point.name, Math.max(measure(point.name) / rows.length + 24, 60), measure);
  return even.length === rows.length ? even : rows;
}

/** Names are measured once: a picture that moves asks for them with each step. */
const measured = new WeakMap<Point, { pictureWidth: number; width: number; height: number }>();

function sizeOf(point: Point, pictureWidth: number): { width: number; height: number } {
  const known = measured.get(point);
  if (known?.pictureWidth === pictureWidth) return known;
  const size = labelSize(point);
  const rows = nameLines(point, pictureWidth);
  const width = Math.max(...rows.map((row) => textWidth(row, size, labelWeight(point)))) + 2;
  const fresh = { pictureWidth, width, height: rows.length * (size + LEADING) };
  measured.set(point, fresh);
  return fresh;
}

/** A mark where it stands on the screen, with the room that its name would take. */
export function marked(point: Point, { x, y, r }: { x: number; y: number; r: number }, pictureWidth: number): Marked {
  const { width, height } = sizeOf(point, pictureWidth);
  return { id: point.id, x, y, r, width, height, weight: importance(point), covers: point.kind === 'CITY' ? 0 : 3 + point.lines / 3 };
}

/** Groups are each named before any member, wherever that covers least, where each has so much of the width, in pixels. */
const GROUP_WIDTH = 25;

/** Groups are named first. With something chosen only it and its neighbours are named, and only their marks keep names away. */
export function named(marks: Marked[], out: ReturnType<typeof emphasis>, centres: string[], width: number): Marked[] {
  if (!out) {
    const groups = marks.filter(({ weight }) => weight >= GROUP_WEIGHT).length;
    return groups * GROUP_WIDTH > width ? marks : marks.map((mark) => ({ ...mark, must: mark.weight >= GROUP_WEIGHT }));
  }
  return marks.filter(({ id }) => out.nodes.has(id)).map((mark) => ({ ...mark, covers: Math.max(mark.covers ?? 0, 3), must: centres.includes(mark.id) }));
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

/** How many lines have each look: who belongs, other ties, and what is not sure. */
export function linesByLook({ lines }: Picture): { strong: number; thin: number; unsure: number } {
  const sure = lines.filter((line) => !unsure(line));
  const thin = sure.filter(({ other }) => other).length;
  return { strong: sure.length - thin, thin, unsure: lines.length - sure.length };
}

/** Drawn in dashes: only possible on the day, or stated by no source. */
export function unsure({ possible, implied }: Line): boolean {
  return possible || implied;
}
