import { licenceWords } from '../lib/dataset';
import type { Source } from '../lib/facts';
import { common } from '../text/common';
import type { Provenance } from './types';

/** How many sources a picture names; the JSON file names all. */
const NAMED = 12;

/** The lines under an exported picture, before they are broken to its width. */
export function footerLines(p: Provenance): string[] {
  const { dataset } = p;
  return [
    `${common.footer.date(p.date)} · ${common.footer.universe(p.universe)}`,
    `${common.footer.dataset(dataset.title, dataset.version, dataset.revision.slice(0, 12))} · ${common.footer.retrieved(p.retrieved)}`,
    common.footer.sources(named(p.sources)),
    ...(p.credits ? [p.credits] : []),
    common.footer.licence(licenceWords(dataset.licence).name, p.address),
  ];
}

/** A source by its publisher and title, shortened where the title is long. */
function sourceName({ name, publisher }: Source): string {
  const title = name.length > 80 ? `${name.slice(0, 78).trimEnd()}…` : name;
  return publisher && publisher !== name ? `${publisher}: ${title}` : title;
}

function named(sources: Source[]): string {
  if (sources.length === 0) return common.footer.noSources;
  const names = sources.slice(0, NAMED).map(sourceName);
  const more = sources.length - names.length;
  return [...names, ...(more > 0 ? [common.footer.moreSources(more)] : [])].join('; ');
}
