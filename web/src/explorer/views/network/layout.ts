/** A node to be placed. */
export interface Placeable {
  id: string;
  /** It stands on the ring, and others are placed by it. */
  ring: boolean;
}

export interface Tie {
  a: string;
  b: string;
}

export interface Spot {
  x: number;
  y: number;
}

/** Where every node stands, in units of about one mark, y downwards. */
export type Layout = Map<string, Spot>;

const STEP = 13;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Two modes apart: groups on a ring, neighbours in it being those that share most; who belongs to one group alone stands in a
 * cluster outside of it, who belongs to several stands inside, drawn towards all of them. The same input gives the same picture.
 * `aspect` is the ring's width by its height.
 */
export function twoMode(nodes: Placeable[], ties: Tie[], aspect: number): Layout {
  const near = neighbours(nodes, ties);
  const onRing = new Set(nodes.filter(({ ring }) => ring).map(({ id }) => id));
  const groupsOf = (id: string) => near.get(id)!.filter((each) => onRing.has(each));
  const others = nodes.filter(({ ring }) => !ring).map(({ id }) => id);
  const only = new Map<string, string[]>([...onRing].map((id) => [id, []]));
  const shared: string[] = [];
  const loose: string[] = [];
  for (const id of others) {
    const groups = groupsOf(id);
    if (groups.length === 1) only.get(groups[0]!)!.push(id);
    else (groups.length ? shared : loose).push(id);
  }
  const spots: Layout = new Map();
  const order = ringOrder([...onRing].sort(), shared.map(groupsOf));
  const ring = placeRing(order, only, shared.length, aspect, spots);
  placeInside(shared, groupsOf, ring, spots);
  placeLoose(loose, near, ring, spots);
  return spots;
}

function neighbours(nodes: Placeable[], ties: Tie[]): Map<string, string[]> {
  const near = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { a, b } of ties) {
    near.get(a)?.push(b);
    near.get(b)?.push(a);
  }
  return near;
}

/** An order in which groups that share many stand together: nearest first, then turned about while that helps. */
export function ringOrder(groups: string[], sharing: string[][]): string[] {
  const index = new Map(groups.map((id, i) => [id, i]));
  const n = groups.length;
  const common = Array.from({ length: n }, () => new Float64Array(n));
  for (const each of sharing) {
    for (const x of each) for (const y of each) if (x !== y) common[index.get(x)!]![index.get(y)!]! += 1 / (each.length - 1);
  }
  const total = common.map((row) => row.reduce((sum, value) => sum + value, 0));
  const left = new Set(groups.keys());
  const order: number[] = [];
  for (let last = -1; left.size; ) {
    // Without a common member the next is who shares most with anybody, so that those who share nothing come last, together.
    const next: number = [...left].reduce((best, each) => {
      const gain = (i: number) => (last < 0 ? 0 : common[last]![i]!) * 1000 + total[i]!;
      return gain(each) > gain(best) ? each : best;
    });
    left.delete(next);
    order.push(next);
    last = next;
  }
  if (n <= 160) untangle(order, common);
  return order.map((i) => groups[i]!);
}

/** 2-opt on the ring: a stretch is turned about where its ends then share more. */
function untangle(order: number[], common: Float64Array[]): void {
  const n = order.length;
  for (let pass = 0, better = true; better && pass < 30; pass++) {
    better = false;
    for (let i = 0; i < n - 1; i++) {
      for (let j = i + 2; j < n - (i === 0 ? 1 : 0); j++) {
        const [a, b, c, d] = [order[i]!, order[i + 1]!, order[j]!, order[(j + 1) % n]!];
        if (common[a]![c]! + common[b]![d]! <= common[a]![b]! + common[c]![d]! + 1e-9) continue;
        order.splice(i + 1, j - i, ...order.slice(i + 1, j + 1).reverse());
        better = true;
      }
    }
  }
}

interface Ring {
  rx: number;
  ry: number;
}

/** Puts the groups on an ellipse with room for their clusters, and each cluster outside of its group. */
function placeRing(order: string[], only: Map<string, string[]>, inside: number, aspect: number, spots: Layout): Ring {
  const discOf = (id: string) => STEP * 0.62 * Math.sqrt(only.get(id)!.length) + (only.get(id)!.length ? STEP * 0.6 : 0);
  const need = order.map((id) => Math.max(STEP * 3.2, 2 * discOf(id) + STEP));
  const total = need.reduce((sum, each) => sum + each, 0);
  // Room on the ring for the groups, and inside it for who is shared, each with space for a name.
  const radius = Math.max(total / (2 * Math.PI), Math.sqrt(inside) * STEP * 2.1, STEP * 4);
  const ring = { rx: radius * Math.sqrt(aspect), ry: radius / Math.sqrt(aspect) };
  const along = arc(ring);
  let at = 0;
  order.forEach((id, i) => {
    const angle = along((at + need[i]! / 2) / total);
    at += need[i]!;
    const [x, y] = [Math.cos(angle) * ring.rx, Math.sin(angle) * ring.ry];
    spots.set(id, { x, y });
    const normal = Math.hypot(Math.cos(angle) / ring.rx, Math.sin(angle) / ring.ry);
    const [nx, ny] = [Math.cos(angle) / ring.rx / normal, Math.sin(angle) / ring.ry / normal];
    const disc = discOf(id);
    const members = [...only.get(id)!].sort();
    members.forEach((member, k) => {
      const r = STEP * 0.62 * Math.sqrt(k + 0.5);
      const turn = angle + k * GOLDEN;
      spots.set(member, { x: x + nx * (disc + STEP * 1.6) + Math.cos(turn) * r * 1.35, y: y + ny * (disc + STEP * 1.6) + Math.sin(turn) * r * 1.35 });
    });
  });
  return ring;
}

