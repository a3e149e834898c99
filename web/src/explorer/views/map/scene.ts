import { geoGraticule10, geoPath } from 'd3-geo';
import { textWidth } from '../../lib/measure';
import { type Box, type Placed, placeLabels } from '../../lib/place-labels';
import type { Atlas } from './atlas';
import { type Beyond, type Frame, frameOf, inEurope, sorted, type Where } from './frame';
import type { Loaded, Place, Tie } from './load';

/** A city on the map. */
export interface Spot extends Where {
  id: string;
  name: string;
  country: string | null;
  population: number;
  /** Memberships on the day: all of them, and those that are certain (all, without a day). */
  all: number;
  certain: number;
  /** Its tie to the layer. */
  layer: Tie | null;
}

export type Standing = Spot & { x: number; y: number; r: number };

/** Everything that is drawn, in pixels. */
export interface Scene {
  frame: Frame;
  land: string;
  borders: string;
  lines: string;
  spots: Standing[];
  names: Placed[];
  beyond: Beyond<Spot>[];
}

export const NAME_SIZE = 13;
const SMALLEST = 2;
/** Who has this many memberships is named even over a mark. */
const MANY = 3;

/** The radius of a city: its area grows with its memberships. */
export function radius(all: number, { width, world }: Pick<Frame, 'width' | 'world'>): number {
  const one = Math.min(5.2, 1 + width / 190) * (world ? 0.6 : 1);
  return all === 0 ? SMALLEST : Math.max(SMALLEST + 0.4, Math.sqrt(all) * one);
}

/** The places that have coordinates, and those that have none. */
export function spotsOf({ places, layer }: Loaded): { spots: Spot[]; without: Place[] } {
  const without = places.filter(({ latitude, longitude }) => latitude === null || longitude === null);
  const spots = places.flatMap((place) => {
    const { id, name, country, latitude, longitude, memberships } = place;
    if (latitude === null || longitude === null) return [];
    // Two stints in one network are one membership.
    const networks = new Map<string, boolean>();
    for (const { node, holdsOn } of memberships) networks.set(node.id, (networks.get(node.id) ?? false) || holdsOn !== 'POSSIBLE');
    const certain = [...networks.values()].filter(Boolean).length;
    return [{ id, name, country, latitude, longitude, population: place.population ?? 0, all: networks.size, certain, layer: layer?.ties.get(id) ?? null }];
  });
  return { spots, without };
}

/** The frame that is chosen: the world, a country, or the first frame. */
export function chosenFrame(spots: Spot[], frame: string, width: number, tall: number): Frame {
  if (frame === 'world') return frameOf([], width, { world: true });
  const there = frame === 'europe' ? spots.filter(inEurope) : spots.filter(({ country }) => country === frame);
  return frameOf(there, width, { tall });
}

/** Lays out the map. With a layer its members are named, else who has most memberships; `must` is named in any case. */
export function sceneOf(spots: Spot[], frame: Frame, atlas: Atlas | null, must: string | null, layered: boolean, measure = nameWidth): Scene {
  const { width, height, projection, world } = frame;
  const path = geoPath(projection.clipExtent(world ? null : [[-2, -2], [width + 2, height + 2]])).digits(1); // prettier-ignore
  const land = atlas ? (path(atlas.land) ?? '') : '';
  const borders = atlas ? (path(atlas.borders) ?? '') : '';
  const lines = world ? (path({ type: 'Sphere' }) ?? '') : (path(geoGraticule10()) ?? '');
  projection.clipExtent(null);
  const { inside, beyond } = sorted(spots, frame);
  // Who does not belong lies below; else large ones first, so that small ones lie on top and can be reached.
  const below = (spot: Spot) => Number(belongs(spot, layered));
  const standing = inside.map((spot) => ({ ...spot, r: radius(spot.all, frame) })).sort((a, b) => below(a) - below(b) || b.r - a.r || (a.id < b.id ? -1 : 1));
  const taken = beyond.filter(({ places }) => places.some((spot) => belongs(spot, layered))).map((edge) => edgeBox(edge, frame));
  const named = standing.filter((spot) => spot.id === must || belongs(spot, layered));
  const marks = named.map(({ id, x, y, r, name, all, population, layer }) => {
    const weight = (layer ? 1000 : 0) + all + Math.min(population, 9e7) / 1e8;
    return { id, x, y, r, width: measure(name) + 2, height: NAME_SIZE + 3, weight, must: id === must, covers: all >= MANY ? 3 : 0 };
  });
  return { frame, land, borders, lines, spots: standing, names: placeLabels(marks, { width, height, taken }), beyond };
}

const nameWidth = (name: string) => textWidth(name, NAME_SIZE, 500);

/** Whether a place belongs to what is shown: to the layer, or to any network. */
export function belongs({ layer, all }: Pick<Spot, 'layer' | 'all'>, layered: boolean): boolean {
  return layered ? layer !== null : all > 0;
}

export const EDGE = { width: 84, height: 26 };

/** Where the marker of the places beyond an edge stands. */
export function edgeBox({ side, at }: Beyond<unknown>, { width, height }: Frame): Box {
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 4), most - 4);
  const x0 = side === 'left' ? 2 : side === 'right' ? width - EDGE.width - 2 : clamp(at - EDGE.width / 2, width - EDGE.width);
  const y0 = side === 'top' ? 2 : side === 'bottom' ? height - EDGE.height - 2 : clamp(at - EDGE.height / 2, height - EDGE.height);
  return { x0, y0, x1: x0 + EDGE.width, y1: y0 + EDGE.height };
}

/** How far beside a mark still counts as it, in pixels: a finger is no needle. */
const AIM = 6;

/** The spot that is meant at a point: where circles lie on one another, the one whose middle is nearer, by its size. */
export function spotAt<T extends { x: number; y: number; r: number }>(spots: T[], { x, y }: { x: number; y: number }): T | null {
  let best: T | null = null;
  let least = Infinity;
  for (const spot of spots) {
    const distance = Math.hypot(spot.x - x, spot.y - y);
    const share = distance / (spot.r + AIM);
    if (share < 1 && share < least) [best, least] = [spot, share];
  }
  return best;
}

/** The nearest spot in a direction, for arrow keys: near counts, and straight on counts twice. */
export function nearest(spots: Standing[], from: string | null, dx: number, dy: number): Standing | null {
  const start = spots.find(({ id }) => id === from);
  if (!start) return [...spots].sort((a, b) => b.all - a.all || (a.id < b.id ? -1 : 1))[0] ?? null;
  let best: Standing | null = null;
  let least = Infinity;
  for (const spot of spots) {
    const [x, y] = [spot.x - start.x, spot.y - start.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (spot.id === start.id || ahead <= 0 || aside > ahead * 1.5) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) [best, least] = [spot, cost];
  }
  return best;
}
