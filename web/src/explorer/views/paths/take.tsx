import { withParams } from '../../lib/address';
import type { Question } from '../../lib/ask';
import { type Citation, sourcesCell, sourcesOf } from '../../lib/facts';
import type { Take } from '../../take/types';
import { paths as t } from '../../text/paths';
import { PathsDrawing, pathsHeight } from './drawing';
import type { Chain, PathsData } from './types';

const COLUMNS = [
  'path', 'hop', 'from', 'fromName', 'says', 'to', 'toName', 'kind', 'direction', 'edge', 'since', 'until', 'seen', 'basis', 'heldTogether', 'beside', 'sources',
]; // prettier-ignore

/** Every citation of the chains. */
export function citationsOf(chains: Chain[]): Citation[] {
  return chains.flatMap(({ hops }) => hops.flatMap(({ edge, beside }) => [edge, ...beside].flatMap(({ sources }) => sources)));
}

/** Everything that the page shows, to leave with the reader: one row a hop. */
export function takeOf({ paths, avoided }: PathsData, sentence: string, day: string, question: Question): Take {
  const { from, to, paths: chains } = paths;
  const { asOf } = paths.assumptions;
  return {
    address: withParams({ from: from.id, to: to.id, fact: null }),
    file: [t.file, from.id.split(':')[1], to.id.split(':')[1], asOf].filter(Boolean).join('-'),
    title: t.titleOf(from.name, to.name),
    sentence,
    date: t.when(day),
    universe: t.universe(paths.assumptions.sentence, paths.excluded.implied),
    sources: sourcesOf(citationsOf(chains)),
    question,
    table: {
      columns: COLUMNS,
      rows: chains.flatMap((chain, i) =>
        chain.hops.map(({ from: a, to: b, says, kind, direction, edge, beside }, n) => [
          i + 1, n + 1, a.id, a.name, says, b.id, b.name, kind, direction.toLowerCase(), edge.id, edge.since, edge.until, edge.seen.join('; '),
          edge.basis.toLowerCase(), chain.heldTogether?.toLowerCase() ?? 'never', beside.map(({ id }) => id).join('; '), sourcesCell(edge.sources),
        ]),
      ), // prettier-ignore
    },
    data: { assumptions: paths.assumptions, excluded: paths.excluded, avoided: avoided.flatMap((each) => each ?? []), depth: paths.depth, visited: paths.visited, truncated: paths.truncated, paths: chains.map(({ sentence: words, heldTogether, certain, possible }) => ({ sentence: words, heldTogether, certain, possible })) },
    draw: chains.length ? (width) => <Picture chains={chains} width={width} /> : undefined,
    embed: true,
  };
}

function Picture({ chains, width }: { chains: Chain[]; width: number }) {
  return (
    <svg viewBox={`0 0 ${width} ${pathsHeight(chains, width)}`}>
      <PathsDrawing chains={chains} width={width} />
    </svg>
  );
}
