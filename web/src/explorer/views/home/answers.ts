import { nodePath } from '../../lib/address';
import { dateWords } from '../../lib/dates';
import { number } from '../../text/common';
import { measureHeading } from '../../text/fields';
import { home as t } from '../../text/home';
import { qualifiers } from '../../text/relations';
import { figureDisagreements } from '../entity/disagreements';
import type { Figure, Roster } from '../entity/types';

export interface HomeData {
  dataset: { title: string; version: string; nodeCounts: { kind: string; count: number }[]; edgeCounts: { kind: string; count: number }[] };
  networks: { totalCount: number; edges: { node: NetworkLine }[] };
  cities: { edges: { node: { id: string; name: string; degree: number; networks: { totalCount: number }; declarations: { totalCount: number } } }[] };
}

export interface NetworkLine {
  id: string;
  name: string;
  figures: Figure[];
  rosters: Roster[];
  members: { totalCount: number };
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

/** The figures that differ most, of one network and one date. */
export function disagreeCard({ networks }: HomeData): Card | null {
  const found = networks.edges.flatMap(({ node }) => figureDisagreements(node.figures).map((each) => ({ node, ...each })));
  const spread = ({ values }: { values: Figure[] }) => {
    const all = values.map(({ value }) => value);
    return Math.max(...all) / Math.max(1, Math.min(...all));
  };
  const [widest] = found.sort((a, b) => spread(b) - spread(a));
  if (!widest) return null;
  const values = widest.values.map(({ qualifier, value }) => `${qualifiers[qualifier]}${number(value)}`);
  const sentence = t.disagree.sentence(widest.node.name, dateWords(widest.values[0]!.date!), [...new Set(values)], measureHeading(widest.field).toLowerCase());
  return { kicker: t.disagree.kicker, sentence, to: nodePath(widest.node.id) };
}
