import type { Trouble } from '../lib/ask';
import { researchRow } from '../lib/locator';

/** How many of something, in words: `count(1, 'city', 'cities')` is "1 city". */
export function count(n: number, one: string, many: string): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** A number with the grouping of English. */
export function number(n: number): string {
  return n.toLocaleString('en-GB', { maximumFractionDigits: 6 });
}

/** "a, b and c". */
export function list(words: string[], last = 'and'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What stands on every page. Each view has its own texts beside this file. */
export const common = {
  name: 'CityGraph',
  skip: 'Go to the content',
  home: 'CityGraph: first page',
  views: 'Views',
  playground: 'Playground',
  pageTitle: (title: string) => (title ? `${title} · CityGraph` : 'CityGraph'),

  search: {
    label: 'Search for a city, network, declaration, organization or funder',
    short: 'Search all names',
    hint: 'Any name, any language: München, Munich, Munchen',
    none: (text: string) => `No recorded name is like “${text}”. One wrong letter is forgiven; two are not.`,
    found: (n: number) => `${count(n, 'match', 'matches')}. Use the arrow keys to choose.`,
    waiting: 'Searching …',
    alsoCalled: (name: string) => `found as ${name}`,
    failed: 'The search does not answer just now.',
    clear: 'Empty the search box',
  },

  states: {
    waiting: 'Loading …',
    slow: 'This takes longer than usual. The page goes on waiting.',
    again: 'Try again',
    trouble: {
      gone: {
        title: 'The server does not answer',
        text: 'Your connection or the server is down. What stands on this page stays, and its address keeps all you chose.',
      },
      busy: {
        title: 'The server could not answer this time',
        text: 'Nothing is wrong with what you asked. Trying again in a moment usually helps.',
      },
      refused: {
        title: 'This cannot be answered',
        text: 'The address asks for something the dataset does not have. Change what was chosen, or go back.',
      },
    } satisfies Record<Trouble, { title: string; text: string }>,
    said: (message: string) => `The server says: ${message}`,
    broken: 'This part of the page failed',
    brokenText: 'The rest still works. Trying again may help; if not, this is an error of ours.',
    notFound: 'There is nothing at this address',
    notFoundText: 'It may be mistyped, or made for a newer version of this page. The search above finds everything by name.',
  },

  take: {
    row: 'Take it away',
    share: 'Share',
    shared: 'The address is copied. It holds everything that you chose.',
    notShared: 'The browser does not let pages copy. The address is in the address bar.',
    cite: 'Cite',
    svg: 'SVG',
    png: 'PNG',
    csv: 'CSV',
    json: 'JSON',
    query: 'Query',
    embed: 'Embed',
    svgLong: 'Download the picture as SVG',
    pngLong: 'Download the picture as PNG, at twice its size',
    csvLong: 'Download the table as CSV',
    jsonLong: 'Download the data with its provenance as JSON',
    queryLong: 'Open the query behind this page in the playground',
    queryFirst: 'Query opens the first of several questions that this page asked; the others turn its pages and follow its ends.',
    saved: (file: string) => `${file} is downloaded.`,
    failed: (what: string) => `The ${what} could not be made in this browser.`,
    notLoaded: (what: string) => `The ${what} was not made: the server does not answer. Press again when it does.`,
    noDataset: 'The dataset’s version and licence are not known yet; no file leaves without them.',
    citeTitle: 'Cite this page',
    citeText: 'As text',
    citeBibtex: 'BibTeX',
    citeCsl: 'CSL-JSON',
    embedTitle: 'Show this on another page',
    embedText: 'The frame follows the width that it is given, and light and dark. It loads nothing from third parties.',
    copy: 'Copy',
    copied: 'Copied',
    close: 'Close',
  },

  /** What must be known of a chosen day. */
  day: {
    ahead: (day: string) => `${day} has not come yet: nothing recorded can be certain of it.`,
    early: (groups: string[]) =>
      `By what sources say, not there yet on this day: ${list(groups.length > 5 ? [...groups.slice(0, 4), `${number(groups.length - 4)} more`] : groups)}. What nobody dates is counted as possible all the same.`,
    notBefore: (name: string, day: string) => `${name} (not before ${day})`,
  },
  unknown: (ids: string[]) => `No record is called ${list(ids)}; the address names ${ids.length === 1 ? 'it' : 'them'} in vain.`,

  /** The lines below every exported picture. */
  footer: {
    date: (words: string) => `Date: ${words}`,
    universe: (words: string) => `Counted: ${words}`,
    dataset: (title: string, version: string, revision: string) => `Data: ${title}, version ${version}, revision ${revision}`,
    sources: (names: string) => `Sources: ${names}`,
    moreSources: (n: number) => `and ${n} more, all named in the JSON file`,
    noSources: 'none named for what is shown',
    licence: (name: string, address: string) => `Licence: ${name} · ${address}`,
    retrieved: (date: string) => `read on ${date}`,
  },

  page: {
    data: (title: string, version: string) => `${title}, version ${version}`,
    licence: 'Licence',
    downloads: 'The whole dataset as',
    questions: 'For your own questions:',
    credits: 'Places: GeoNames (CC BY 4.0). Land on maps: Natural Earth.',
  },

  table: {
    caption: (shown: number, all: number, what: string) =>
      shown === all ? `${number(all)} ${what}` : `${number(shown)} of ${number(all)} ${what}`,
    more: (n: number) => `Show ${number(n)} more`,
    all: 'Show all',
    sort: (column: string) => `Sort by ${column}`,
  },

  fact: {
    title: 'Where this is said',
    close: 'Close the evidence',
    sources: (n: number) => count(n, 'source', 'sources'),
    noSource: 'no source named',
    open: (what: string) => `Show the source: ${what}`,
    stated: 'The source says so.',
    readStated: 'By the editors’ reading the source says so.',
    implied: 'This follows from what the source says; it does not say so in these words.',
    impliedShort: 'implied',
    impliedBy: 'Inferred from',
    place: 'Place in it',
    research: 'Read by the editors',
    noPlace: 'no place in the page is recorded',
    researchRow: (table: string, row: string) => `research table ${table}${row && `, row ${row}`}`,
    read: (date: string) => `read ${date}`,
    published: (date: string) => `published ${date}`,
    openSource: 'Open the source',
    noAddress: 'No address is recorded.',
    sourcePage: 'About this source',
    claims: 'What single sources say',
    spelling: 'How the source puts it',
    recorded: 'What is recorded',
    corrections: 'Corrected since an earlier version',
    correction: (was: string, is: string, why: string) => `Was “${was}”, is “${is}”: ${why}`,
    report: 'Report an error',
    reportText: 'Copy this, say what is wrong and where the right thing can be read, and send it to whoever runs this site.',
    gone: 'No record has this id.',
    id: 'Record',
  },
};

/** Where something is said, in a line: a place in the source, or the row of the editors' research that names it. */
export function locatorWords(locator: string): string {
  const read = researchRow(locator);
  return read ? common.fact.researchRow(read.table, read.row) : locator;
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** `de` is "German"; `und` and codes that nobody knows are "language not recorded". */
export function language(tag: string): string {
  if (!tag || tag === 'und') return 'language not recorded';
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `DE` is "Germany". */
export function country(code: string): string {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}
