import { geoBounds, geoConicEqualArea, geoEqualEarth, type GeoProjection } from 'd3-geo';
import type { MultiPoint } from 'geojson';

/** A place on the earth, in degrees. */
export interface Where {
  longitude: number;
  latitude: number;
}

/** What the map shows: a projection, and the picture's size in pixels. */
export interface Frame {
  projection: GeoProjection;
  width: number;
  height: number;
  /** The whole earth: no place lies outside. */
  world: boolean;
}

/** The window in which places count as of the first frame. It says nothing about what Europe is. */
const EUROPE = { west: -25, east: 45, south: 34, north: 72 };

/** Whether a place lies in the window of the first frame. */
export function inEurope({ longitude, latitude }: Where): boolean {
  return longitude >= EUROPE.west && longitude <= EUROPE.east && latitude >= EUROPE.south && latitude <= EUROPE.north;
}

/** Fits a frame to the places themselves (the corners of a box in degrees lie elsewhere than its places), with a margin for names. */
export function frameOf(places: Where[], width: number, { world = false, tall = 1.02 }: { world?: boolean; tall?: number } = {}): Frame {
  if (world || places.length === 0) {
    const projection = geoEqualEarth();
    projection.fitWidth(width, { type: 'Sphere' });
    const height = Math.round(width * 0.487);
    projection.fitSize([width, height], { type: 'Sphere' });
    return { projection, width, height, world: true };
  }
  const points: MultiPoint = { type: 'MultiPoint', coordinates: withSurroundings(places).map(({ longitude, latitude }) => [longitude, latitude]) };
  const margin = Math.max(24, width * 0.05);
  const projection = conic(points);
  // Measured at this width, then as high as the places want, within what a page has room for.
  projection.fitWidth(width - 2 * margin, points);
  const wanted = extentOf(withSurroundings(places), projection);
  const height = Math.round(Math.min(Math.max(wanted + 2 * margin, width * 0.6), width * tall));
  projection.fitExtent([[margin, margin], [width - margin, height - margin]], points); // prettier-ignore
  return { projection, width, height, world: false };
}

/** How far a map goes at least from the middle of its places, in degrees of latitude. */
const LEAST = 1.2;

/** One place, or a few close ones, would be shown from too near: land around their middle is to be seen too. */
function withSurroundings(places: Where[]): Where[] {
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const [longitude, latitude] = [middle(places.map((each) => each.longitude)), middle(places.map((each) => each.latitude))];
  const aside = LEAST / Math.cos((latitude * Math.PI) / 180);
  const corners = [-1, 1].flatMap((x) => [-1, 1].map((y) => ({ longitude: longitude + x * aside, latitude: latitude + y * LEAST })));
  return places.every((each) => Math.abs(each.latitude - latitude) < LEAST && Math.abs(each.longitude - longitude) < aside) ? corners : places;
}

/** An equal-area cone turned to the middle of the places, touching at a sixth of their span from either end. */
function conic(points: MultiPoint): GeoProjection {
  const [[west, south], [east, north]] = geoBounds(points);
  const middle = west <= east ? (west + east) / 2 : (west + east + 360) / 2;
  const sixth = (north - south) / 6;
  const parallels: [number, number] = [south + sixth, north - sixth + 0.01];
  // On both sides of the equator the cone would open into a plane of no use.
  if (Math.abs(parallels[0] + parallels[1]) < 10) parallels[1] += 20;
  return geoConicEqualArea().parallels(parallels).rotate([-middle, 0]);
}

function extentOf(places: Where[], projection: GeoProjection): number {
  const ys = places.map(({ longitude, latitude }) => projection([longitude, latitude])![1]);
  return Math.max(...ys) - Math.min(...ys);
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** Places beyond one edge of the frame. */
export interface Beyond<T> {
  side: Side;
  /** Where on the edge the marker stands, in pixels along it. */
  at: number;
  places: T[];
}

/** Places with where they stand in the frame, and those beyond each of its edges. */
export function sorted<T extends Where>(places: T[], { projection, width, height }: Frame): { inside: (T & { x: number; y: number })[]; beyond: Beyond<T>[] } {
  const inside: (T & { x: number; y: number })[] = [];
  const edges = new Map<Side, { at: number[]; places: T[] }>();
  for (const place of places) {
    const point = projection([place.longitude, place.latitude]);
    if (point && point[0] >= 0 && point[0] <= width && point[1] >= 0 && point[1] <= height) {
      inside.push({ ...place, x: point[0], y: point[1] });
      continue;
    }
    const { side, at } = crossing(point ?? [width / 2, -1], width, height);
    const edge = edges.get(side) ?? { at: [], places: [] };
    edge.at.push(at);
    edge.places.push(place);
    edges.set(side, edge);
  }
  const beyond = [...edges].map(([side, { at, places: there }]) => ({ side, at: median(at), places: there }));
  return { inside, beyond: beyond.sort((a, b) => b.places.length - a.places.length || (a.side < b.side ? -1 : 1)) };
}

/** Where the way from the middle to a point outside leaves the frame. */
export function crossing([x, y]: [number, number], width: number, height: number): { side: Side; at: number } {
  const [dx, dy] = [x - width / 2, y - height / 2];
  const across = Math.abs(dx) / width >= Math.abs(dy) / height;
  if (across) return { side: dx < 0 ? 'left' : 'right', at: height / 2 + (dy / Math.abs(dx)) * (width / 2) };
  return { side: dy < 0 ? 'top' : 'bottom', at: width / 2 + (dx / Math.abs(dy)) * (height / 2) };
}

function median(values: number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.floor(ascending.length / 2)]!;
}
