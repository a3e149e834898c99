import type { Params } from '../../lib/address';
import { certaintyOf, isDay } from '../../lib/day';
import { KINDS, type Kind } from '../../lib/kinds';

/** Everything a reader can choose on this page; all of it stands in the address. */
export interface Chosen {
  kinds: Kind[];
  /** Only cities in these countries (ISO 3166-1); empty for all. */
  countries: string[];
  /** Only these kinds of relationships; empty for all but geography. */
  relations: string[];
  /** A day `Y-M-D`; null for everything recorded. */
  date: string | null;
  certainty: 'CERTAIN' | 'POSSIBLE';
  layout: 'two-mode' | 'force';
  /** The picture begins with these nodes and their neighbours instead of whole kinds. */
  from: string[];
  /** Nodes whose neighbours are all shown, of whatever kind. */
  expand: string[];
  select: string | null;
  /** Nodes whose neighbourhoods stay marked. */
  pin: string[];
  /** Middle and width of what is in view, as sigma counts them; null for the whole. */
  camera: { x: number; y: number; ratio: number } | null;
}

/** The kinds that can stand in the picture: sources stand behind every line instead. */
export const DRAWN = KINDS.map(({ kind }) => kind).filter((kind) => kind !== 'SOURCE');
const AT_FIRST: Kind[] = ['CITY', 'NETWORK'];

/** The kinds that are shown while nothing is chosen: around chosen nodes, every one. */
export function usualKinds(from: string[]): Kind[] {
  return from.length ? DRAWN : AT_FIRST;
}

/** Whether a kind of relationship is shown: while none is chosen all but that one place is part of another. */
export function showsRelation({ relations }: Pick<Chosen, 'relations'>, kind: string): boolean {
  return relations.length ? relations.includes(kind) : kind !== 'PART_OF';
}

export function readChosen(params: URLSearchParams): Chosen {
  const words = (name: string) => (params.get(name) ?? '').split(',').filter(Boolean);
  const from = words('from');
  const kinds = params.has('kinds') ? DRAWN.filter((kind) => words('kinds').includes(kind)) : usualKinds(from);
  const date = params.get('date') ?? '';
  return {
    kinds,
    countries: words('countries'),
    relations: words('relations'),
    date: isDay(date) ? date : null,
    certainty: certaintyOf(params),
    layout: params.get('layout') === 'force' ? 'force' : 'two-mode',
    from,
    expand: words('expand'),
    select: params.get('select'),
    pin: words('pin'),
    camera: readCamera(params.get('view')),
  };
}

function readCamera(text: string | null): Chosen['camera'] {
  const [x, y, ratio] = (text ?? '').split(',').map(Number);
  const sound = [x, y, ratio].every((each) => Number.isFinite(each)) && ratio! > 0;
  return sound ? { x: x!, y: y!, ratio: ratio! } : null;
}

/** The parameter for a list; null, which leaves it out, for the usual one. */
export function listParam(words: string[], usual: string[] = []): string | null {
  return words.length === usual.length && words.every((word) => usual.includes(word)) ? null : words.join(',');
}

/** The list with a word put in or taken out. */
export function toggled<T>(words: T[], word: T): T[] {
  return words.includes(word) ? words.filter((each) => each !== word) : [...words, word];
}

/** The address's change for a change of kinds. An empty list is written, so that it is not the usual one. */
export function kindsPatch(chosen: Chosen, kind: Kind): Params {
  const kinds = toggled(chosen.kinds, kind);
  return { kinds: kinds.length ? listParam(DRAWN.filter((each) => kinds.includes(each)), usualKinds(chosen.from)) : 'none' };
}

export function cameraParam(camera: Chosen['camera']): string | null {
  if (!camera) return null;
  const { x, y, ratio } = camera;
  const short = (n: number) => String(Math.round(n * 1000) / 1000);
  if (Math.abs(x - 0.5) < 0.002 && Math.abs(y - 0.5) < 0.002 && Math.abs(ratio - 1) < 0.002) return null;
  return [x, y, ratio].map(short).join(',');
}
