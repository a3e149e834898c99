import { dateWords } from '../../lib/dates';
import { today } from '../../lib/day';
import { type Begun, dayCaveats } from '../../lib/founding';
import { map as t } from '../../text/map';
import type { Loaded } from './load';
import { belongs, type Scene } from './scene';
import type { Chosen } from './state';

/** Places in the frame, beyond it and without a point, among those that the page is about. */
export interface Numbers {
  inside: number;
  outside: number;
  without: number;
}

export function numbersOf(scene: Scene, { places, layer }: Loaded): Numbers {
  const layered = layer !== null;
  const inside = scene.spots.filter((spot) => belongs(spot, layered)).length;
  const outside = scene.beyond.reduce((sum, edge) => sum + edge.places.filter((spot) => belongs(spot, layered)).length, 0);
  const without = places.filter(({ id, latitude, longitude, memberships }) => (latitude === null || longitude === null) && (layered ? layer.ties.has(id) : memberships.length > 0)).length;
  return { inside, outside, without };
}

/** The page's first line. */
export function sentence(loaded: Loaded, numbers: Numbers, { date }: Chosen, now = today()): string {
  const day = date ? dateWords(date) : '';
  return [loaded.layer ? ofLayer(loaded.layer, day) : ofAll(loaded, day), t.placed(numbers.inside, numbers.outside, numbers.without), ...dayCaveats(date, groupsOf(loaded), now)].join(' ');
}

/** The groups whose members are counted. */
function groupsOf({ layer, places }: Loaded): Begun[] {
  if (layer) return [layer];
  return [...new Map(places.flatMap(({ memberships }) => memberships.map(({ node }) => [node.id, node] as const))).values()];
}

function ofLayer({ name, kind, ties, rosters }: NonNullable<Loaded['layer']>, day: string): string {
  const words = kind === 'NETWORK' ? t.layer.NETWORK : kind === 'DECLARATION' ? t.layer.DECLARATION : t.layer.other;
  const possible = [...ties.values()].filter(({ holdsOn }) => holdsOn === 'POSSIBLE').length;
  const first = `${words(name, ties.size)}${day && t.onDay(day)}${possible ? t.possible(possible) : ''}.`;
  const status = (['COMPLETE', 'PARTIAL', 'UNKNOWN'] as const).find((each) => rosters.some(({ scope, status: known }) => scope === 'all' && known === each));
  return status ? `${first} ${t.roster[status]}` : first;
}

function ofAll({ places }: Loaded, day: string): string {
  const counted = places.map(({ name, memberships }) => ({ name, n: new Set(memberships.map(({ node }) => node.id)).size })).filter(({ n }) => n > 0);
  const networks = new Set(places.flatMap(({ memberships }) => memberships.map(({ node }) => node.id)));
  const most = Math.max(0, ...counted.map(({ n }) => n));
  const leaders = counted.filter(({ n }) => n === most);
  const possible = counted.length - places.filter(({ memberships }) => memberships.some(({ holdsOn }) => holdsOn !== 'POSSIBLE')).length;
  const first = t.sentence(counted.length, networks.size, day) + (day && possible ? t.possible(possible) : '');
  if (!counted.length) return `${first}.`;
  return `${first}; ${leaders.length === 1 ? t.most(leaders[0]!.name, most) : t.mostShared(most)}.`;
}

/** The day that is looked at, in words. */
export function dateLine({ date, certainty }: Chosen): string {
  return date ? t.date(dateWords(date), certainty === 'CERTAIN') : t.ever;
}
