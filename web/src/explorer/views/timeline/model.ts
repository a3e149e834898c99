import { today } from '../../lib/day';
import { dayCaveats, firstDay } from '../../lib/founding';
import { list } from '../../text/common';
import { timeline as t } from '../../text/timeline';
import type { BandGroup, Changes, Entry, TimelineData, YearCount } from './types';

/** The first and last day of the picture: those asked for, else what entries and counts name, closed by today. */
export function extent(entries: Entry[], groups: BandGroup[], from: string | null, until: string | null, today: string): [string, string] {
  const days = entries.flatMap(({ dateSpan }) => [dateSpan.earliest, dateSpan.latest]);
  const years = groups.flatMap((group) => group.years.map(({ year }) => String(year).padStart(4, '0') + '-06-30'));
  const known = [...days, ...years].filter((day): day is string => day !== null).sort();
  const first = from ?? known[0] ?? today;
  const last = until ?? [known.at(-1) ?? today, today].sort().at(-1)!;
  return first <= last ? [first, last] : [last, first];
}

/** The answer without years in which a group was not there yet: who is undated would be possible in them. */
export function sinceFounding(data: TimelineData): TimelineData {
  const groups = data.timeline.groups.map((each) => {
    const first = firstDay(each.group.node.date)?.slice(0, 4) ?? '';
    return { ...each, years: each.years.filter(({ year, certain }) => certain > 0 || String(year).padStart(4, '0') >= first) };
  });
  return { ...data, timeline: { ...data.timeline, groups } };
}

/** The page's first line. */
export function timelineSentence({ nodes, timeline }: TimelineData, from: string | null, until: string | null, now = today()): string {
  const { groups, entries, undated } = timeline;
  const names = nodes.flatMap((each) => (each ? [each.name] : []));
  const parts = groups.map((each) => groupSentence(each, from, until)).filter(Boolean);
  if (entries.totalCount + undated === 0 && parts.length === 0) return t.sentence.nothing(list(names));
  // Of a span only its first day can lie before a group: its last one is where its numbers lead.
  const caveats = from && until ? [...dayCaveats(from, groups.flatMap(({ group, changes }) => (changes ? [group.node] : [])), now), ...(from <= now ? dayCaveats(until, [], now) : [])] : dayCaveats(until, [], now); // prettier-ignore
  return [...parts, t.sentence.entries(parts.length ? '' : list(names), entries.totalCount, undated), ...caveats].join(' ');
}

function groupSentence({ group, years, changes }: BandGroup, from: string | null, until: string | null): string {
  const name = group.node.name;
  if (changes && from && until) {
    const { joined, mayHaveJoined, left, mayHaveLeft } = changes;
    return t.sentence.changes(name, from, until, joined.length, mayHaveJoined.length, left.length, mayHaveLeft.length);
  }
  const best = surest(years);
  if (!best) return group.size ? t.sentence.undatedGroup(name, group.size) : '';
  return t.sentence.band(name, best.year, best.certain, best.possible);
}

/** The year with the most certain members, of several the last; undefined where none is certain. */
export function surest(years: YearCount[]): YearCount | undefined {
  const most = Math.max(0, ...years.map(({ certain }) => certain));
  return years.filter(({ certain }) => certain === most).at(-1);
}

/** The lists of who came and went, in the order of the page. */
export const CHANGES: (keyof Changes)[] = ['joined', 'mayHaveJoined', 'left', 'mayHaveLeft'];

/** How high a band is drawn for so many members: the same scale for all groups. */
export function highest(groups: BandGroup[]): number {
  return Math.max(1, ...groups.flatMap(({ years }) => years.map(({ possible }) => possible)));
}

/** An outline of steps, one a year: `[x0, x1, value]` each. */
export function steps(parts: [number, number, number][], y: (value: number) => number): string {
  if (parts.length === 0) return '';
  const top = parts.map(([x0, x1, value], i) => `${i ? 'L' : 'M'}${x0} ${y(value)}H${x1}`).join('');
  return `${top}V${y(0)}H${parts[0]![0]}Z`;
}
