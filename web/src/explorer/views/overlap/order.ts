/**
 * An order in which like stands beside like: the path through all n things whose neighbours are together as similar as
 * can be, found exactly (M. Held, R. M. Karp, 1962; n·2ⁿ steps, so for some dozen things). Of equally good orders
 * the one nearest to the given, and of its two directions the one that begins with the earlier thing.
 */
export function seriated(n: number, similarity: (a: number, b: number) => number): number[] {
  if (n < 3) return Array.from({ length: n }, (_, i) => i);
  const best = Array.from({ length: 1 << n }, () => new Float64Array(n).fill(-Infinity));
  const before = Array.from({ length: 1 << n }, () => new Int8Array(n).fill(-1));
  for (let i = 0; i < n; i++) best[1 << i]![i] = 0;
  for (let visited = 1; visited < 1 << n; visited++) {
    for (let last = 0; last < n; last++) {
      const so = best[visited]![last]!;
      if (so === -Infinity) continue;
      for (let next = 0; next < n; next++) {
        if (visited & (1 << next)) continue;
        const then = visited | (1 << next);
        const sum = so + similarity(last, next);
        if (sum <= best[then]![next]! + 1e-12) continue; // of equal ones the first stays
        best[then]![next] = sum;
        before[then]![next] = last;
      }
    }
  }
  return walkedBack(n, best, before);
}

function walkedBack(n: number, best: Float64Array[], before: Int8Array[]): number[] {
  let visited = (1 << n) - 1;
  let at = 0;
  for (let i = 1; i < n; i++) if (best[visited]![i]! > best[visited]![at]! + 1e-12) at = i;
  const path: number[] = [];
  while (at >= 0) {
    path.push(at);
    const previous: number = before[visited]![at]!;
    visited &= ~(1 << at);
    at = previous;
  }
  return path[0]! < path.at(-1)! ? path : path.reverse();
}

/** Shared over both together; 0 where both are empty. */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const shared = [...a].filter((each) => b.has(each)).length;
  const together = a.size + b.size - shared;
  return together ? shared / together : 0;
}
