import { describe, expect, it } from 'vitest';
import { crossing, frameOf, inEurope, sorted } from './frame';
import type { Loaded, Place } from './load';
import { chosenFrame, nearest, radius, sceneOf, type Spot, spotAt, spotsOf } from './scene';
import { readChosen } from './state';
import { rowsOf } from './take';
import { numbersOf, sentence } from './words';

const spot = (id: string, longitude: number, latitude: number, rest: Partial<Spot> = {}): Spot => ({ id, name: id, country: null, longitude, latitude, population: 0, all: 1, certain: 1, layer: null, ...rest });
const measure = (name: string) => name.length * 6;
const EUROPE = [spot('lisbon', -9.14, 38.72, { country: 'PT' }), spot('alta', 23.27, 69.97), spot('athens', 23.73, 37.98), spot('reykjavik', -21.9, 64.1), spot('nicosia', 33.36, 35.17), spot('cologne', 6.96, 50.94)]; // prettier-ignore
const FAR = [spot('taipei', 121.5, 25.05), spot('mexico', -99.1, 19.4), spot('dakar', -17.4, 14.7), spot('montevideo', -56.2, -34.9)];

describe('frameOf', () => {
  it('fits to the places themselves: all inside with a margin, and touching it on two sides at least', () => {
    for (const width of [390, 760, 1160]) {
      const frame = frameOf(EUROPE, width);
      const { inside, beyond } = sorted(EUROPE, frame);
      expect(inside).toHaveLength(EUROPE.length);
      expect(beyond).toEqual([]);
      const xs = inside.map(({ x }) => x);
      const ys = inside.map(({ y }) => y);
      const margin = Math.max(24, width * 0.05);
      const gaps = [Math.min(...xs), width - Math.max(...xs), Math.min(...ys), frame.height - Math.max(...ys)];
      for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(margin - 0.5);
      expect(gaps.filter((gap) => gap < margin + 0.5).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('shows areas true to size', () => {
    const { projection } = frameOf(EUROPE, 760);
    // Two squares of a tenth of a degree, one in the south and one in the north, by the shoelace formula.
    const area = (longitude: number, latitude: number) => {
      const corners = [[0, 0], [0.1, 0], [0.1, 0.1], [0, 0.1]].map(([dx, dy]) => projection([longitude + dx!, latitude + dy!])!); // prettier-ignore
      return Math.abs(corners.reduce((sum, [x, y], i) => sum + x * corners[(i + 1) % 4]![1] - corners[(i + 1) % 4]![0] * y, 0)) / 2;
    };
    const onEarth = (latitude: number) => Math.cos(((latitude + 0.05) * Math.PI) / 180);
    expect(area(10, 36) / onEarth(36)).toBeCloseTo(area(10, 68) / onEarth(68), 3);
  });

  it('does not show one place from too near, and the whole earth where there is none', () => {
    const frame = frameOf([EUROPE[5]!], 400);
    const { inside } = sorted(EUROPE, frame);
    expect(inside.map(({ id }) => id)).toContain('cologne');
    expect(frame.projection([7.96, 50.94])![0] - frame.projection([6.96, 50.94])![0]).toBeLessThan(130);
    expect(inside.find(({ id }) => id === 'cologne')!.x).toBeCloseTo(200, 0);
    const world = frameOf([], 800);
    expect(world.world).toBe(true);
    expect(sorted([...EUROPE, ...FAR], world).inside).toHaveLength(10);
  });

  it('opens on a window that says nothing about what Europe is', () => {
    expect(EUROPE.every(inEurope)).toBe(true);
    expect(FAR.some(inEurope)).toBe(false);
    expect(chosenFrame([...EUROPE, ...FAR], 'PT', 400, 1).projection.scale()).toBeGreaterThan(chosenFrame([...EUROPE, ...FAR], 'europe', 400, 1).projection.scale());
  });
});

describe('sorted', () => {
  it('counts each place outside on one edge, on the side where it lies', () => {
    const { inside, beyond } = sorted([...EUROPE, ...FAR], frameOf(EUROPE, 760));
    expect(inside).toHaveLength(EUROPE.length);
    expect(beyond.flatMap(({ places }) => places.map(({ id }) => id)).sort()).toEqual(['dakar', 'mexico', 'montevideo', 'taipei']);
    const side = (id: string) => beyond.find(({ places }) => places.some((each) => each.id === id))!.side;
    expect([side('mexico'), side('taipei'), side('dakar')]).toEqual(['left', 'right', 'bottom']);
  });

  it('finds where the way to a place leaves the frame', () => {
    expect(crossing([500, 50], 200, 100)).toEqual({ side: 'right', at: 50 });
    expect(crossing([-100, -50], 200, 100)).toEqual({ side: 'left', at: 0 });
    expect(crossing([100, 900], 200, 100)).toEqual({ side: 'bottom', at: 100 });
    expect(crossing([150, -100], 200, 100)).toMatchObject({ side: 'top' });
  });
});

describe('scene', () => {
  it('sizes by area', () => {
    const frame = { width: 800, world: false };
    expect(radius(8, frame) ** 2 / radius(2, frame) ** 2).toBeCloseTo(4, 6);
    expect(radius(0, frame)).toBeLessThan(radius(1, frame));
  });

  it('names who has a membership, and whoever is chosen', () => {
    const none = spot('none', 10, 45, { all: 0, certain: 0 });
    const scene = sceneOf([...EUROPE, none, ...FAR], frameOf(EUROPE, 760), null, null, false, measure);
    expect(scene.names.map(({ id }) => id).sort()).toEqual(EUROPE.map(({ id }) => id).sort());
    expect(sceneOf([...EUROPE, none], scene.frame, null, 'none', false, measure).names.map(({ id }) => id)).toContain('none');
    expect(scene.spots[0]!.id).toBe('none'); // drawn first, below the others
  });

  it('knows which of several circles is meant, and that none is', () => {
    const spots = [{ id: 'large', x: 0, y: 0, r: 12 }, { id: 'small', x: 8, y: 0, r: 4 }]; // prettier-ignore
    expect(spotAt(spots, { x: 0, y: 0 })!.id).toBe('large');
    expect(spotAt(spots, { x: 7, y: 1 })!.id).toBe('small');
    expect(spotAt(spots, { x: -15, y: 0 })!.id).toBe('large');
    expect(spotAt(spots, { x: 40, y: 40 })).toBeNull();
  });

  it('goes to the nearest city in a direction, first of all to the largest', () => {
    const { spots } = sceneOf([...EUROPE.slice(0, 5), { ...EUROPE[5]!, all: 5 }], frameOf(EUROPE, 760), null, null, false, measure);
    expect(nearest(spots, null, 1, 0)!.id).toBe('cologne');
    expect(nearest(spots, 'cologne', 0, -1)!.id).toBe('alta');
    expect(nearest(spots, 'athens', 1, 0)!.id).toBe('nicosia');
    expect(nearest(spots, 'reykjavik', -1, 0)).toBeNull();
  });
});

const tie = (network: string, holdsOn: 'CERTAIN' | 'POSSIBLE' | null, stint = 1) => ({
  id: `${network}${stint}`, kind: 'MEMBER_OF', since: null, until: null, seen: [], holdsOn, basis: 'STATED' as const, sources: [], node: { id: `network:${network}`, name: network },
}); // prettier-ignore
const place = (id: string, point: [number, number] | null, memberships: Place['memberships']): Place => ({
  id, name: id, country: 'DE', placeType: 'MUNICIPALITY', population: null, longitude: point?.[0] ?? null, latitude: point?.[1] ?? null, memberships,
}); // prettier-ignore
const PLACES = [
  place('a', [10, 50], [tie('x', 'CERTAIN'), tie('x', 'POSSIBLE', 2), tie('y', 'POSSIBLE')]),
  place('b', null, [tie('x', 'CERTAIN')]),
  place('c', [121, 25], [tie('y', 'POSSIBLE')]),
  place('d', [11, 51], []),
];
const all: Loaded = { places: PLACES, layer: null, further: false, noGroup: null, question: { query: '' } };
const layered: Loaded = {
  ...all,
  layer: { id: 'network:y', kind: 'NETWORK', name: 'Y', rosters: [{ date: null, scope: 'DE', status: 'COMPLETE', count: 9 }, { date: null, scope: 'all', status: 'PARTIAL', count: null }], ties: new Map([['a', tie('y', 'POSSIBLE')], ['d', tie('y', 'CERTAIN')]]), total: 2 },
}; // prettier-ignore

describe('words and numbers', () => {
  it('counts two stints in one network as one membership, certain if one of them is', () => {
    const { spots, without } = spotsOf(all);
    expect(spots.map(({ id, all: n, certain }) => [id, n, certain])).toEqual([['a', 2, 1], ['c', 1, 0], ['d', 0, 0]]); // prettier-ignore
    expect(without.map(({ id }) => id)).toEqual(['b']);
  });

  it('says how many are on the map, beyond it, and without a point', () => {
    const { spots } = spotsOf(all);
    const scene = sceneOf(spots, chosenFrame(spots, 'europe', 600, 1), null, null, false, measure);
    const numbers = numbersOf(scene, all);
    expect(numbers).toEqual({ inside: 1, outside: 1, without: 1 });
    expect(sentence(all, numbers, readChosen(new URLSearchParams('date=2020-01-01')))).toBe(
      '3 cities have a membership in one of 2 networks on 1 January 2020, 1 of them only possibly; a has most, 2. On this map: 1; beyond its edges: 1; without recorded coordinates: 1.',
    );
  });

  it('says which groups were not there yet on the day', () => {
    const late: Loaded = { ...all, places: [place('a', [10, 50], [{ ...tie('x', 'POSSIBLE'), node: { id: 'network:x', name: 'X', date: '2016' } }])] };
    const words = (day: string) => sentence(late, { inside: 1, outside: 0, without: 0 }, readChosen(new URLSearchParams(`date=${day}`)), '2026-11-22');
    expect(words('2012-06-01')).toContain('not there yet on this day: X (not before 1 January 2016).');
    expect(words('2016-06-01')).not.toContain('not there yet');
    expect(words('2099-01-01')).toContain('1 January 2099 has not come yet');
  });

  it('tells of a group’s list only what covers all of it', () => {
    const { spots } = spotsOf(layered);
    const scene = sceneOf(spots, chosenFrame(spots, 'europe', 600, 1), null, null, true, measure);
    expect(sentence(layered, numbersOf(scene, layered), readChosen(new URLSearchParams()))).toBe(
      'Y has 2 recorded member cities, 1 of them only possibly. Its list is recorded only in part: further members may exist. On this map: 2.',
    );
    expect(rowsOf(layered).map(({ id }) => id)).toEqual(['a', 'd', 'b', 'c']);
  });

  it('reads the choice from the address and passes over what is none', () => {
    expect(readChosen(new URLSearchParams('frame=DE&layer=network:y&date=2020-13-01&certainty=CERTAIN'))).toEqual({ layer: 'network:y', date: null, certainty: 'CERTAIN', frame: 'DE', select: null });
    expect(readChosen(new URLSearchParams('frame=moon')).frame).toBe('europe');
  });
});
