import { describe, expect, test } from 'vitest';
import { jaccard, seriated } from './order';

/** The sum of the similarities of neighbours. */
const worth = (order: number[], s: number[][]) => order.slice(1).reduce((sum, each, i) => sum + s[order[i]!]![each]!, 0);

function permutations(all: number[]): number[][] {
  return all.length < 2 ? [all] : all.flatMap((each) => permutations(all.filter((x) => x !== each)).map((rest) => [each, ...rest]));
}

/** A drawn symmetric matrix, the same for the same seed. */
function drawn(n: number, seed: number): number[][] {
  let state = seed;
  const next = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const s = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) s[i]![j] = s[j]![i] = next();
  return s;
}

describe('seriated', () => {
  test('puts like beside like', () => {
    const likes: Record<string, number> = { '0 2': 0.9, '1 3': 0.8, '1 2': 0.3 };
    const order = seriated(4, (a, b) => likes[`${Math.min(a, b)} ${Math.max(a, b)}`] ?? 0);
    expect(order).toEqual([0, 2, 1, 3]);
  });

  test.each([3, 4, 5, 6, 7].flatMap((n) => [1, 2, 3].map((seed) => [n, seed])))('of %i things, seed %i, finds as good an order as trying all', (n, seed) => {
    const s = drawn(n, seed);
    const order = seriated(n, (a, b) => s[a]![b]!);
    expect([...order].sort()).toEqual(Array.from({ length: n }, (_, i) => i));
    const best = Math.max(...permutations([...order]).map((each) => worth(each, s)));
    expect(worth(order, s)).toBeCloseTo(best, 10);
  });

  test('begins with the earlier of its two ends', () => {
    for (const seed of [4, 5, 6]) {
      const s = drawn(6, seed);
      const order = seriated(6, (a, b) => s[a]![b]!);
      expect(order[0]!).toBeLessThan(order.at(-1)!);
    }
  });

  test('leaves two or fewer as they are, and is quick for a dozen', () => {
    expect(seriated(0, () => 1)).toEqual([]);
    expect(seriated(2, () => 1)).toEqual([0, 1]);
    const s = drawn(12, 7);
    expect(new Set(seriated(12, (a, b) => s[a]![b]!)).size).toBe(12);
  });
});

test('jaccard is shared over both together, and 0 for two empty sets', () => {
  expect(jaccard(new Set([1, 2, 3]), new Set([2, 3, 4, 5]))).toBe(2 / 5);
  expect(jaccard(new Set(), new Set())).toBe(0);
});
