import { expect, test } from 'vitest';
import { timeAxis, yearSpan } from './axis';
import { labelSpan, lanesOf } from './marks';
import { clearOf } from './clear-of';
import { extent, highest, sinceFounding, steps, surest, timelineSentence } from './model';
import type { BandGroup, DateSpan, Entry, Happening, TimelineData } from './types';

const measure = (text: string) => text.length * 7;

function entry(what: Happening, date: string, dateSpan: DateSpan, node = 'Berlin', other: string | null = 'Alliance'): Entry {
  const of = (name: string) => ({ id: `x:${name}`, kind: 'CITY', name });
  return { what, date, within: 'CERTAIN', sentence: `${node} did.`, dateSpan, node: { ...of(node), sources: [] }, other: other ? of(other) : null, edge: { id: `${node}-${other}`, sources: [] } };
}

const day = (date: string): DateSpan => ({ earliest: date, latest: date, precision: 'DAY' });
const between = (earliest: string | null, latest: string | null): DateSpan => ({ earliest, latest, precision: 'SPAN' });

function group(years: [number, number, number][], changes: BandGroup['changes'] = null, size = 3): BandGroup {
  return { group: { node: { id: 'network:a', name: 'Alliance' }, size, fellOut: 0 }, years: years.map(([year, certain, possible]) => ({ year, certain, possible })), changes };
}

function answer(groups: BandGroup[], entries: Entry[] = [], undated = 0): TimelineData {
  return {
    nodes: [{ id: 'network:a', kind: 'NETWORK', name: 'Alliance' }, null],
    timeline: { assumptions: { sentence: '' }, excluded: { implied: 0 }, warnings: [], undated, entries: { totalCount: entries.length, edges: entries }, groups },
  };
}

test('an axis covers whole years, with ticks that keep their distance', () => {
  const axis = timeAxis('2016-05-02', '2024-03-01', 0, 900);
  expect([axis.from, axis.to]).toEqual(['2016-01-01', '2024-12-31']);
  expect(axis.x('2016-01-01')).toBe(0);
  expect(axis.x('2025-01-01')).toBe(900);
  expect(axis.ticks.map(({ label }) => label)).toEqual(['2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024']);
  expect(timeAxis('1900-01-01', '2024-01-01', 0, 350).ticks.map(({ label }) => label)).toEqual(['1900', '1920', '1940', '1960', '1980', '2000', '2020']);
  expect(yearSpan(axis, 2016)[0]).toBe(0);
  expect(yearSpan(axis, 2024)[1]).toBe(900);
});

test('nobody joined a group before it was there', () => {
  const axis = timeAxis('2005-01-01', '2024-12-31', 0, 900);
  const joined = entry('JOINED', '[..2021-06-25]', between(null, '2021-06-25'));
  const start = (date: string | null) => lanesOf([{ ...joined, other: { id: 'network:a', kind: 'NETWORK', name: 'Alliance', date } }], axis, measure)[0]!.marks[0]!;
  expect(start('[2011..2013]')).toMatchObject({ openStart: true, from: axis.x('2011-01-01') });
  expect(start(null).from).toBe(0);
  expect(start('2022').from).toBe(0); // then one of both dates is wrong
  const data = answer([group([[2009, 0, 30], [2010, 1, 30], [2011, 0, 31], [2012, 5, 31]])]);
  data.timeline.groups[0]!.group.node.date = '[2012..2013]';
  expect(sinceFounding(data).timeline.groups[0]!.years.map(({ year }) => year)).toEqual([2010, 2012]);
  expect(sinceFounding(answer([group([[2009, 0, 30]])])).timeline.groups[0]!.years).toHaveLength(1);
});

test('a label keeps clear of the line of today', () => {
  expect([clearOf(null, 900, 80), clearOf(880, 900, 80), clearOf(700, 900, 80)]).toEqual([900, 875, 900]);
});

test('entries of one sort, date and other end are one mark; soft where a date is open', () => {
  const axis = timeAxis('2016-01-01', '2024-12-31', 0, 900);
  const entries = [
    entry('JOINED', '[..2021-06-25]', between(null, '2021-06-25'), 'Berlin'),
    entry('JOINED', '[..2021-06-25]', between(null, '2021-06-25'), 'Bonn'),
    entry('JOINED', '2022', between('2022-01-01', '2022-12-31'), 'Kiel'),
    entry('FOUNDED', '2021-06-25', day('2021-06-25'), 'Alliance', null),
  ];
  const [founded, joined] = lanesOf(entries, axis, measure);
  expect(founded!.what).toBe('FOUNDED');
  expect(founded!.marks[0]).toMatchObject({ openStart: false, openEnd: false, label: 'Alliance, 25 June 2021' });
  expect(founded!.marks[0]!.from).toBe(founded!.marks[0]!.to);
  expect(joined!.marks.map(({ label }) => label)).toEqual(['2 · Alliance, by 25 June 2021', 'Kiel · Alliance, 2022']);
  expect(joined!.marks[0]).toMatchObject({ openStart: true, openEnd: false, from: 0 });
  expect(joined!.marks[1]!.to - joined!.marks[1]!.from).toBeGreaterThan(90);
});

