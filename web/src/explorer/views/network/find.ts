import type { Point } from './graph';

/** As names are compared: no marks, no case, nothing but letters and digits (ß and ø have no marks to lose). */
export function folded(text: string): string {
  const plain = text.toLowerCase().replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/đ/g, 'd').replace(/æ/g, 'ae').replace(/œ/g, 'oe');
  return plain
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Nodes whose name has the text: those that begin with it first, then those with more lines. */
export function find(text: string, points: Point[]): Point[] {
  const wanted = folded(text);
  if (!wanted) return [];
  const rank = (name: string) => (name.startsWith(wanted) ? 0 : ` ${name}`.includes(` ${wanted}`) ? 1 : 2);
  return points
    .map((point) => ({ point, name: folded(point.name) }))
    .filter(({ name }) => name.includes(wanted))
    .sort((a, b) => rank(a.name) - rank(b.name) || b.point.lines - a.point.lines || (a.point.id < b.point.id ? -1 : 1))
    .map(({ point }) => point);
}
