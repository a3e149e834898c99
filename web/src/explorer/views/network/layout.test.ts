import { describe, expect, it } from 'vitest';
import { force } from './force';
import { extent, type Placeable, ringOrder, type Tie, twoMode } from './layout';

/** Three groups with members of their own, and some who belong to two or three. */
function world(): { nodes: Placeable[]; ties: Tie[] } {
  const ties: Tie[] = [];
  for (const group of ['g1', 'g2', 'g3']) for (let i = 0; i < 12; i++) ties.push({ a: `${group}-own${i}`, b: group });
  for (let i = 0; i < 6; i++) ties.push({ a: `both${i}`, b: 'g1' }, { a: `both${i}`, b: 'g2' });
  for (const b of ['g1', 'g2', 'g3']) ties.push({ a: 'all', b });
  ties.push({ a: 'friend', b: 'g1-own0' });
  const ids = [...new Set(ties.flatMap(({ a, b }) => [a, b]))];
  return { nodes: ids.map((id) => ({ id, ring: /^g\d$/.test(id) })), ties };
}

const out = ({ x, y }: { x: number; y: number }, aspect: number) => Math.hypot(x / Math.sqrt(aspect), y * Math.sqrt(aspect));

describe('twoMode', () => {
  it('places everything, and the same whatever the order of the input', () => {
    const { nodes, ties } = world();
    const layout = twoMode(nodes, ties, 1.4);
    expect(layout.size).toBe(nodes.length);
    for (const { x, y } of layout.values()) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    const again = twoMode([...nodes].reverse(), ties, 1.4);
    for (const [id, spot] of layout) expect(again.get(id)).toEqual(spot);
  });

  it('puts groups on one ellipse, their own members outside of it, shared ones inside', () => {
    const { nodes, ties } = world();
    const aspect = 1.4;
    const layout = twoMode(nodes, ties, aspect);
    const radii = ['g1', 'g2', 'g3'].map((id) => out(layout.get(id)!, aspect));
    for (const radius of radii) expect(radius).toBeCloseTo(radii[0]!, 6);
    for (const [id, spot] of layout) {
      if (id.includes('own')) expect(out(spot, aspect)).toBeGreaterThan(radii[0]!);
      if (id.startsWith('both') || id === 'all') expect(out(spot, aspect)).toBeLessThan(radii[0]!);
    }
  });

  it('keeps any two marks apart', () => {
    const { nodes, ties } = world();
    const spots = [...twoMode(nodes, ties, 1.4).values()];
    for (const [i, a] of spots.entries()) for (const b of spots.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(6);
  });

  it('is wide or tall as the picture is', () => {
    const { nodes, ties } = world();
    const shape = (aspect: number) => {
      const { x0, y0, x1, y1 } = extent(twoMode(nodes, ties, aspect));
      return (x1 - x0) / (y1 - y0);
    };
    expect(shape(1.8)).toBeGreaterThan(shape(0.6));
  });

  it('places who has no group beside whom it is tied to, and nothing at all without nodes', () => {
    const { nodes, ties } = world();
    const layout = twoMode(nodes, ties, 1.4);
    const [friend, own] = [layout.get('friend')!, layout.get('g1-own0')!];
    expect(Math.hypot(friend.x - own.x, friend.y - own.y)).toBeLessThan(60);
    expect(twoMode([], [], 1.4).size).toBe(0);
    expect(twoMode([{ id: 'x', ring: false }, { id: 'y', ring: false }], [{ a: 'x', b: 'y' }], 1).size).toBe(2);
  });
});

describe('ringOrder', () => {
  it('puts groups that share members next to each other', () => {
    // a–b and c–d share much, the pairs nothing with one another.
    const order = ringOrder(['a', 'c', 'b', 'd'], [['a', 'b'], ['a', 'b'], ['c', 'd'], ['c', 'd']]); // prettier-ignore
    const beside = (x: string, y: string) => [1, 3].includes(Math.abs(order.indexOf(x) - order.indexOf(y)));
    expect(beside('a', 'b') && beside('c', 'd')).toBe(true);
    expect([...order].sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('force', () => {
  it('settles in the same places each time, as large as its start, with who is tied nearer than who is not', () => {
    const { nodes, ties } = world();
    const start = [...twoMode(nodes, ties, 1.4)];
    const [first, second] = [force({ start, ties }), force({ start, ties })];
    expect([...first]).toEqual([...second]);
    const area = (layout: typeof first) => {
      const { x0, y0, x1, y1 } = extent(layout);
      return (x1 - x0) * (y1 - y0);
    };
    expect(area(first)).toBeCloseTo(area(new Map(start)), -1);
    const distance = (a: string, b: string) => Math.hypot(first.get(a)!.x - first.get(b)!.x, first.get(a)!.y - first.get(b)!.y);
    expect(distance('g3-own1', 'g3')).toBeLessThan(distance('g3-own1', 'g1'));
    expect(distance('both1', 'g1')).toBeLessThan(distance('both1', 'g3'));
  });
});
