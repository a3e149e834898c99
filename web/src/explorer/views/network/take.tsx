import { type Source, sourcesCell, type Citation } from '../../lib/facts';
import { Shape } from '../../parts/mark';
import type { KeyEntry } from '../../parts/picture-key';
import type { Take } from '../../take/types';
import { number } from '../../text/common';
import { network as t } from '../../text/network';
import { heightFor, NetworkFigure } from './drawing';
import type { Picture } from './graph';
import type { Layout } from './layout';
import type { Loaded, NetEdge } from './load';
import { linesByLook } from './look';
import type { Chosen } from './state';
import { dateLine, kindsOf, leftOutWords, universe } from './words';

/** Columns of the dataset's edge files, with names and kinds of both ends. */
const COLUMNS = ['id', 'kind', 'from', 'fromName', 'to', 'toName', 'stint', 'since', 'until', 'seen', 'role', 'holdsOn', 'basis', 'sources'];

/** Everything that the page shows, to leave with the reader. */
export function takeOf(loaded: Loaded, picture: Picture, layout: Layout, chosen: Chosen, centres: string[], sentence: string): Take {
  const { points, edges } = picture;
  const text = (value: string | null) => value?.toLowerCase();
  const named = (id: string) => points.get(id)!.name;
  return {
    file: t.file,
    title: t.title,
    sentence,
    date: dateLine(chosen),
    universe: universe(picture),
    sources: sourcesOf(edges, loaded),
    question: loaded.question,
    further: true,
    table: {
      columns: COLUMNS,
      rows: edges.map((edge) => [
        edge.id, edge.kind, edge.from, named(edge.from), edge.to, named(edge.to), edge.stint, edge.since, edge.until, edge.seen.join('; '),
        text(edge.role), text(edge.holdsOn), text(edge.basis), sourcesCell(edge.sources as Citation[]),
      ]), // prettier-ignore
    },
    data: {
      nodes: [...points.values()].map(({ id, kind, name, country, lines }) => ({ id, kind, name, country, lines, ...layout.get(id) })),
      leftOut: leftOutWords(picture, chosen),
    },
    draw: picture.lines.length ? (width) => <NetworkFigure picture={picture} layout={layout} width={width} height={heightFor(layout, width)} centres={centres} entries={keyOf(picture, chosen)} /> : undefined,
    embed: true,
  };
}

/** The key to the marks and lines, with how many there are of each. */
function keyOf(picture: Picture, { date }: Chosen): KeyEntry[] {
  const { strong, thin, unsure } = linesByLook(picture);
  const line = (className: string) => <path className={className} d="M1 7H23" />;
  return [
    ...kindsOf(picture).map(({ kind, count }) => ({ label: t.left.kind(count, kind), mark: <Shape kind={kind} x={12} y={7} r={6} /> })),
    { label: `${date ? t.rail.solidOn : t.rail.solid}: ${number(strong)}`, mark: line('net-line') },
    ...(thin ? [{ label: `${date ? t.rail.thinOn : t.rail.thin}: ${number(thin)}`, mark: line('net-line other') }] : []),
    ...(unsure ? [{ label: `${date ? t.rail.dashedOn : t.rail.dashed}: ${number(unsure)}`, mark: line('net-line unsure') }] : []),
  ];
}

/** Each source once, those of most relationships first. */
export function sourcesOf(edges: NetEdge[], { sources }: Loaded): Source[] {
  const counted = new Map<string, number>();
  for (const edge of edges) for (const { source } of edge.sources) counted.set(source.id, (counted.get(source.id) ?? 0) + 1);
  const ids = [...counted].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1)).map(([id]) => id);
  return ids.map((id) => sources.get(id) ?? { id, name: id });
}
