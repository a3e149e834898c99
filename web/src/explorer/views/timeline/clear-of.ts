/** Where a label ends that would end at x, if it must not cross the line of today. */
export function clearOf(now: number | null, x: number, wide: number): number {
  return now !== null && now > x - wide - 4 && now < x + 4 ? now - 5 : x;
}
