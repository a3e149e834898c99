import { describe, expect, test } from 'vitest';
import { modelOf } from './model';
import { BESIDE, upsetLayout } from './upset';
import { answer, recorded } from './world';

const model = modelOf(answer('ABC'), recorded, { of: 'recorded' });

describe('the UpSet plot', () => {
  test.each([200, 358, BESIDE, 900])('at %i pixels keeps its bars apart and within its width', (width) => {
    const { bars, step } = upsetLayout(model, width, 200);
    bars.forEach((bar, i) => {
      expect(bar.x - bar.width / 2).toBeGreaterThanOrEqual(0);
      expect(bar.x + bar.width / 2).toBeLessThanOrEqual(width);
      if (i > 0) expect(bar.x - bars[i - 1]!.x).toBe(step);
    });
  });

  test('bars are as high as their numbers, with the certain ones below', () => {
    const { bars } = upsetLayout(model, 600, 100);
    const [most] = bars;
    for (const { combination, height, certain } of bars) {
      expect(height / most!.height).toBeCloseTo(combination.members.length / most!.combination.members.length);
      expect(certain / height).toBeCloseTo(combination.certain / combination.members.length);
    }
    expect(bars.map(({ certain, height }) => certain / height)).toEqual([1, 1, 0, 1]);
  });

  test('dots stand in the rows of the groups of a combination', () => {
    const { bars, rows } = upsetLayout(model, 600, 100);
    for (const { combination, dots } of bars) {
      expect(rows.filter(({ y }) => dots.includes(y)).map(({ group }) => group)).toEqual(combination.groups);
    }
  });

  test('what has no room is counted', () => {
    const { bars, hidden } = upsetLayout(model, 66, 0);
    expect(bars).toHaveLength(3);
    expect(hidden).toEqual({ combinations: 1, members: 1 });
    expect(upsetLayout({ ...model, unlisted: 2 }, 900, 100).hidden).toEqual({ combinations: 2, members: 0 });
  });

  test('names stand beside their rows where there is room, over them where not', () => {
    const wide = upsetLayout(model, 700, 180);
    expect(wide.rows[0]).toMatchObject({ nameX: 0, nameWidth: 180 });
    expect(wide.bars[0]!.x).toBeGreaterThan(180);
    const narrow = upsetLayout(model, 358, 180);
    expect(narrow.rows.every(({ nameY, y }) => nameY < y - 10)).toBe(true);
    expect(narrow.bars[0]!.x).toBeLessThan(40);
  });
});
