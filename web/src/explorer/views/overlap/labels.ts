import { fitted, textWidth } from '../../lib/measure';

/** A name in so many lines at most, each within a width in pixels; the last is shortened where the name is longer. */
export function nameLines(name: string, width: number, most: number, size: number, weight = 400): string[] {
  const measure = (text: string) => textWidth(text, size, weight);
  const lines: string[] = [];
  let rest = name.split(' ');
  while (rest.length && lines.length < most) {
    let taken = 1;
    while (taken < rest.length && measure(rest.slice(0, taken + 1).join(' ')) <= width) taken++;
    const last = lines.length === most - 1;
    lines.push(fitted((last ? rest : rest.slice(0, taken)).join(' '), width, measure));
    rest = last ? [] : rest.slice(taken);
  }
  return lines;
}
