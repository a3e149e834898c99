import type { Provenance } from './types';

/** The page as a reference, in three forms. All name version, revision, address and day. */
export interface Cited {
  text: string;
  bibtex: string;
  csl: string;
}

type Head = Pick<Provenance, 'title' | 'dataset' | 'address' | 'retrieved'>;

export function cite(page: Head): Cited {
  return { text: plainText(page), bibtex: bibtex(page), csl: csl(page) };
}

/** The dataset's own line of citation has author and year: "CityGraph contributors (2026): …". */
function authorAndYear(citation: string, retrieved: string): { author: string; year: string } {
  const found = /^(.+?) \((\d{4})\)/.exec(citation);
  return { author: found?.[1] ?? 'CityGraph', year: found?.[2] ?? retrieved.slice(0, 4) };
}

function short(revision: string): string {
  return revision.slice(0, 12);
}

function plainText({ title, dataset, address, retrieved }: Head): string {
  const { author, year } = authorAndYear(dataset.citation, retrieved);
  return (
    `${author} (${year}): “${title}”. ${dataset.title}, version ${dataset.version} ` +
    `(revision ${short(dataset.revision)}). ${dataset.licence}. ${address} (accessed ${retrieved}).`
  );
}

/** Letters, digits and hyphens, which every BibTeX takes; the day and a sum of the address tell pages of like titles apart. */
function bibtexKey({ title, address, retrieved }: Head): string {
  const plain = title.toLowerCase().replace(/ß/g, 'ss').normalize('NFKD').replace(/\p{M}/gu, ''); // prettier-ignore
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const short = words.length > KEY_LENGTH ? words.slice(0, KEY_LENGTH + 1).replace(/-[^-]*$/, '').slice(0, KEY_LENGTH) : words; // prettier-ignore
  return ['citygraph', short, retrieved, sum(address)].filter(Boolean).join('-');
}

const KEY_LENGTH = 40;

/** A short sum of a text (FNV-1a, 32 bits), the same wherever it is made. */
function sum(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}

function bibtex(head: Head): string {
  const { title, dataset, address, retrieved } = head;
  const { author, year } = authorAndYear(dataset.citation, retrieved);
  const fields = {
    author: `{${escaped(author)}}`,
    title: `{${escaped(title)}}`,
    booktitle: escaped(dataset.title),
    year,
    version: dataset.version,
    note: `Dataset version ${dataset.version}, revision ${short(dataset.revision)}, ${dataset.licence}`,
    url: address,
    urldate: retrieved,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return `@misc{${bibtexKey(head)},\n${lines.join('\n')}\n}`;
}

/** The signs that TeX takes for its own. */
function escaped(text: string): string {
  return text.replace(/\\/g, '\\textbackslash ').replace(/[&%$#_{}]/g, '\\$&').replace(/~/g, '\\textasciitilde ');
}

function csl({ title, dataset, address, retrieved }: Head): string {
  const { author, year } = authorAndYear(dataset.citation, retrieved);
  const parts = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] });
  const item = {
    id: address,
    type: 'dataset',
    title,
    'container-title': dataset.title,
    author: [{ literal: author }],
    issued: parts(year),
    accessed: parts(retrieved),
    version: dataset.version,
    note: `revision ${dataset.revision}; licence ${dataset.licence}`,
    URL: address,
  };
  return JSON.stringify([item], null, 2);
}
