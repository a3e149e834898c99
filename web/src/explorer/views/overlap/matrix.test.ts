import { describe, expect, test } from 'vitest';
import { matrixLayout } from './matrix';
import { modelOf, pairOf } from './model';
import { level, valueOf, valueText } from './scale';
import { answer, recorded } from './world';

const model = modelOf(answer('ABCD'), recorded, { of: 'recorded' });

describe('the matrix', () => {
  test.each([320, 358, 560, 1180])('at %i pixels keeps within its width, each cell below one step and left of another', (width) => {
    const { steps, cells, side, height } = matrixLayout(model, width, 30);
    expect(cells).toHaveLength(6);
    for (const { pair, x, y } of cells) {
      const ends = [pair.a.id, pair.b.id].map((id) => steps.find(({ group }) => group.id === id)!);
      expect(ends.map((step) => step.x).sort((p, q) => p - q)[0]).toBe(x);
      expect(Math.max(...ends.map((step) => step.y))).toBe(y);
    }
    expect(Math.max(...steps.map((step) => step.y + side))).toBe(30 + height);
    for (const step of steps) {
      expect(step.x).toBe(step.y - 30);
      expect(step.nameX + step.nameWidth).toBe(width);
      expect(step.nameWidth).toBeGreaterThanOrEqual(100);
    }
  });

  test('the foot of a cell tells certain from possible shares of the smaller group', () => {
    const { cells } = matrixLayout(model, 600);
    const foot = (a: string, b: string) => cells.find(({ pair }) => [pair.a.name, pair.b.name].sort().join() === [a, b].sort().join())!;
    expect(foot('Alpha', 'Beta')).toMatchObject({ certain: 1 / 3, possible: 2 / 3 });
    expect(foot('Alpha', 'Gamma')).toMatchObject({ certain: 1, possible: 1 });
    expect(foot('Alpha', 'Delta')).toMatchObject({ certain: 0, possible: 0 }); // nobody is in Delta
  });

  test('without a day nothing is only possible', () => {
    const ever = modelOf(answer('AB', { pAdjusted: 1 }, null), recorded, { of: 'recorded' });
    expect(matrixLayout(ever, 600).cells[0]).toMatchObject({ certain: 2 / 3, possible: 2 / 3 });
  });
});

test.each([
  [0, 'shared', 0], [1, 'shared', 1], [10, 'shared', 1], [11, 'shared', 2], [40, 'shared', 4],
  [0.25, 'jaccard', 1], [0.26, 'jaccard', 2], [1, 'jaccard', 4],
  [0.5, 'lift', 1], [2, 'lift', 1], [4, 'lift', 2], [100, 'lift', 4],
] as const)('%d is %s at level %i of four', (value, measure, wanted) => expect(level(value, measure, 40)).toBe(wanted)); // prettier-ignore

test('a cell shows lift only where something is said about chance', () => {
  const [partial, complete] = [['a', 'b'], ['a', 'c']].map(([x, y]) => pairOf(model, `network:${x}`, `network:${y}`)!);
  expect([valueOf(partial!, 'lift'), valueOf(partial!, 'shared')]).toEqual([null, 2]);
  expect(valueOf(complete!, 'lift')).toBe(5);
});

test('values are written as exactly as they are read', () => {
  expect(valueText(13, 'shared')).toBe('13');
  expect(valueText(0, 'jaccard')).toBe('0');
  expect(valueText(0.001, 'jaccard')).toBe('<0.01');
  expect(valueText(0.944, 'jaccard')).toBe('0.94');
  expect(valueText(9.52, 'lift')).toBe('9.5×');
  expect(valueText(12.4, 'lift')).toBe('12×');
  expect(valueText(null, 'lift')).toBe('–');
});
