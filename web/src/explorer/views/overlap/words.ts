import { dateWords } from '../../lib/dates';
import { country, number } from '../../text/common';
import { overlap as t } from '../../text/overlap';
import { relationText } from '../../text/relations';
import type { Excluded, Group, Model, OneAct, Pair } from './model';
import { isOneAccount, standing } from './model';

/** The page's first line: what the groups share, and what may be said about chance. Numbers are the API's. */
export function sentence(model: Model): string {
  const { groups, pairs } = model;
  const [first] = pairs;
  if (!first) return '';
  if (groups.length === 2) return [standing(first) === 'partial' ? `${among(first, model)} ${t.say.noChance(whyNot(model))}` : `${capitalDay(model)}, ${tested(first, model)}`, ...outOfTime(model)].join(' ');
  const [all, more] = [total(model), total(model, 2)];
  if (more === 0) return [t.say.nothing(capitalDay(model), groups.length), ...outOfTime(model)].join(' ');
  const [surest, ...others] = pairs.filter((pair) => standing(pair) !== 'partial').sort((x, y) => x.pAdjusted - y.pAdjusted);
  const untested = pairs.filter((pair) => standing(pair) === 'partial');
  const closest = largest(untested);
  return [
    t.say.several(capitalDay(model), all, model.certainty, groups.length, more),
    surest ? tested(surest, model) : '',
    others.length ? t.say.testedToo(others.length, others.filter((pair) => standing(pair) === 'sure').length) : '',
    closest && closest.shared > 0 ? (surest ? t.say.most : t.say.mostOfAll)(closest.a.name, closest.b.name, sharedWords(closest, model)) : '',
    untested.length ? t.say.noChanceFor(untested.length, pairs.length, whyNot(model)) : '',
    ...outOfTime(model),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Where the day lies before a group began, or is still to come: the API counts as possible whatever no date rules out. */
export function outOfTime({ date, groups }: Model, today = new Date().toISOString().slice(0, 10)): string[] {
  if (!date) return [];
  const early = groups.filter(({ begins }) => begins !== null && date < begins);
  return [...early.map(({ name, begins, size }) => t.say.early(name, dateWords(begins!), size)), ...(date > today ? [t.say.future(dateWords(date))] : [])];
}

/** How many different members stand in so many of the groups at least. */
export function total({ combinations }: Model, least = 1): number {
  return combinations.filter(({ groups }) => groups.length >= least).reduce((sum, { members }) => sum + members.length, 0);
}

function largest(pairs: Pair[]): Pair | undefined {
  return [...pairs].sort((x, y) => y.shared - x.shared || (y.jaccard ?? 0) - (x.jaccard ?? 0))[0];
}

/** A pair of complete lists: what they share, and how that compares with chance. */
function tested(pair: Pair, model: Model): string {
  const { a, b, expected, pAdjusted } = pair;
  const oneAct = model.oneActs.some(({ declaration, group }) => [a, b].includes(declaration) && [a, b].includes(group));
  const chance = t.say[standing(pair) === 'sure' ? 'more' : 'chance'];
  return `${t.say.sure(a.name, sizeWords(a, members), b.name, sizeWords(b), sharedWords(pair, model))}, ${chance(rounded(expected ?? 0), universeWords(model), pWords(pAdjusted), model.pairs.length)}${oneAct ? ` ${t.say.oneAct}` : ''}`;
}

function among(pair: Pair, model: Model): string {
  return t.say.among(capitalDay(model), pair.a.name, sizeWords(pair.a), pair.b.name, sizeWords(pair.b), sharedWords(pair, model));
}

const members = t.members;

/** What two groups share over all recorded time: no list is complete then, and nothing is said about chance. */
export function everWords({ a, b, sizeA, sizeB, shared }: { a: { name: string }; b: { name: string } } & Pick<Pair, 'sizeA' | 'sizeB' | 'shared'>): string {
  return `${t.say.among(t.say.ever, a.name, number(sizeA), b.name, number(sizeB), number(shared))} ${t.say.noChance(t.say.why.noDay)}`;
}

/** The size of a group, and how many of it are certain where not all are. */
export function sizeWords({ size, certain }: Group, words: (n: number) => string = number): string {
  return certain < size ? t.say.ofThem(words(size), certain) : words(size);
}

/** Among whom it is counted, short enough for a sentence; the API's own words stand below the picture and in every file. */
export function universeWords({ universe: { size, of } }: Model): string {
  return of.of === 'country' ? t.say.universe.country(size, country(of.country)) : t.say.universe[of.of](size);
}

/** The shared number, with its bounds where dates leave them apart. */
export function sharedWords({ shared, sharedAtLeast, sharedAtMost }: Pair, { date }: Model): string {
  return date && sharedAtLeast < sharedAtMost ? t.say.range(shared, sharedAtLeast, sharedAtMost) : number(shared);
}

/** Why nothing is said about chance: each group whose list does not back it, or their number. */
export function whyNot({ groups, date }: Model): string {
  if (!date) return t.say.why.noDay;
  const lacking = groups.filter(({ complete }) => !complete);
  if (lacking.length === 0) return t.say.why.sameSources;
  if (groups.length === 2) return lacking.map((group) => whyNotGroup(group, date)).join('; ');
  return lacking.length > 3 ? t.say.why.several(lacking.length) : t.say.why.named(lacking.map(({ name }) => name));
}

function whyNotGroup({ name, roster }: Group, date: string): string {
  if (!roster) return t.say.why.none(name);
  if (roster.status === 'PARTIAL') return t.say.why.partial(name);
  if (roster.status === 'UNKNOWN') return t.say.why.unknown(name);
  return roster.date === date ? t.say.why.left(name) : t.say.why.otherDay(name, roster.date ? dateWords(roster.date) : t.say.why.undated);
}

/** What is known of a group's list, in a few words. */
export function rosterWords({ roster, complete }: Group, date: string | null): string {
  if (!roster) return t.roster.none;
  if (roster.status === 'PARTIAL') return t.roster.partial;
  if (roster.status === 'UNKNOWN') return t.roster.unknown;
  if (!roster.date) return t.roster.undated;
  if (complete) return t.roster.complete(dateWords(roster.date));
  return roster.date === date ? t.roster.left(dateWords(roster.date)) : t.roster.otherDay(dateWords(roster.date));
}

/** "= 0.012", "= 1.2 × 10⁻⁸", "< 10⁻³⁰⁰": two digits, since more would be no truer. */
export function pWords(p: number): string {
  if (p < 1e-300) return '< 10⁻³⁰⁰';
  if (p >= 0.001) return `= ${Number(p.toPrecision(2))}`;
  const [digits, exponent] = p.toExponential(1).split('e') as [string, string];
  return `= ${digits} × 10${superscript(exponent)}`;
}

const RAISED: Record<string, string> = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' };
const superscript = (text: string) => [...text].map((each) => RAISED[each] ?? '').join('');

const rounded = (n: number) => number(Number(n.toPrecision(3)));

const capitalDay = ({ date }: Model) => (date ? t.say.day(dateWords(date)) : t.say.ever);

/** The day and how sure, as files say it. */
export function dateLine({ date, certainty }: Model): string {
  return date ? t.dateLine.day(dateWords(date), certainty === 'CERTAIN') : t.dateLine.ever;
}

/** What to know before quoting a number. */
export function caveats(model: Model): string[] {
  const { date, certainty, universe, pairs, groups, oneActs } = model;
  const certainDate = date && certainty === 'CERTAIN';
  const hatched = date && certainty === 'POSSIBLE' && pairs.some(({ sharedAtLeast, sharedAtMost }) => sharedAtLeast < sharedAtMost);
  return [
    ...oneActs.map(oneActWords),
    ...pairs.filter(({ shared, sameSources }) => 2 * sameSources > shared).map(({ a, b, shared, sameSources }) => t.means.sameSources(a.name, b.name, sameSources, shared)),
    groups.some(({ complete }) => !complete) ? t.means.absence : '',
    t.means.cause,
    t.means.universe(universe.description),
    date ? '' : t.means.ever,
    certainDate ? t.means.certain(dateWords(date)) : '',
    hatched ? t.means.possible(dateWords(date)) : '',
    pairs.length > 1 && pairs.some((pair) => standing(pair) !== 'partial') ? t.means.several(pairs.length) : '',
    t.means.intersections,
  ].filter(Boolean);
}

function oneActWords({ declaration, group, tie, through, circular }: OneAct): string {
  const tied = tie ? t.means.tie(tie.from.name, relationText(tie.kind).says, tie.to.name, tie.basis === 'IMPLIED') : '';
  const reasons = [tied, through ? t.means.through(through, group.name, declaration.name) : '', circular ? t.means.inferred(circular) : ''];
  return t.means.oneAct(reasons.filter(Boolean));
}

/** Warnings that the page says in words of its own: about lists that are not complete, and about no date. */
const SAID = [/^numbers are among recorded members/, /^without asOf/];

/** Everything that did not count, and what else the API warns of. */
export function leftOut(model: Model): string[] {
  const { groups, excluded, pairs, warnings } = model;
  const words = (Object.keys(excluded) as (keyof Excluded)[]).filter((reason) => excluded[reason] > 0).map((reason) => t.left[reason](excluded[reason]));
  const all = [
    ...words,
    ...groups.filter(({ fellOut }) => fellOut > 0).map(({ fellOut, name }) => t.left.fellOut(fellOut, name)),
    ...pairs.filter(({ circular }) => circular > 0).map(({ circular, a, b }) => t.left.circular(circular, a.name, b.name)),
    ...warnings.filter((each) => !SAID.some((said) => said.test(each))).map((each) => `${each.charAt(0).toUpperCase()}${each.slice(1)}.`),
  ];
  return all.length ? all : [t.left.nothing];
}

/** A pair in words, as its cell says it when pointed at. */
export function cellWords(pair: Pair, { date }: Model): string {
  const { a, b, shared, sharedAtLeast, sharedAtMost, jaccard, lift, pAdjusted } = pair;
  const how = standing(pair);
  return [
    t.cell.pair(a.name, b.name, shared),
    date && sharedAtLeast < sharedAtMost ? t.cell.range(sharedAtLeast, sharedAtMost) : '',
    t.cell.jaccard(jaccard === null ? '–' : jaccard.toFixed(2)),
    how === 'partial' ? '' : t.cell.lift(lift === null ? '–' : lift.toFixed(1)),
    isOneAccount(pair) ? t.cell.sameSources : how === 'partial' ? t.cell.partial : [t.cell.p(pWords(pAdjusted)), how === 'chance' ? t.cell.chance : ''].filter(Boolean).join('; '),
  ]
    .filter(Boolean)
    .join('; ');
}

export function combinationWords({ groups, members, certain }: Model['combinations'][number]): string {
  const words = t.cell.only(groups.map(({ name }) => name), members.length); // prettier-ignore
  return certain < members.length ? `${words}; ${t.cell.possible(members.length - certain)}` : words;
}
