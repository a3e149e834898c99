import type { Question } from '../../lib/ask';
import { dateWords } from '../../lib/dates';
import { type Citation, sourcesCell, sourcesOf } from '../../lib/facts';
import type { Cell, Take } from '../../take/types';
import { coverage as t } from '../../text/coverage';
import { GapsDrawing, gapsHeight } from './drawing';
import type { Gap } from './gaps';

const COLUMNS = [
  'id', 'kind', 'name', 'members', 'membersAtMost', 'measure', 'qualifier', 'value', 'date', 'membersThen', 'membersThenAtMost', 'missing',
  'relationships', 'withoutBeginning', 'withoutDate', 'singleSource', 'implied', 'rosters', 'sources',
]; // prettier-ignore

const lower = (value: string) => value.toLowerCase();

function row({ group, report }: Gap): Cell[] {
  const { node, rosters } = group;
  const figure = report?.figure;
  const lists = rosters.map(({ date, scope, status, count }) => [date ?? '', scope, lower(status), count ?? ''].join(' ').trim());
  return [
    node.id, lower(node.kind), node.name, group.members, group.atMost, figure && lower(figure.measure), figure && lower(figure.qualifier), figure?.value, figure?.date,
    report?.members, report?.atMost, report?.missing, group.relationships, group.withoutBeginning, group.withoutDate.totalCount, group.singleSource.totalCount,
    group.implied, lists.join('; '), sourcesCell(citationsOf(group)),
  ]; // prettier-ignore
}

/** Every citation of a group's numbers and lists. */
export function citationsOf({ reported, rosters }: Gap['group']): Citation[] {
  return [...reported.flatMap(({ figure }) => figure.sources), ...rosters.flatMap(({ sources }) => sources)];
}

/** Everything that the page shows, to leave with the reader. */
export function takeOf(gaps: Gap[], kind: string, sentence: string, assumed: string, question: Question): Take {
  return {
    file: `${t.file.gaps}-${t.kind(kind)}`,
    title: t.title,
    sentence,
    date: t.date,
    universe: t.universe(kind, gaps.length, assumed),
    sources: sourcesOf(gaps.flatMap(({ group }) => citationsOf(group))),
    question,
    table: { columns: COLUMNS, rows: gaps.map(row) },
    data: { reported: gaps.map(({ group }) => ({ id: group.node.id, reported: group.reported, rosters: group.rosters })), note: t.note, warning: t.warning },
    draw: gaps.length ? (width) => <Picture gaps={gaps} width={width} /> : undefined,
    embed: true,
  };
}

function Picture({ gaps, width }: { gaps: Gap[]; width: number }) {
  return (
    <svg viewBox={`0 0 ${width} ${gapsHeight(gaps, width)}`}>
      <GapsDrawing gaps={gaps} width={width} pattern="hatch" />
    </svg>
  );
}

/** The newest report in words, for the table. */
export function reportWords({ report }: Gap): string {
  if (!report) return t.noReport;
  const { measure, qualifier, value, date } = report.figure;
  return t.reported(measure, qualifier, value, date ? dateWords(date) : '');
}
