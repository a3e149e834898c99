import { type Citation, type Source, sourcesCell, sourcesOf } from '../../lib/facts';
import { writeAddress } from '../../lib/address';
import type { Cell, Take } from '../../take/types';
import { overlap as t } from '../../text/overlap';
import { OverlapDrawing } from './drawing';
import { isCertainIn, type Model, type Pair, standing } from './model';
import { type Chosen, paramsOf } from './state';
import type { Loaded } from './use-overlap';
import { dateLine } from './words';

/** What the numbers of a pair are about, in every row since a file may be read without its name; then the API's names for them, with both groups and whom they share. */
const COLUMNS = [
  'asOf', 'certainty', 'basis', 'universe', 'a', 'aName', 'b', 'bName', 'sizeA', 'sizeAAtLeast', 'sizeB', 'sizeBAtLeast', 'shared', 'sharedAtLeast', 'sharedAtMost', 'jaccard', 'overlapCoefficient',
  'expected', 'lift', 'pValue', 'pAdjusted', 'amongRecorded', 'sameSources', 'actors', 'actorNames',
]; // prettier-ignore

/** Everything that the page shows, to leave with the reader: a row for each pair, and in the JSON file each member with evidence. */
export function takeOf({ model, question }: Loaded, chosen: Chosen, sentence: string): Take {
  const { measure } = chosen;
  return {
    address: writeAddress('/overlap', paramsOf(chosen)),
    file: [t.file, model.date].filter(Boolean).join('-'),
    title: t.title(model.groups.map(({ name }) => name)),
    sentence,
    date: dateLine(model),
    universe: model.universe.description,
    sources: allSources(model),
    question,
    table: {
      columns: COLUMNS,
      rows: model.pairs.map((p) => [
        model.date, model.certainty?.toLowerCase(), model.basis.toLowerCase(), model.universe.description,
        p.a.id, p.a.name, p.b.id, p.b.name, p.sizeA, p.a.certain, p.sizeB, p.b.certain, p.shared, p.sharedAtLeast, p.sharedAtMost, p.jaccard, p.overlapCoefficient,
        ...chanceOf(p), String(p.amongRecorded), p.sameSources, p.actors.map(({ id }) => id).join('; '), p.actors.map(({ name }) => name).join('; '),
      ]), // prettier-ignore
    },
    data: dataOf(model),
    draw: (width) => <OverlapDrawing model={model} measure={measure} width={width} />,
    embed: true,
  };
}

/** The numbers of chance; none where nothing is said about chance, so that no table of them says it. */
export function chanceOf(pair: Pair): Cell[] {
  const { expected, lift, pValue, pAdjusted } = pair;
  return standing(pair) === 'partial' ? [null, null, null, null] : [expected, lift, pValue, pAdjusted];
}

function dataOf(model: Model): unknown {
  const { assumptions, universe, groups, combinations, unlisted, excluded, warnings, date } = model;
  return {
    assumptions, universe, excluded, warnings,
    groups: groups.map(({ roster, ...rest }) => ({ ...rest, roster: roster && { ...roster, sources: sourcesCell(roster.sources) } })),
    intersections: combinations.map((each) => ({
      groups: each.groups.map(({ id }) => id),
      size: each.members.length,
      certain: each.certain,
      actors: each.members.map(({ evidence, ...member }) => ({
        ...member,
        in: [...evidence].map(([group, edges]) => ({
          group,
          certain: isCertainIn({ ...member, evidence }, group, date),
          edges: edges.map(({ id, since, until, seen, sources }) => ({ id, since, until, seen, ...(sources ? { sources: sourcesCell(sources) } : {}) })),
        })),
      })),
    })),
    unlisted,
  }; // prettier-ignore
}

/** The sources of the shared members and of the lists, those of most facts first. */
export function allSources({ groups, combinations }: Model): Source[] {
  const edges = combinations.flatMap(({ members }) => members.flatMap(({ evidence }) => [...evidence.values()].flat()));
  const citations: Citation[] = [...groups.flatMap(({ roster }) => roster?.sources ?? []), ...edges.flatMap(({ sources }) => sources ?? [])];
  const counts = new Map<string, number>();
  for (const { source } of citations) counts.set(source.id, (counts.get(source.id) ?? 0) + 1);
  return sourcesOf(citations).sort((x, y) => counts.get(y.id)! - counts.get(x.id)! || (x.id < y.id ? -1 : 1));
}
