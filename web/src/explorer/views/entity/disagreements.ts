import { span } from '../../lib/dates';
import type { Claim } from '../../lib/facts';
import type { Figure } from './types';

/** One field for which sources give values that cannot all be true. */
export interface Disagreement<T> {
  field: string;
  values: T[];
}

/** A claim with its place among the node's claims, by which its evidence is opened. */
export type Placed<T> = T & { index: number };

/** Claims that add something instead of giving a value for a field. */
const REMARKS = new Set(['note', 'derivation', 'unnamedParties', 'targetGroups', 'description']);

/** Values contradict where they differ; dates only where they share no day, since a narrower one refines a wider one. */
export function claimDisagreements(claims: Claim[]): Disagreement<Placed<Claim>>[] {
  const byField = new Map<string, Placed<Claim>[]>();
  claims.forEach((claim, index) => {
    if (REMARKS.has(claim.field)) return;
    byField.set(claim.field, [...(byField.get(claim.field) ?? []), { ...claim, index }]);
  });
  return [...byField].filter(([, all]) => contradict(all.map(({ value }) => value))).map(([field, values]) => ({ field, values }));
}

/** Whether two of the values cannot both be true. */
export function contradict(values: string[]): boolean {
  return values.some((a, i) => values.slice(i + 1).some((b) => a !== b && !shareADay(a, b)));
}

function shareADay(a: string, b: string): boolean {
  const [x, y] = [span(a), span(b)];
  if ((!x.earliest && !x.latest) || (!y.earliest && !y.latest)) return false; // no dates
  return (x.earliest ?? '') <= (y.latest ?? '9999') && (y.earliest ?? '') <= (x.latest ?? '9999');
}

/** Figures of one measure and one date that cannot all be true. Undated ones may speak of different days. */
export function figureDisagreements(figures: Figure[]): Disagreement<Placed<Figure>>[] {
  const groups = new Map<string, Placed<Figure>[]>();
  figures.forEach((figure, index) => {
    if (!figure.date) return;
    const key = `${figure.measure} ${figure.date}`;
    groups.set(key, [...(groups.get(key) ?? []), { ...figure, index }]);
  });
  return [...groups.values()]
    .filter((all) => all.some((a, i) => all.slice(i + 1).some((b) => !compatible(a, b))))
    .map((values) => ({ field: values[0]!.measure, values }));
}

/** Whether one number can be meant by both; "about" can mean any other. */
function compatible(a: Figure, b: Figure): boolean {
  if (a.qualifier === 'ABOUT' || b.qualifier === 'ABOUT') return true;
  const [x, y] = [range(a), range(b)];
  return x.least <= y.most && y.least <= x.most;
}

function range({ qualifier, value }: Figure): { least: number; most: number } {
  switch (qualifier) {
    case 'AT_LEAST':
      return { least: value, most: Infinity };
    case 'OVER':
      return { least: value + 1, most: Infinity };
    case 'UP_TO':
      return { least: 0, most: value };
    default:
      return { least: value, most: value };
  }
}
