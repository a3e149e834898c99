import { dateWords } from '../../lib/dates';
import { today } from '../../lib/day';
import { timeWords } from '../../lib/edge-words';
import { type Begun, dayCaveats } from '../../lib/founding';
import { kindLook } from '../../lib/kinds';
import { whyPossible } from '../../lib/why-possible';
import { capital, common, count, list, number } from '../../text/common';
import { network as t } from '../../text/network';
import { aside, relationText } from '../../text/relations';
import { isRoster, type Line, type Picture } from './graph';
import type { NetEdge } from './load';
import { type Chosen, DRAWN } from './state';

/** How many of each kind the picture has, in the order of the legend. */
export function kindsOf({ points }: Picture): { kind: string; count: number }[] {
  return DRAWN.map((kind) => ({ kind, count: [...points.values()].filter((each) => each.kind === kind).length })).filter((each) => each.count > 0);
}

/** The page's first line: what is to be seen, and the one thing to know about it. */
export function sentence(picture: Picture, chosen: Chosen, unknown: string[] = [], now = today()): string {
  const { edges, lines, points } = picture;
  const lost = unknown.length ? [common.unknown(unknown)] : [];
  if (lines.length === 0) return [...lost, t.none].join(' ');
  const parts = [...lost, t.sentence(kindsOf(picture), edges.length, lines.length, edges.filter(({ kind }) => !isRoster(kind)).length)];
  const possible = edges.filter(({ holdsOn }) => holdsOn === 'POSSIBLE').length;
  if (chosen.date && possible) parts.push(t.possible(possible, dateWords(chosen.date)));
  const networks = kindsOf(picture).find(({ kind }) => kind === 'NETWORK');
  const memberships = edges.filter(({ kind }) => kind === 'MEMBER_OF');
  if (networks && memberships.length) {
    const groups = new Map<string, Set<string>>();
    for (const { from, to } of memberships) {
      if (points.get(from)!.kind !== 'CITY' || points.get(to)!.kind !== 'NETWORK') continue;
      groups.set(from, (groups.get(from) ?? new Set()).add(to));
    }
    const several = [...groups].filter(([, all]) => all.size > 1).sort(([x, a], [y, b]) => b.size - a.size || (x < y ? -1 : 1));
    const [most, next] = several;
    if (most) {
      const leads = !next || next[1].size < most[1].size;
      const first = (chosen.date && possible ? t.withPossible : '') + t.several(several.length, kindLook('NETWORK').many);
      parts.push(leads ? `${first}, ${t.most(points.get(most[0])!.name, most[1].size, kindLook('NETWORK').many)}.` : `${first}.`);
    }
  }
  return [...parts, ...dayCaveats(chosen.date, groupsOf(picture), now)].join(' ');
}

/** Whoever has a relationship of a group's list in the picture. */
function groupsOf({ edges, points }: Picture): Begun[] {
  const ids = new Set(edges.filter(({ kind }) => isRoster(kind)).map(({ to }) => to));
  return [...ids].flatMap((id) => points.get(id) ?? []);
}

/** The day that is looked at, in words. */
export function dateLine({ date, certainty }: Chosen): string {
  return date ? t.date(dateWords(date), certainty === 'CERTAIN') : t.ever;
}

/** Everything that is not in the picture, each as a sentence. */
export function leftOutWords({ left }: Picture, chosen: Chosen): string[] {
  const words = (all: { kind: string; count: number }[]) => list(all.map(({ kind, count: n }) => t.left.kind(n, kind)));
  const { date, certainty, from } = chosen;
  return [
    from.length ? t.left.around : left.kinds.length ? t.left.kinds(words(left.kinds)) : '',
    left.alone.length ? t.left.alone(words(left.alone)) : '',
    left.abroad ? t.left.abroad(left.abroad) : '',
    left.relations.length ? t.left.relations(list(left.relations.map((each) => `${number(each.count)} “${relationText(each.kind).says}”`))) : '',
    date ? t.left.dated(dateWords(date), certainty === 'CERTAIN') : '',
    left.partial ? t.left.partial(left.partial, left.groups) : '',
    t.left.sources,
  ].filter(Boolean);
}

/** A relationship as a sentence without its end: "is a member of X, since 2016". */
export function edgeWords(edge: NetEdge, date: string | null): string {
  const parts = [timeWords(edge)];
  if (edge.basis === 'IMPLIED') parts.push(aside.implied);
  if (date && edge.holdsOn === 'POSSIBLE') parts.push(`${t.onlyPossible}: ${whyPossible(edge, date)}`);
  return parts.join('; ');
}

/** A line in words: who, what, whom, when, each of its relationships. */
export function lineWords({ edges }: Line, name: (id: string) => string, date: string | null): string {
  return edges.map((edge) => capital(`${name(edge.from)} ${relationText(edge.kind).says} ${name(edge.to)}: ${edgeWords(edge, date)}.`)).join(' ');
}

export function universe(picture: Picture): string {
  return t.universe(list(kindsOf(picture).map(({ kind, count: n }) => count(n, kindLook(kind).one, kindLook(kind).many))));
}
