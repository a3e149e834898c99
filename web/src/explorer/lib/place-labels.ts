/** A mark on a picture that may get its name beside it. Positions and sizes in pixels, y downwards. */
export interface Marked {
  id: string;
  x: number;
  y: number;
  /** Half the mark's width. */
  r: number;
  /** Width of the name as it is drawn; 0 where the mark gets none and only takes room. */
  width: number;
  height: number;
  /** Marks with more are named first; ties by id. */
  weight: number;
  /** Named whatever it covers, and before all others. */
  must?: boolean;
  /** How much of other marks its name may cover: small marks count 1, larger ones 3. Nothing where left out. */
  covers?: number;
}

/** Where a name stands: the point at its `anchor`, and the middle of its height. */
export interface Placed {
  id: string;
  x: number;
  y: number;
  /** Which end of its lines is nearest to the mark. */
  anchor: 'start' | 'middle' | 'end';
}

export interface Room {
  width: number;
  height: number;
  /** How many names at most. */
  most?: number;
  /** How many marks are looked at for a place, the weightiest first: the others would hardly find one, and trying takes time. */
  tries?: number;
  /** Room taken already. */
  taken?: Box[];
}

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

const GAP = 4;
const MARGIN = 2;
const CELL = 48;
const LARGE = 6;

/**
 * Puts names beside marks, so that no name covers another and none leaves the picture: the weightiest first, each at the first
 * free one of eight places around its mark (right, left, above, below, corners). Who finds no place stays without a name.
 */
export function placeLabels(marks: Marked[], room: Room): Placed[] {
  const { most = Infinity, tries = Infinity, taken = [] } = room;
  const order = [...marks].filter(({ width }) => width > 0).sort(byWeight).slice(0, tries);
  const obstacles = new Grid<Marked>();
  for (const mark of marks) obstacles.add(mark, boxOf(mark));
  const names = new Grid<Box>();
  for (const box of taken) names.add(box, box);
  const placed: Placed[] = [];
  for (const mark of order) {
    if (placed.length >= most && !mark.must) break;
    const place = best(mark);
    if (!place) continue;
    names.add(place, place);
    placed.push(anchored(mark, place));
  }
  return placed;

  function best(mark: Marked): Box | null {
    let found: Box | null = null;
    let least = mark.must ? Infinity : (mark.covers ?? 0) + 1;
    for (const box of placesAround(mark)) {
      if (box.x0 < 0 || box.y0 < 0 || box.x1 > room.width || box.y1 > room.height) continue;
      if (names.near(box).some((each) => meet(each, box, MARGIN))) continue;
      const covered = obstacles.near(box).reduce((sum, each) => sum + (each !== mark && meet(boxOf(each), box, 0) ? costOf(each) : 0), 0);
      if (covered >= least) continue;
      [found, least] = [box, covered];
      if (covered === 0) break;
    }
    return found;
  }
}

function anchored({ id, x }: Marked, { x0, y0, x1, y1 }: Box): Placed {
  const y = (y0 + y1) / 2;
  if (x0 >= x) return { id, x: x0, y, anchor: 'start' };
  return x1 <= x ? { id, x: x1, y, anchor: 'end' } : { id, x: (x0 + x1) / 2, y, anchor: 'middle' };
}

function costOf({ r }: Marked): number {
  return r < LARGE ? 1 : 3;
}

function byWeight(a: Marked, b: Marked): number {
  return Number(b.must ?? false) - Number(a.must ?? false) || b.weight - a.weight || (a.id < b.id ? -1 : 1);
}

function boxOf({ x, y, r }: Marked): Box {
  return { x0: x - r, y0: y - r, x1: x + r, y1: y + r };
}

/** The eight places, the best readable first. */
function placesAround({ x, y, r, width, height }: Marked): Box[] {
  const far = r + GAP;
  const near = r * 0.7 + 2;
  const at = (x0: number, y0: number): Box => ({ x0, y0, x1: x0 + width, y1: y0 + height });
  const middle = y - height / 2;
  return [
    at(x + far, middle),
    at(x - far - width, middle),
    at(x - width / 2, y - r - 2 - height),
    at(x - width / 2, y + r + 2),
    at(x + near, y - near - height),
    at(x + near, y + near),
    at(x - near - width, y - near - height),
    at(x - near - width, y + near),
  ];
}

/** Whether two boxes meet, or come nearer than a margin. */
export function meet(a: Box, b: Box, margin: number): boolean {
  return a.x0 < b.x1 + margin && b.x0 < a.x1 + margin && a.y0 < b.y1 + margin && b.y0 < a.y1 + margin;
}

/** Things by the squares that their boxes touch. */
class Grid<T> {
  private readonly cells = new Map<number, T[]>();

  add(thing: T, box: Box): void {
    for (const key of cellsOf(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(thing);
      else this.cells.set(key, [thing]);
    }
  }

  near(box: Box): T[] {
    const found = new Set<T>();
    for (const key of cellsOf({ x0: box.x0 - MARGIN, y0: box.y0 - MARGIN, x1: box.x1 + MARGIN, y1: box.y1 + MARGIN })) {
      for (const each of this.cells.get(key) ?? []) found.add(each);
    }
    return [...found];
  }
}

function* cellsOf({ x0, y0, x1, y1 }: Box): Generator<number> {
  for (let i = Math.floor(x0 / CELL); i <= Math.floor(x1 / CELL); i++) {
    for (let j = Math.floor(y0 / CELL); j <= Math.floor(y1 / CELL); j++) yield i * 1_000_003 + j;
  }
}
