import type { Group, Model, Pair } from './model';
import { pairOf } from './model';

/** Where everything of the matrix stands, in pixels: half a matrix as a staircase, each group's name beside its own step. */
export interface MatrixLayout {
  width: number;
  height: number;
  /** Side of a cell. */
  side: number;
  steps: Step[];
  cells: Cell[];
}

/** A group's place on the diagonal, and the room for its name to the right of it. */
export interface Step {
  group: Group;
  x: number;
  y: number;
  nameX: number;
  nameWidth: number;
}

export interface Cell {
  pair: Pair;
  x: number;
  y: number;
  /** Of the side: how much of the smaller group is shared for certain, and how much may be. */
  certain: number;
  possible: number;
}

const GAP = 4;
const NAME = { least: 132, gap: 12 };
const SIDE = { least: 22, most: 72 };

export function matrixLayout(model: Model, width: number, top = 0): MatrixLayout {
  const n = model.groups.length;
  const room = Math.floor((width - NAME.least - NAME.gap) / Math.max(n, 1)) - GAP;
  const side = Math.max(SIDE.least, Math.min(SIDE.most, room));
  const at = (i: number) => i * (side + GAP);
  const steps = model.groups.map((group, i) => {
    const nameX = at(i) + side + NAME.gap;
    return { group, x: at(i), y: top + at(i), nameX, nameWidth: width - nameX };
  });
  const cells: Cell[] = [];
  model.groups.forEach((row, i) => {
    for (let j = 0; j < i; j++) {
      const pair = pairOf(model, row.id, model.groups[j]!.id);
      if (pair) cells.push({ pair, x: at(j), y: top + at(i), ...shares(pair, model) });
    }
  });
  return { width, height: Math.max(0, n * (side + GAP) - GAP), side, steps, cells };
}

/** Of the smaller group, how much both have: for certain, and at all in what is shown. */
function shares({ sizeA, sizeB, shared, sharedAtLeast }: Pair, { date }: Model): { certain: number; possible: number } {
  const smaller = Math.min(sizeA, sizeB);
  if (smaller === 0) return { certain: 0, possible: 0 };
  const certain = date ? Math.min(sharedAtLeast, shared) : shared;
  return { certain: certain / smaller, possible: shared / smaller };
}
