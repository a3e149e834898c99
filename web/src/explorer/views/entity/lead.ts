import { dateWords, doneWords, span } from '../../lib/dates';
import { kindLook } from '../../lib/kinds';
import { count, country } from '../../text/common';
import { entity as t } from '../../text/entity';
import { valueWords } from '../../text/fields';
import type { RelationGroup } from './groups';
import type { Contradiction, Entity, Roster } from './types';

/** The page's first paragraph, built from facts: what it is, what is on record, how complete that is. */
export function lead(node: Entity, groups: RelationGroup[], disputes: Contradiction[] = []): string {
  return [what(node, disputes), node.description ?? '', counts(groups), times(groups), list(node)].filter(Boolean).join(' ');
}

/** "Berlin is a municipality in Germany with 3,426,354 inhabitants (undated, GeoNames)." */
export function what(node: Entity, disputes: Contradiction[] = []): string {
  const { name, kind } = node;
  if (kind === 'CITY') {
    return t.lead.city(name, valueWords(node.placeType ?? 'place'), node.country ? country(node.country) : '', node.population);
  }
  const form = node.declarationForm ?? node.organizationForm ?? node.initiativeForm;
  const word = form && form !== 'OTHER' ? valueWords(form) : kindLook(kind).one;
  return t.lead.kind(name, FORM_WORDS[word] ?? word, dated(node, disputes).join(', '));
}

const FORM_WORDS: Record<string, string> = {
  'civil society': 'civil-society organization',
  research: 'research body',
  alliance: 'alliance of organizations',
  authority: 'public authority',
  service: 'service',
};

function dated(node: Entity, disputes: Contradiction[]): string[] {
  const { foundingDate, adopted, published, held, started, ended, publisher } = node;
  const l = t.lead;
  const when = (field: string, date: string | null | undefined, words: (when: string) => string) => disputed(field, disputes) || (date && words(doneWords(date)));
  return [
    when('foundingDate', foundingDate, l.founded) || (node.kind === 'NETWORK' && l.noFounding),
    publisher && l.by(publisher),
    when('adopted', adopted, l.adopted),
    when('published', published, publisher ? String : l.published),
    when('date', held, l.held),
    when('started', started, l.begun),
    when('ended', ended, l.ended),
  ].filter((each): each is string => Boolean(each));
}

/** The dates that sources give where they exclude each other: no source gives the time between them. Empty where none do. */
export function disputed(field: string, disputes: Contradiction[]): string {
  const { clashes, values } = clashing(field, disputes);
  if (values.length < 2) return '';
  return t.lead.disputed(t.lead.deeds[field] ?? field, values.map(dateWords), clashes.every(({ oneDocument }) => oneDocument)); // prettier-ignore
}

/** Whether one date lies within what another leaves open. */
function refines(fine: string, coarse: string): boolean {
  const [a, b] = [span(fine), span(coarse)];
  if (!a.earliest || !a.latest || !b.earliest || !b.latest) return false;
  return a.earliest >= b.earliest && a.latest <= b.latest && (a.earliest !== b.earliest || a.latest !== b.latest);
}

/** The different values that sources give for a field of the node; of a date that a more exact one refines only that. */
export function clashing(field: string, disputes: Contradiction[]): { clashes: Contradiction[]; values: string[] } {
  const clashes = disputes.filter((each) => each.sort === 'FIELD' && each.field === field);
  const all = [...new Set(clashes.flatMap(({ sides }) => sides.map(({ value }) => value)))];
  return { clashes, values: all.filter((value) => !all.some((other) => other !== value && refines(other, value))) };
}

function counts(groups: RelationGroup[]): string {
  if (groups.length === 0) return '';
  const words: string[] = [];
  let others = 0;
  for (const { key, relations } of groups) {
    const nouns = t.nouns[key];
    if (nouns) words.push(count(relations.length, ...nouns));
    else others += relations.length;
  }
  if (others > 0) words.push(count(others, ...(words.length ? t.others : ([t.others[0].slice(6), t.others[1].slice(6)] as [string, string]))));
  return t.lead.counts(words);
}

/** The years between which the dated relationships lie. */
function times(groups: RelationGroup[]): string {
  const years = groups
    .flatMap(({ relations }) => relations)
    .flatMap(({ since, until, seen }) => [since, until, ...seen])
    .flatMap((date) => [span(date).earliest, span(date).latest])
    .flatMap((day) => (day ? [day.slice(0, 4)] : []))
    .sort();
  return years.length ? t.lead.span(years[0]!, years.at(-1)!) : '';
}

/** How complete the newest list of the whole group is. */
function list({ kind, rosters }: Entity): string {
  const newest = newestRoster(rosters);
  if (!newest) return '';
  const noun = kind === 'DECLARATION' ? t.rosterOf.SIGNED! : kind === 'EVENT' || kind === 'INITIATIVE' ? t.rosterOf.TOOK_PART_IN! : t.rosterOf.MEMBER_OF!;
  const when = newest.date ? t.lead.of(dateWords(newest.date)) : t.lead.undated;
  return t.lead.roster[newest.status](newest.count, noun, when);
}

/** Of the lists that cover everybody, the one with the latest date; an undated one only where there is no other. */
export function newestRoster(rosters: Roster[]): Roster | undefined {
  const whole = rosters.filter(({ scope }) => scope === 'all');
  const last = ({ date }: Roster) => span(date).latest ?? '';
  return whole.reduce<Roster | undefined>((best, each) => (!best || last(each) > last(best) ? each : best), undefined);
}
