let pen: CanvasRenderingContext2D | null = null;

/** How wide text is drawn in the page's font, in pixels. */
export function textWidth(text: string, size: number, weight = 400): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * size * 0.5;
  pen.font = `${weight} ${size}px 'Source Sans 3 Variable', 'Source Sans 3', Arial, sans-serif`;
  return pen.measureText(text).width;
}

/** Text that fits a width: shortened at its end, with "…", where it is longer. */
export function fitted(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  let [least, most] = [0, text.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (measure(`${text.slice(0, middle).trimEnd()}…`) <= width) least = middle;
    else most = middle - 1;
  }
  return `${text.slice(0, least).trimEnd()}…`;
}
