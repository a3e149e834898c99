import { amountWords } from '../../lib/edge-words';
import { fitted } from '../../lib/measure';
import { type Certainty, certaintyOf, scaleOf } from './model';
import type { Funding, Party } from './types';

/** Payers and payees in columns with bands between them. Sizes in pixels. */
export interface Sankey {
  width: number;
  height: number;
  nodes: SankeyNode[];
  bands: Band[];
}

export interface SankeyNode {
  key: string;
  party: Party;
  x: number;
  y: number;
  height: number;
  label: string;
  labelX: number;
  anchor: 'start' | 'end';
  /** Where the kind's shape stands. */
  shapeX: number;
}

export interface Band {
  id: string;
  x0: number;
  x1: number;
  /** Upper edges at both ends. */
  y0: number;
  y1: number;
  thick: number;
  certainty: Certainty;
  /** The amount, empty where unknown; beside its payer. */
  label: string;
  words: string;
}

export const NODE = 8;
const UNKNOWN = 10;
const THICKEST = 44;
const THINNEST = 2;
const GAP = 10;
/** A band with a label needs so much room. */
const LABELLED = 20;
const LEAST = 20;
const WIDE = 720;
const SHAPE = 20;

type Measure = (text: string) => number;

interface Slot {
  funding: Funding;
  thick: number;
  room: number;
}

interface Box {
  key: string;
  layer: number;
  party: Party;
  ins: Slot[];
  outs: Slot[];
  place: number;
  y: number;
  height: number;
}

/** Lays the relationships out from left, who pays, to right, who is paid. */
export function layoutSankey(fundings: Funding[], width: number, measure: Measure): Sankey {
  if (fundings.length === 0) return { width, height: 0, nodes: [], bands: [] };
  const scale = scaleOf(fundings);
  const boxes = boxesOf(fundings, slots(fundings, scale));
  const layers = [...new Set([...boxes.values()].map(({ layer }) => layer))].sort((a, b) => a - b);
  const columns = layers.map((layer) => [...boxes.values()].filter((each) => each.layer === layer));
  order(columns);
  const height = stand(columns);
  const wide = width >= WIDE;
  const names = wide ? Math.min(300, width * 0.3) : 0;
  const x = (layer: number) => names + (layers.indexOf(layer) / Math.max(1, layers.length - 1)) * (width - 2 * names - NODE);
  const nodes = [...boxes.values()].map((box) => node(box, x(box.layer), layers, { width, names, wide }, measure));
  return { width, height, nodes, bands: bandsOf(fundings, boxes, x, scale) };
}

function slots(fundings: Funding[], scale: string | null): Map<string, Slot> {
  const drawn = fundings.filter((each) => certaintyOf(each, scale) !== 'unknown');
  const most = Math.max(1, ...drawn.map(({ amount }) => amount!));
  return new Map(
    fundings.map((funding) => {
      const thick = certaintyOf(funding, scale) === 'unknown' ? UNKNOWN : Math.max(THINNEST, (funding.amount! / most) * THICKEST);
      return [funding.id, { funding, thick, room: Math.max(thick + 2, funding.amount === null ? 0 : LABELLED) }];
    }),
  );
}

const keyOf = (layer: number, { id }: Party) => `${layer} ${id}`;

function boxesOf(fundings: Funding[], of: Map<string, Slot>): Map<string, Box> {
  const boxes = new Map<string, Box>();
  const box = (layer: number, party: Party) => {
    const key = keyOf(layer, party);
    const known = boxes.get(key) ?? { key, layer, party, ins: [], outs: [], place: 0, y: 0, height: 0 };
    boxes.set(key, known);
    return known;
  };
  for (const funding of fundings) {
    box(funding.layer, funding.payer).outs.push(of.get(funding.id)!);
    box(funding.layer + 1, funding.payee).ins.push(of.get(funding.id)!);
  }
  return boxes;
}

const room = (all: Slot[]) => all.reduce((sum, each) => sum + each.room, 0);

