import { number } from '../../text/common';
import { type Pair, standing } from './model';
import type { Measure } from './state';

/** The value of a pair that its cell shows; null where it is 0/0, or compares with chance where nothing is said about chance. */
export function valueOf(pair: Pair, measure: Measure): number | null {
  return measure === 'lift' && standing(pair) === 'partial' ? null : pair[measure];
}

/** The value as the cell writes it. */
export function valueText(value: number | null, measure: Measure): string {
  if (value === null) return '–';
  if (measure === 'shared') return number(value);
  if (value === 0) return '0';
  if (measure === 'jaccard') return value < 0.005 ? '<0.01' : value.toFixed(2);
  return value < 0.05 ? '<0.1×' : `${value.toFixed(value < 10 ? 1 : 0)}×`;
}

/** Of 4 levels, the one of a value: of the most shared, of a Jaccard index of 1, or of a lift by doublings from 1. */
export function level(value: number | null, measure: Measure, most: number): 0 | 1 | 2 | 3 | 4 {
  if (value === null || value <= 0) return 0;
  const part = measure === 'shared' ? value / Math.max(most, 1) : measure === 'jaccard' ? value : value <= 1 ? 0.01 : Math.log2(value) / 4;
  return Math.min(4, Math.max(1, Math.ceil(part * 4 - 1e-9))) as 1 | 2 | 3 | 4;
}
