let pen: CanvasRenderingContext2D | null = null;

/** The page's font; and those that a file falls back to where it is opened without it, which are wider. */
const OWN = "'Source Sans 3 Variable', 'Source Sans 3', Arial, sans-serif";
const FALLBACK = 'Arial, Helvetica, sans-serif';
let fonts = [OWN];

/** Whatever draw measures has room in either font: a file names its fonts, it does not hold them. */
export function forAnyFont<T>(draw: () => T): T {
  fonts = [OWN, FALLBACK];
  try {
    return draw();
  } finally {
    fonts = [OWN];
  }
}

/** How wide text is drawn in the page's font, in pixels. */
export function textWidth(text: string, size: number, weight = 400): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * size * 0.5;
  let widest = 0;
  for (const font of fonts) {
    pen.font = `${weight} ${size}px ${font}`;
    widest = Math.max(widest, pen.measureText(text).width);
  }
  return widest;
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
