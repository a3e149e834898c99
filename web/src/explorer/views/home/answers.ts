import { nodePath } from '../../lib/address';
import { doneWords } from '../../lib/dates';
import { number } from '../../text/common';
import { measureHeading } from '../../text/fields';
import { home as t } from '../../text/home';
import { qualifiers } from '../../text/relations';
import type { Roster } from '../entity/types';

export interface HomeData {
  dataset: { title: string; version: string; nodeCounts: { kind: string; count: number }[]; edgeCounts: { kind: string; count: number }[] };
  networks: { totalCount: number; edges: { node: NetworkLine }[] };
  contradictions: { list: { edges: { node: Dispute }[] } };
  cities: { edges: { node: { id: string; name: string; degree: number; networks: { totalCount: number }; declarations: { totalCount: number } } }[] };
}

export interface NetworkLine {
  id: string;
  name: string;
  rosters: Roster[];
  members: { totalCount: number };
}

/** Networks with the most members first, those of as many by name. */
export function byMembers(networks: NetworkLine[]): NetworkLine[] {
  return [...networks].sort((a, b) => b.members.totalCount - a.members.totalCount || a.name.localeCompare(b.name, 'en'));
}

interface Dispute {
  certainty: string;
  field: string;
  node: { id: string; name: string } | null;
  sides: { value: string; qualifier: string | null; date: string | null }[];
}

/** One answer as a card: what kind of finding, the finding in a sentence, and where it is looked at. */
export interface Card {
  kicker: string;
  sentence: string;
  detail?: string;
  to: string;
}

/** The city with the most on record. */
export function mostCard({ cities }: HomeData): Card | null {
  const city = cities.edges[0]?.node;
  if (!city) return null;
  const sentence = t.most.sentence(city.name, city.networks.totalCount, city.declarations.totalCount);
  return { kicker: t.most.kicker, sentence, to: nodePath(city.id) };
}

/** Numbers of one date that sources give for one thing: those that are certain to contradict first, then the widest apart. */
export function disagreeCard({ contradictions }: HomeData): Card | null {
  const found = contradictions.list.edges.flatMap(({ node }) => sameDate(node));
  const spread = ({ values }: Dated) => Math.max(...values.map(({ value }) => Number(value))) / Math.max(1, Math.min(...values.map(({ value }) => Number(value))));
  const [best] = found.sort((a, b) => Number(b.certain) - Number(a.certain) || spread(b) - spread(a));
  if (!best) return null;
  const values = best.values.map(({ qualifier, value }) => `${qualifiers[qualifier ?? ''] ?? ''}${number(Number(value))}`);
  const sentence = t.disagree.sentence(best.name, doneWords(best.date), [...new Set(values)], measureHeading(best.field.toUpperCase()).toLowerCase());
  return { kicker: t.disagree.kicker, sentence, to: '/coverage?show=contradictions&sort=figure' };
}

interface Dated {
  id: string;
  name: string;
  field: string;
  date: string;
  certain: boolean;
  values: Dispute['sides'];
}

/** The sides of one dispute by their date, where there are several different numbers of one. */
function sameDate({ node, field, certainty, sides }: Dispute): Dated[] {
  const dates = [...new Set(sides.flatMap(({ date }) => date ?? []))];
  return dates.flatMap((date) => {
    const values = sides.filter((side) => side.date === date);
    const differ = new Set(values.map(({ value }) => value)).size > 1;
    return node && differ ? [{ ...node, field, date, certain: certainty === 'CERTAIN', values }] : [];
  });
}
