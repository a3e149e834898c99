/** A scale of days, `Y-M-D`, over pixels. */
export interface Axis {
  /** The first and the last day on it. */
  from: string;
  to: string;
  x0: number;
  x1: number;
  x: (day: string) => number;
  ticks: { x: number; label: string }[];
}

const DAY = 86_400_000;
const TICK = 56;

/** An axis over whole years, from the first day's to the last day's. */
export function timeAxis(first: string, last: string, x0: number, x1: number): Axis {
  const [start, end] = [Number(first.slice(0, 4)), Number(last.slice(0, 4)) + 1];
  const [a, b] = [days(`${pad(start)}-01-01`), days(`${pad(end)}-01-01`)];
  const x = (day: string) => x0 + ((days(day) - a) / (b - a)) * (x1 - x0);
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => ((each * (x1 - x0)) / (end - start)) >= TICK) ?? 200; // prettier-ignore
  const ticks = [];
  for (let year = Math.ceil(start / step) * step; year < end; year += step) ticks.push({ x: x(`${pad(year)}-01-01`), label: String(year) });
  return { from: `${pad(start)}-01-01`, to: `${pad(end - 1)}-12-31`, x0, x1, x, ticks };
}

/** Where a year begins and ends on the axis. */
export function yearSpan({ x, x1 }: Axis, year: number): [number, number] {
  return [x(`${pad(year)}-01-01`), Math.min(x(`${pad(year + 1)}-01-01`), x1)];
}

export function pad(year: number): string {
  return String(year).padStart(4, '0');
}

function days(day: string): number {
  return Date.parse(`${day}T00:00Z`) / DAY;
}
