import type { Entity, Name } from './types';

/** Kinds of names that stand under the title, the most binding first; mistakes and former names are further down the page. */
const TITLES = ['OFFICIAL', 'ALIAS', 'SPELLING'];

/** The other names of a node, each once: official ones, then others in use; of equal ones those whose language is known first. */
export function otherNames({ name, names }: Pick<Entity, 'name' | 'names'>): Name[] {
  const rank = ({ kind, lang }: Name) => TITLES.indexOf(kind) * 2 + Number(lang === 'und');
  const seen = new Set([name]);
  return names
    .filter(({ kind }) => TITLES.includes(kind))
    .sort((a, b) => rank(a) - rank(b))
    .filter(({ text }) => !seen.has(text) && seen.add(text));
}
