import { dateWords } from '../lib/dates';
import type { Citation, Claim } from '../lib/facts';
import { language, number } from '../text/common';
import { fieldWords, measures, valueWords } from '../text/fields';
import { qualifiers } from '../text/relations';

/** The parts of a node that have evidence of their own. */
export interface NodeParts {
  names: { text: string; lang: string; kind: string; sources: Citation[] }[];
  figures: { measure: string; qualifier: string; value: number; date: string | null; sources: Citation[] }[];
  rosters: { date: string | null; scope: string; status: string; count: number | null; sources: Citation[] }[];
  claims: Claim[];
}
export type Part = keyof NodeParts;

/** One name, figure, roster or claim in words; empty where the node has no such part: the address may say anything. */
export function partWords(node: NodeParts, part: string, index: string | undefined): string {
  const at = /^\d{1,4}$/.test(index ?? '') ? Number(index) : -1;
  switch (part) {
    case 'names': {
      const one = node.names[at];
      return one ? `“${one.text}” (${language(one.lang)}, ${valueWords(one.kind)})` : '';
    }
    case 'figures': {
      const one = node.figures[at];
      return one ? figureWords(one) : '';
    }
    case 'rosters': {
      const one = node.rosters[at];
      return one ? [`${valueWords(one.status)} list`, one.date && dateWords(one.date), one.count !== null && number(one.count)].filter(Boolean).join(', ') : '';
    }
    case 'claims': {
      const one = node.claims[at];
      return one ? `${fieldWords(one.field)}: ${claimWords(one.value)}` : '';
    }
    default:
      return '';
  }
}

function figureWords({ measure, qualifier, value, date }: NodeParts['figures'][number]): string {
  return `${qualifiers[qualifier] ?? ''}${number(value)} ${measures[measure]?.[value === 1 ? 0 : 1] ?? valueWords(measure)}${date ? `, ${dateWords(date)}` : ''}`;
}

/** A claim's value with its dates in words: "about 2010" for `2010~`. What is no date stays as it is. */
export function claimWords(value: string): string {
  return value.split('; ').map((each) => dateWords(each)).join('; '); // prettier-ignore
}
