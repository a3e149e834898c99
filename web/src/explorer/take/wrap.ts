/** Breaks a line that is too long although it has no spaces, an address: behind the signs that part it, else anywhere. */
export function cut(line: string, width: number, measure: (line: string) => number): string[] {
  if (measure(line) <= width) return [line];
  let end = line.length;
  while (end > 1 && measure(line.slice(0, end)) > width) end--;
  const sign = Math.max(...['/', ',', '&', '?'].map((each) => line.lastIndexOf(each, end - 1)));
  const at = sign > end / 2 ? sign + 1 : end;
  return [line.slice(0, at), ...cut(line.slice(at), width, measure)];
}

/** Breaks text into lines no wider than width; a word that is wider stands alone. */
export function wrap(text: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}
