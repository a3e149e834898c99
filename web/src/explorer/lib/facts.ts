/** One place in one source, as the API gives it. */
export interface Citation {
  basis: string;
  locator: string;
  source: Source;
}

export interface Source {
  id: string;
  name: string;
  publisher?: string | null;
  url?: string | null;
  language?: string | null;
  published?: string | null;
  retrieved?: string | null;
}

/** One source's value for one field. */
export interface Claim {
  field: string;
  value: string;
  basis: string;
  sources: Citation[];
}

export interface Correction {
  date: string;
  was: string;
  is: string;
  why: string;
}

/** For queries: a citation with all that the evidence sheet shows. */
export const CITATION = `fragment C on Citation { basis locator source { id name publisher url language published retrieved } }`;

/** Each source once, in the order of its first citation. */
export function sourcesOf(citations: Citation[]): Source[] {
  const all = new Map<string, Source>();
  for (const { source } of citations) if (!all.has(source.id)) all.set(source.id, source);
  return [...all.values()];
}

/** A cell of the dataset's files: `source#locator`, `(implied)` behind it where only implied, several with `; `. */
export function sourcesCell(citations: Citation[]): string {
  const doubled = (text: string) => text.replace(/;/g, ';;').replace(/#/g, '##');
  return citations
    .map(({ source, locator, basis }) => `${source.id}#${doubled(locator)}${basis === 'IMPLIED' ? ' (implied)' : ''}`)
    .join('; ');
}