test('no mark and no label covers another, and none leaves the picture', () => {
  const axis = timeAxis('2018-01-01', '2024-12-31', 0, 360);
  const dates = ['2018-03-01', '2018-03-09', '2019-11-30', '2020-01-05', '2023-05-05', '2024-12-30', '2024-12-31'];
  const [lane] = lanesOf(dates.map((date, i) => entry('SIGNED', date, day(date), `City ${i}`, `Letter ${i}`)), axis, measure);
  const boxes = lane!.marks.map((mark) => {
    const [a, b] = labelSpan(mark, measure);
    return { row: mark.row, from: Math.min(mark.from - 6, a), to: Math.max(mark.to + 6, b), label: [a, b] };
  });
  for (const [i, a] of boxes.entries()) {
    expect(a.label[0]).toBeGreaterThanOrEqual(0);
    expect(a.label[1]).toBeLessThanOrEqual(360);
    for (const b of boxes.slice(i + 1)) if (a.row === b.row) expect(a.to <= b.from || b.to <= a.from).toBe(true);
  }
  expect(lane!.rows).toHaveLength(Math.max(...boxes.map(({ row }) => row)) + 1);
  for (const mark of lane!.marks) {
    const [begin, end] = labelSpan(mark, measure);
    if (!mark.above) expect(begin >= mark.to || end <= mark.from).toBe(true);
  }
});

test('a label that has room on neither side stands above its mark', () => {
  const axis = timeAxis('2018-01-01', '2024-12-31', 0, 360);
  const [lane] = lanesOf([entry('LEFT', '[..2024-09]', between(null, '2024-09-30'))], axis, measure);
  expect(lane!.marks[0]).toMatchObject({ above: true, labelX: 0 });
  expect(lane!.rows).toEqual([36]);
});

test('the picture spans what was asked for, else all that is known until today', () => {
  const entries = [entry('JOINED', '[..2021]', between(null, '2021-12-31')), entry('ISSUED', '2015', between('2015-01-01', '2015-12-31'))];
  expect(extent(entries, [], null, null, '2026-11-22')).toEqual(['2015-01-01', '2026-11-22']);
  expect(extent(entries, [group([[2009, 0, 1]])], null, null, '2026-11-22')[0]).toBe('2009-06-30');
  expect(extent(entries, [], '2018-01-01', '2020-12-31', '2026-11-22')).toEqual(['2018-01-01', '2020-12-31']);
  expect(extent([], [], null, null, '2026-11-22')).toEqual(['2026-11-22', '2026-11-22']);
});

test('the sentence tells the surest year, or who came and went', () => {
  const years: [number, number, number][] = [[2020, 1, 9], [2021, 5, 9], [2022, 5, 7]];
  expect(surest(group(years).years)).toEqual({ year: 2022, certain: 5, possible: 7 });
  expect(timelineSentence(answer([group(years)]), null, null)).toBe('In 2022 Alliance had 5 recorded members for certain and possibly up to 7. 0 dated events are recorded.');
  expect(timelineSentence(answer([group([[2020, 0, 4]])]), null, null)).toContain('no member is certain in any one year; up to 4 may have belonged');
  expect(timelineSentence(answer([group([], null, 2)]), null, null)).toContain('2 members of Alliance are recorded; no source dates them.');
  const mover = { node: { id: 'city:b', name: 'Berlin' }, edges: [] };
  const changes = { joined: [mover], mayHaveJoined: [mover, mover], left: [], mayHaveLeft: [] };
  expect(timelineSentence(answer([group(years, changes)], [], 2), '2018-01-01', '2020-12-31')).toBe(
    'Alliance, on 31 December 2020 against 1 January 2018: 1 certainly joined and 2 possibly; 0 certainly left and 0 possibly. ' +
      '0 dated events are recorded; 2 relationships have no date and can stand nowhere on the line.',
  );
  expect(timelineSentence(answer([]), null, null)).toBe('No dated fact is recorded about Alliance, and none without a date either.');
});

test('bands are steps on one scale', () => {
  expect(highest([group([[2020, 1, 9]]), group([[2020, 1, 12]])])).toBe(12);
  expect(highest([])).toBe(1);
  expect(steps([[0, 10, 1], [10, 20, 3]], (value) => 100 - value)).toBe('M0 99H10L10 97H20V100H0Z'); // prettier-ignore
  expect(steps([], (value) => value)).toBe('');
});