/** The angle at a share of an ellipse's circumference, beginning at the top. */
function arc({ rx, ry }: Ring): (share: number) => number {
  const steps = 720;
  const sums = [0];
  for (let i = 1; i <= steps; i++) {
    const t = ((i - 0.5) / steps) * 2 * Math.PI;
    sums.push(sums[i - 1]! + Math.hypot(Math.sin(t) * rx, Math.cos(t) * ry));
  }
  return (share) => {
    const want = (share % 1) * sums[steps]!;
    const i = sums.findIndex((each) => each >= want);
    return (i / steps) * 2 * Math.PI - Math.PI / 2;
  };
}

/** Who is shared: at the middle of its groups, then pushed apart. */
function placeInside(shared: string[], groupsOf: (id: string) => string[], ring: Ring, spots: Layout): void {
  const bodies = [...shared].sort().map((id, i) => {
    const groups = groupsOf(id).map((group) => spots.get(group)!);
    const mean = (pick: (spot: Spot) => number) => groups.reduce((sum, spot) => sum + pick(spot), 0) / groups.length;
    // A little off the middle, each its own way, so that equals part.
    return { id, x: mean((s) => s.x) * 0.82 + Math.cos(i * GOLDEN), y: mean((s) => s.y) * 0.82 + Math.sin(i * GOLDEN), tx: 0, ty: 0 };
  });
  for (const body of bodies) [body.tx, body.ty] = [body.x, body.y];
  spread(bodies, STEP * 2, ring);
  for (const { id, x, y } of bodies) spots.set(id, { x, y });
}

interface Body extends Spot {
  tx: number;
  ty: number;
}

/** Pushes bodies apart to a distance, while each is drawn back to where it belongs and none leaves the ring. */
function spread(bodies: Body[], apart: number, ring: Ring): void {
  const rounds = bodies.length > 1500 ? 60 : 160;
  for (let round = 0; round < rounds; round++) {
    const cells = new Map<number, Body[]>();
    for (const body of bodies) {
      body.x += (body.tx - body.x) * 0.03;
      body.y += (body.ty - body.y) * 0.03;
      const key = cellAt(Math.floor(body.x / apart), Math.floor(body.y / apart));
      const cell = cells.get(key);
      if (cell) cell.push(body);
      else cells.set(key, [body]);
    }
    for (const body of bodies) for (const other of around(body, cells, apart)) if (other !== body) push(body, other, apart);
    for (const body of bodies) keepInside(body, ring);
  }
}

const cellAt = (i: number, j: number) => i * 1_000_003 + j;

function* around({ x, y }: Spot, cells: Map<number, Body[]>, apart: number): Generator<Body> {
  const [i, j] = [Math.floor(x / apart), Math.floor(y / apart)];
  for (let di = -1; di <= 1; di++) for (let dj = -1; dj <= 1; dj++) yield* cells.get(cellAt(i + di, j + dj)) ?? [];
}

function push(a: Body, b: Body, apart: number): void {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const distance = Math.hypot(dx, dy) || 1e-6;
  if (distance >= apart) return;
  const move = ((apart - distance) / distance) * 0.5 * 0.5;
  a.x -= dx * move;
  a.y -= dy * move;
  b.x += dx * move;
  b.y += dy * move;
}

function keepInside(body: Spot, { rx, ry }: Ring): void {
  const out = Math.hypot(body.x / (rx - STEP * 2), body.y / (ry - STEP * 2));
  if (out <= 1) return;
  body.x /= out;
  body.y /= out;
}

/** Who has no group: beside whom it is tied to, else in a row below. */
function placeLoose(loose: string[], near: Map<string, string[]>, ring: Ring, spots: Layout): void {
  let waiting = [...loose].sort();
  for (let round = 0; waiting.length && round < 5; round++) {
    const placed: [string, Spot][] = [];
    waiting.forEach((id, i) => {
      const known = near.get(id)!.map((each) => spots.get(each)).filter((spot) => spot !== undefined);
      const first = known[0];
      if (!first) return;
      const out = Math.hypot(first.x, first.y) || 1;
      const turn = Math.atan2(first.y, first.x) + ((i % 7) - 3) * 0.4;
      const reach = STEP * (2 + (i % 3));
      placed.push([id, out > 1 ? { x: first.x + Math.cos(turn) * reach, y: first.y + Math.sin(turn) * reach } : { x: first.x + reach, y: first.y }]);
    });
    for (const [id, spot] of placed) spots.set(id, spot);
    waiting = waiting.filter((id) => !spots.has(id));
  }
  const row = waiting.filter((id) => !spots.has(id));
  row.forEach((id, i) => spots.set(id, { x: (i - (row.length - 1) / 2) * STEP * 2, y: ring.ry + STEP * 8 }));
}

/** The smallest box around all spots. */
export function extent(layout: Layout): { x0: number; y0: number; x1: number; y1: number } {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const { x, y } of layout.values()) {
    box.x0 = Math.min(box.x0, x);
    box.y0 = Math.min(box.y0, y);
    box.x1 = Math.max(box.x1, x);
    box.y1 = Math.max(box.y1, y);
  }
  return layout.size ? box : { x0: 0, y0: 0, x1: 1, y1: 1 };
}
