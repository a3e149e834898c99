import { useEffect, useState } from 'react';
import { KINDS } from '../../lib/kinds';

/** The theme's colours as a canvas needs them. */
export interface Palette {
  ground: string;
  ink: string;
  quiet: string;
  line: string;
  lineOther: string;
  lineOut: string;
  lineFaint: string;
  faintMark: string;
  kinds: Record<string, { fill: string; edge: string }>;
}

/** The colours of the present theme, read anew when the theme changes. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(readPalette);
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const read = () => setPalette(readPalette());
    dark.addEventListener('change', read);
    return () => dark.removeEventListener('change', read);
  }, []);
  return palette;
}

function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  const [ground, strong, ink] = [of('--ground'), of('--line-strong'), of('--ink')];
  return {
    ground,
    ink,
    quiet: of('--quiet'),
    line: mixed(ground, strong, 0.7),
    lineOther: mixed(ground, strong, 0.6),
    lineOut: mixed(ground, ink, 0.75),
    lineFaint: mixed(ground, strong, 0.16),
    faintMark: mixed(ground, strong, 0.3),
    kinds: Object.fromEntries(KINDS.map(({ kind, prefix }) => [kind, { fill: of(`--${prefix}`), edge: of(`--${prefix}-edge`) }])),
  };
}

/** A colour on the way from one `#rrggbb` to another. */
export function mixed(from: string, to: string, share: number): string {
  const parts = (hex: string) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const [a, b] = [parts(from), parts(to)];
  return `#${a.map((each, i) => Math.round(each + (b[i]! - each) * share).toString(16).padStart(2, '0')).join('')}`;
}