/** The last column by how much comes in, each one before it by where its bands lead; then bands in the order of their ends. */
function order(columns: Box[][]): void {
  const place = new Map<string, number>();
  const mean = (all: number[]) => (all.length ? all.reduce((a, b) => a + b, 0) / all.length : 0);
  const number = (column: Box[]) => column.forEach((each, i) => place.set(each.key, i));
  const byName = (a: Box, b: Box) => a.party.name.localeCompare(b.party.name);
  const last = columns.at(-1)!;
  last.sort((a, b) => b.ins.length - a.ins.length || room(b.ins) - room(a.ins) || byName(a, b));
  number(last);
  for (const column of columns.slice(0, -1).reverse()) {
    for (const each of column) each.place = mean(each.outs.map(({ funding }) => place.get(keyOf(each.layer + 1, funding.payee))!));
    // Who passes nothing on, and is paid, stands below.
    column.sort((a, b) => (a.outs.length ? 0 : 1) - (b.outs.length ? 0 : 1) || a.place - b.place || room(b.outs) - room(a.outs) || byName(a, b));
    number(column);
  }
  for (const each of columns.flat()) {
    const at = (layer: number, party: Party) => place.get(keyOf(layer, party)) ?? 0;
    each.outs.sort((a, b) => at(each.layer + 1, a.funding.payee) - at(each.layer + 1, b.funding.payee) || (a.funding.id < b.funding.id ? -1 : 1));
    each.ins.sort((a, b) => at(each.layer - 1, a.funding.payer) - at(each.layer - 1, b.funding.payer) || (a.funding.id < b.funding.id ? -1 : 1));
  }
}

/** Gives every box its height and place; shorter columns stand in the middle. Returns the height of all. */
function stand(columns: Box[][]): number {
  for (const each of columns.flat()) each.height = Math.max(LEAST, room(each.ins), room(each.outs));
  const tall = columns.map((column) => column.reduce((sum, { height }) => sum + height + GAP, -GAP));
  const most = Math.max(...tall);
  columns.forEach((column, i) => {
    let y = (most - tall[i]!) / 2;
    for (const each of column) {
      each.y = y;
      y += each.height + GAP;
    }
  });
  return most;
}

interface Frame {
  width: number;
  names: number;
  wide: boolean;
}

/** On a wide page the names of both outer columns stand outside, else beside the node over its bands. */
function node({ key, party, y, height, layer }: Box, x: number, layers: number[], { width, names, wide }: Frame, measure: Measure): SankeyNode {
  const last = layer === layers.at(-1) && layers.length > 1;
  const first = layer === layers[0];
  const outside = wide && (first || last);
  const space = outside ? names - SHAPE - 8 : (width - 2 * names) / layers.length - SHAPE - 12;
  const toLeft = outside ? first : last;
  const anchor = toLeft ? 'end' : 'start';
  const edge = toLeft ? x - 8 : x + NODE + 8;
  const shapeX = toLeft ? edge - 5 : edge + 5;
  return { key, party, x, y, height, label: fitted(party.name, space, measure), anchor, shapeX, labelX: toLeft ? edge - SHAPE + 4 : edge + SHAPE - 4 };
}

function bandsOf(fundings: Funding[], boxes: Map<string, Box>, x: (layer: number) => number, scale: string | null): Band[] {
  const upper = (box: Box, all: Slot[], id: string) => {
    const before = all.slice(0, all.findIndex(({ funding }) => funding.id === id));
    const slot = all[before.length]!;
    return box.y + (box.height - room(all)) / 2 + room(before) + (slot.room - slot.thick) / 2;
  };
  return fundings.map((funding) => {
    const { id, payer, payee, layer } = funding;
    const [from, to] = [boxes.get(keyOf(layer, payer))!, boxes.get(keyOf(layer + 1, payee))!];
    const { thick } = from.outs.find((each) => each.funding.id === id)!;
    const label = amountWords(funding);
    return {
      id, x0: x(layer) + NODE, x1: x(layer + 1), y0: upper(from, from.outs, id), y1: upper(to, to.ins, id), thick,
      certainty: certaintyOf(funding, scale), label, words: `${payer.name} → ${payee.name}${label && `: ${label}`}`,
    }; // prettier-ignore
  });
}

/** A band's outline: level at both ends, bent between. */
export function bandPath({ x0, x1, y0, y1, thick }: Band): string {
  const middle = (x0 + x1) / 2;
  return `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}V${y1 + thick}C${middle} ${y1 + thick} ${middle} ${y0 + thick} ${x0} ${y0 + thick}Z`;
}
