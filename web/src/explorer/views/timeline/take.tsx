import { withParams } from '../../lib/address';
import type { Question } from '../../lib/ask';
import { type Citation, sourcesCell, sourcesOf } from '../../lib/facts';
import type { Cell, Take } from '../../take/types';
import { list } from '../../text/common';
import { timeline as t } from '../../text/timeline';
import { type Scene, sceneOf, TimelineDrawing } from './drawing';
import { CHANGES } from './model';
import type { Entry, TimelineData } from './types';

const COLUMNS = ['what', 'date', 'earliest', 'latest', 'precision', 'within', 'node', 'nodeName', 'other', 'otherName', 'edge', 'sentence', 'sources'];
const lower = (value: string) => value.toLowerCase();

/** Where an entry is said: of its relationship, else of its node. */
export function citationsOf({ edge, node }: Entry): Citation[] {
  return edge?.sources ?? node.sources;
}

function row(entry: Entry): Cell[] {
  const { what, date, dateSpan, within, node, other, edge, sentence } = entry;
  return [
    lower(what), date, dateSpan.earliest, dateSpan.latest, lower(dateSpan.precision), lower(within), node.id, node.name, other?.id, other?.name,
    edge?.id, sentence, sourcesCell(citationsOf(entry)),
  ]; // prettier-ignore
}

/** Everything that the page shows, to leave with the reader. */
export function takeOf(data: TimelineData, sentence: string, days: [string, string], dates: string, question: Question, today: string): Take {
  const { timeline, nodes } = data;
  const entries = timeline.entries.edges;
  const known = nodes.flatMap((each) => (each ? [each] : []));
  const scene = (width: number) => sceneOf(entries, timeline.groups, days, width, today);
  return {
    address: withParams({ of: known.map(({ id }) => id).join(','), fact: null }),
    file: known.length === 1 ? `${t.file}-${known[0]!.id.replace(':', '-')}` : t.file,
    title: `${t.title} ${list(known.map(({ name }) => name))}`,
    sentence,
    date: dates,
    universe: t.universe(list(known.map(({ name }) => name)), timeline.assumptions.sentence),
    sources: sourcesOf([...entries.flatMap(citationsOf), ...moved(data)]),
    question,
    table: { columns: COLUMNS, rows: entries.map(row) },
    data: { groups: timeline.groups, undated: timeline.undated, note: t.note },
    draw: (width) => <Picture scene={scene(width)} />,
    embed: true,
  };
}

/** What says who came and went. */
function moved({ timeline: { groups } }: TimelineData): Citation[] {
  const movers = groups.flatMap(({ changes }) => (changes ? CHANGES.flatMap((which) => changes[which]) : []));
  return movers.flatMap(({ edges }) => edges.flatMap(({ sources }) => sources));
}

function Picture({ scene }: { scene: Scene }) {
  return (
    <svg viewBox={`0 0 ${scene.width} ${scene.height}`}>
      <TimelineDrawing scene={scene} pattern="hatch" />
    </svg>
  );
}
