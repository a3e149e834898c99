import { span } from '../../lib/dates';
import { coverage as t } from '../../text/coverage';
import type { CoveredGroup, FigureLine, Report } from './types';

/** A group with the report that says most about how many names lack. */
export interface Gap {
  group: CoveredGroup;
  /** The newest number of members that a source reports; of one date the greatest; null where none does. */
  report: Report | null;
  /** Who certainly and who possibly belonged on the report's date; without a report, ever. */
  members: number;
  atMost: number;
  standing: Standing;
}

/** `short`: more are reported than recorded. `met`: they are not. `unreported`: no source says how many. */
export type Standing = 'short' | 'met' | 'unreported';

const ORDER: Standing[] = ['short', 'met', 'unreported'];

/** The groups, those that lack most first, then those without a report by size; equals by name. */
export function gapsOf(groups: CoveredGroup[]): Gap[] {
  const rank = ({ standing }: Gap) => ORDER.indexOf(standing);
  const lack = ({ report, atMost }: Gap) => (report ? report.figure.value - atMost : 0);
  return groups.map(gap).sort((a, b) => rank(a) - rank(b) || lack(b) - lack(a) || b.members - a.members || a.group.node.name.localeCompare(b.group.node.name));
}

function gap(group: CoveredGroup): Gap {
  const report = newest(group.reported);
  const members = report?.members ?? group.members;
  const atMost = report?.atMost ?? group.atMost;
  return { group, report, members, atMost, standing: report ? (exceeds(report) ? 'short' : 'met') : 'unreported' };
}

/**
 * Of the reports that count members the newest: the one whose date begins last, since a wide date may be older than it ends. Of
 * one date it is the greatest; an undated one only where none is dated.
 */
export function newest(reports: Report[]): Report | null {
  const counting = reports.filter(({ members }) => members !== null);
  const days = ({ figure }: Report) => span(figure.date);
  const later = (a: string | null, b: string | null) => (b ?? '').localeCompare(a ?? '');
  return counting.sort((a, b) => later(days(a).earliest, days(b).earliest) || later(days(a).latest, days(b).latest) || b.figure.value - a.figure.value)[0] ?? null;
}

/** Whether it speaks of more than may be recorded; "up to" speaks of no number that was reached. */
function exceeds({ figure, atMost }: Report): boolean {
  return figure.qualifier !== 'UP_TO' && figure.value > (atMost ?? 0);
}

/** Sums over all groups: relationships, not bodies, since one body may belong to several. */
export function totals(gaps: Gap[]) {
  const sum = (of: (each: Gap) => number) => gaps.reduce((n, each) => n + of(each), 0);
  return {
    groups: gaps.length,
    short: gaps.filter(({ standing }) => standing === 'short').length,
    unreported: gaps.filter(({ standing }) => standing === 'unreported').length,
    missing: sum(({ report }) => report?.missing ?? 0),
    relationships: sum(({ group }) => group.relationships),
    withoutBeginning: sum(({ group }) => group.withoutBeginning),
    withoutDate: sum(({ group }) => group.withoutDate.totalCount),
    singleSource: sum(({ group }) => group.singleSource.totalCount),
  };
}

/** The page's first line. */
export function gapSentence(gaps: Gap[], kind: string): string {
  const n = totals(gaps);
  if (n.groups === 0) return t.none(kind);
  return [
    t.sentence.short(kind, n.groups, n.short, n.missing),
    n.unreported ? t.sentence.unreported(n.unreported) : '',
    n.relationships ? t.sentence.facts(n.relationships, n.withoutBeginning, n.withoutDate, n.singleSource) : t.sentence.noFacts,
  ].filter(Boolean).join(' '); // prettier-ignore
}

/** The figure's place among those of its node, by which its evidence is opened; -1 where it is not there. */
export function placeOf(figure: FigureLine, all: FigureLine[]): number {
  return all.findIndex((each) => each.measure === figure.measure && each.qualifier === figure.qualifier && each.value === figure.value && each.date === figure.date);
}
