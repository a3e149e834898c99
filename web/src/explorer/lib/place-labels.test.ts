import { describe, expect, it } from 'vitest';
import { type Marked, meet, placeLabels } from './place-labels';

const mark = (id: string, x: number, y: number, rest: Partial<Marked> = {}): Marked => ({ id, x, y, r: 4, width: 40, height: 12, weight: 1, ...rest });
const room = { width: 400, height: 300 };

describe('placeLabels', () => {
  it('puts a lone name to the right of its mark', () => {
    expect(placeLabels([mark('a', 100, 100)], room)).toEqual([{ id: 'a', x: 108, y: 100, anchor: 'start' }]);
  });

  it('goes to the left where the right edge is near', () => {
    expect(placeLabels([mark('a', 390, 100)], room)).toEqual([{ id: 'a', x: 390 - 8, y: 100, anchor: 'end' }]);
  });

  it('lets no name cover another name or mark, and none leave the picture, in a dense crowd', () => {
    // Marks on a spiral: crowded in the middle, loose outside.
    const marks = Array.from({ length: 150 }, (_, i) => mark(`m${i}`, 200 + Math.cos(i * 2.4) * Math.sqrt(i) * 11, 150 + Math.sin(i * 2.4) * Math.sqrt(i) * 9, { weight: 150 - i }));
    const placed = placeLabels(marks, room);
    expect(placed.length).toBeGreaterThan(5);
    const left = { start: 0, middle: 20, end: 40 };
    const boxes = placed.map(({ x, y, anchor }) => ({ x0: x - left[anchor], y0: y - 6, x1: x - left[anchor] + 40, y1: y + 6 }));
    for (const [i, box] of boxes.entries()) {
      expect(box.x0 >= 0 && box.y0 >= 0 && box.x1 <= 400 && box.y1 <= 300).toBe(true);
      for (const other of boxes.slice(i + 1)) expect(meet(box, other, 0)).toBe(false);
      for (const { x, y, r, id } of marks) {
        if (id !== placed[i]!.id) expect(meet(box, { x0: x - r, y0: y - r, x1: x + r, y1: y + r }, 0)).toBe(false);
      }
    }
  });

  it('names the weightiest first and is the same whatever the order of the marks', () => {
    const close = [mark('light', 100, 100, { weight: 1, width: 90 }), mark('heavy', 112, 100, { weight: 5, width: 90 }), mark('third', 106, 106, { weight: 3, width: 90 })];
    const placed = placeLabels(close, { ...room, most: 1 });
    expect(placed.map(({ id }) => id)).toEqual(['heavy']);
    expect(placeLabels([...close].reverse(), room)).toEqual(placeLabels(close, room));
  });

  it('names what must be named even where marks are covered, but not over another name', () => {
    const ring = Array.from({ length: 40 }, (_, i) => mark(`r${i}`, 200 + Math.cos(i) * 22, 150 + Math.sin(i) * 22, { width: 0, r: 8 }));
    const centre = mark('centre', 200, 150);
    expect(placeLabels([...ring, centre], room)).toEqual([]);
    expect(placeLabels([...ring, { ...centre, must: true }], room).map(({ id }) => id)).toEqual(['centre']);
    const everywhere = [{ x0: 0, y0: 0, x1: 400, y1: 300 }];
    expect(placeLabels([{ ...centre, must: true }], { ...room, taken: everywhere })).toEqual([]);
  });

  it('covers as few marks as it can where it may cover some', () => {
    const marks = [mark('a', 100, 100, { covers: 2 }), mark('right', 125, 100, { width: 0 }), mark('right2', 135, 100, { width: 0 }), mark('left', 75, 100, { width: 0 })];
    const [placed] = placeLabels(marks, room);
    expect(placed).toEqual({ id: 'a', x: 100, y: 100 - 4 - 2 - 6, anchor: 'middle' }); // above it is free
  });

  it('counts a large mark for three small ones', () => {
    // Large marks all around, all but the left one beyond what may be covered.
    const wall = [[130, 100], [100, 75], [100, 125], [130, 75], [130, 125], [70, 75], [70, 125]].map(([x, y], i) => mark(`w${i}`, x!, y!, { width: 0, r: 12 })); // prettier-ignore
    const a = mark('a', 100, 100, { covers: 2 });
    const left = mark('left', 75, 100, { width: 0 });
    expect(placeLabels([a, left, ...wall], room)).toEqual([{ id: 'a', x: 92, y: 100, anchor: 'end' }]);
    expect(placeLabels([a, { ...left, r: 12 }, ...wall], room)).toEqual([]);
    expect(placeLabels([{ ...a, covers: 3 }, { ...left, r: 12 }, ...wall], room)).toHaveLength(1);
  });
});
