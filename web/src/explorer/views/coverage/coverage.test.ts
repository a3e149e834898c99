import { expect, test } from 'vitest';
import { layoutKey } from '../../parts/picture-key';
import { barWords, layoutBars, ticks } from './bars';
import { aboutWords, contradictionSentence, numberRows, ordered, sideLine, sideWords, spread } from './disagree';
import { gapSentence, gapsOf, newest, placeOf, totals } from './gaps';
import type { Contradiction, CoveredGroup, Report, Side } from './types';

function report(value: number, date: string | null, members: number | null, atMost = members, qualifier = 'EXACT'): Report {
  const missing = members === null || qualifier === 'ABOUT' ? null : Math.max(0, value - atMost!);
  return { figure: { measure: 'MEMBERS', qualifier, value, date, sources: [] }, members, atMost, missing };
}

function group(name: string, members: number, reported: Report[] = [], more: Partial<CoveredGroup> = {}): CoveredGroup {
  const node = { id: `network:${name.toLowerCase()}`, kind: 'NETWORK', name, figures: reported.map(({ figure }) => figure) };
  const none = { totalCount: 0 };
  return { node, members, atMost: members, reported, rosters: [], relationships: members, withoutBeginning: 0, withoutDate: none, singleSource: none, implied: 0, ...more };
}

test('the newest dated report counts, of one date the greatest, and no number of other things', () => {
  const reports = [report(90, null, 16), report(49, '2021-08', 5), report(50, '2021-08', 5), report(12, '2019-06-14', 13), report(30, '2025', null)];
  expect(newest(reports)!.figure.value).toBe(50);
  expect(newest([report(90, null, 16)])!.figure.value).toBe(90);
  expect(newest([report(30, '2025', null)])).toBeNull();
  expect(newest([report(39, '[2020..2022]', 5), report(46, '2022-11', 5), report(42, '2022-11-16', 5)])!.figure.value).toBe(42);
  expect(newest([report(1, '[..2024]', 5), report(2, '2021', 5)])!.figure.value).toBe(2);
  expect(newest([])).toBeNull();
});

test('groups stand by what lacks, then those without a report by size', () => {
  const gaps = gapsOf([group('A', 3), group('B', 36, [report(36, '2024-08', 36)]), group('C', 6, [report(140, '2021', 0, 6, 'AT_LEAST')]), group('D', 9, [report(153, '2020', 4, 29)]), group('E', 5)]);
  expect(gaps.map(({ group: { node }, standing }) => `${node.name} ${standing}`)).toEqual(['C short', 'D short', 'B met', 'E unreported', 'A unreported']);
});

test('a vague number can exceed what is recorded, "up to" cannot', () => {
  const [about, upTo] = gapsOf([group('About', 16, [report(100, null, 16, 16, 'ABOUT')]), group('Upto', 2, [report(9, '2020', 2, 2, 'UP_TO')])]);
  expect([about!.standing, upTo!.standing]).toEqual(['short', 'met']);
});

test('the sentence counts what is missing and what is uncertain', () => {
  const gaps = gapsOf([
    group('A', 10, [report(30, '2020', 4, 10)], { relationships: 11, withoutBeginning: 7, withoutDate: { totalCount: 2 }, singleSource: { totalCount: 1 } }),
    group('B', 1),
  ]);
  expect(totals(gaps)).toEqual({ groups: 2, short: 1, unreported: 1, missing: 20, relationships: 12, withoutBeginning: 7, withoutDate: 2, singleSource: 1 });
  expect(gapSentence(gaps, 'NETWORK')).toBe(
    'For 1 of 2 recorded networks the newest report names more members than are recorded for its date; at least 20 memberships are not in the graph. ' +
      'For 1 no source says how many there are. Of 12 relationships that are recorded, 7 have no known beginning, 2 no date at all, and 1 rests on one source alone.',
  );
  expect(gapSentence([], 'EVENT')).toBe('No events are recorded, so nothing can be missing from them.');
  expect(gapSentence(gapsOf([group('B', 0)]), 'NETWORK')).toContain('For none of the 1 recorded network');
});

test('a figure is found among those of its node', () => {
  const { node, reported } = group('A', 1, [report(1, '2020', 1), report(2, '2021', 1)]);
  expect(placeOf(reported[1]!.figure, node.figures)).toBe(1);
  expect(placeOf(report(3, null, 1).figure, node.figures)).toBe(-1);
});

test('bars begin at zero, end in order, and stay inside the picture', () => {
  const gaps = gapsOf([group('Long name of a network', 6, [report(200, '2021', 4, 29, 'AT_LEAST')]), group('B', 0)]);
  for (const width of [360, 1132]) {
    const { rows, height } = layoutBars(gaps, width, (text) => text.length * 7);
    const [first, second] = rows;
    expect(first!.x0).toBeLessThan(first!.certain);
    expect(first!.certain).toBeLessThan(first!.possible);
    expect(first!.possible).toBeLessThan(first!.reported!);
    expect(first!.reported).toBeLessThan(width - 120);
    expect((first!.certain - first!.x0) / (first!.reported! - first!.x0)).toBeCloseTo(4 / 200);
    expect(first!.open).toBe(true);
    expect(second!).toMatchObject({ certain: second!.x0, reported: null, words: 'nobody recorded' });
    expect(second!.y).toBeLessThan(height);
  }
  expect(barWords(gaps[0]!, true)).toBe('4 to 29 of at least 200, 2021');
  expect(barWords(gaps[0]!, false)).toBe('4 to 29 of at least 200');
});

test('many groups of which nothing is known are counted, not drawn', () => {
  const empty = Array.from({ length: 9 }, (_, i) => group(`E${i}`, 0));
  const [few, many] = [empty.slice(0, 8), empty].map((each) => layoutBars(gapsOf([group('A', 3), ...each]), 800, (text) => text.length * 7));
  expect([few!.rows.length, few!.left]).toEqual([9, null]);
  expect([many!.rows.length, many!.left!.n]).toEqual([1, 9]);
  expect(many!.left!.y).toBeLessThan(many!.height);
});

test('more recorded than reported is not told as a part', () => {
  const [gap] = gapsOf([group('A', 15, [report(12, '2017-06', 12, 15)])]);
  expect(barWords(gap!, true)).toBe('12 to 15 recorded, 12 reported, June 2017');
});

test('ticks are round and keep their distance', () => {
  expect(ticks(200, 600)).toEqual([0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200]);
  expect(ticks(200, 230)).toEqual([0, 100, 200]);
  expect(ticks(1, 230)).toEqual([0, 1]);
});

test('the key breaks its lines', () => {
  const { at, height } = layoutKey(['aaaaaaaaaa', 'bbbbbbbbbb', 'cc'], 280, (text) => text.length * 10);
  expect(at).toEqual([{ x: 0, y: 0 }, { x: 0, y: 24 }, { x: 156, y: 24 }]);
  expect(height).toBe(48);
});

function side(value: string, more: Partial<Side> = {}): Side {
  return { value, qualifier: null, date: null, roster: false, basis: 'STATED', sources: [], recorded: { totalCount: 0 }, ...more };
}

function clash(sort: Contradiction['sort'], field: string, sides: Side[], more: Partial<Contradiction> = {}): Contradiction {
  return { sort, certainty: 'CERTAIN', oneDocument: false, field, carried: null, node: { id: 'network:a', kind: 'NETWORK', name: 'A' }, edge: null, sides, ...more };
}

test('values read as words', () => {
  const field = (name: string, value: string) => sideWords(clash('FIELD', name, []), { value, qualifier: null });
  expect(field('foundingDate', '2013-05-17')).toBe('17 May 2013');
  expect(field('since', '[..2016-10]')).toBe('by October 2016');
  expect(field('seen', 'since [2023-09..2024-08]')).toBe('since some time between September 2023 and August 2024');
  expect(field('seen', '2015; 2019-10')).toBe('in 2015; in October 2019');
  expect(field('stance', 'demand')).toBe('demand');
  expect(field('operators', 'Seebrücke')).toBe('Seebrücke');
  expect(field('funders', '')).toBe('none');
  expect(sideLine(clash('FIGURE', 'members', []), side('200', { qualifier: 'OVER', date: '2021' }))).toBe('more than 200, 2021');
  expect(sideLine(clash('FIGURE', 'members', []), side('13', { qualifier: 'EXACT', roster: true }))).toBe('13, undated, length of a recorded list');
  expect(sideLine(clash('ABSENCE', 'funders', []), side('', { recorded: { totalCount: 1 } }))).toBe('none, 1 relationship is recorded all the same');
});

test('numbers of one date stand together, in the order of time; two disputes of one field are two rows', () => {
  const grew = clash('FIGURE', 'members', [side('169', { date: '2020-07' }), side('120', { date: '2020-01' }), side('200', { date: '2020' }), side('122', { date: '2020-01' }), side('1')]);
  const other = clash('FIGURE', 'members', [side('117', { date: '2022' }), side('80', { date: '2022-03' })]);
  const rows = numberRows([other, grew]);
  expect(rows[0]!.days.map(({ date, marks }) => [date, ...marks.map(({ value }) => value)])).toEqual([['January 2020', 120, 122], ['2020', 200], ['July 2020', 169], ['undated', 1]]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  expect(ordered([other, grew])).toEqual([grew, other]);
});

test('the picture has the numbers, widest spread first', () => {
  const narrow = clash('FIGURE', 'members', [side('28', { qualifier: 'EXACT' }), side('30', { qualifier: 'EXACT', roster: true })]);
  const wide = clash('FIGURE', 'countries', [side('10', { qualifier: 'ABOUT' }), side('90', { qualifier: 'EXACT' })], { certainty: 'POSSIBLE' });
  const edge = { id: 'e', kind: 'MEMBER_OF', from: { id: 'city:b', name: 'Bern' }, to: { id: 'network:r', name: 'Rainbow' } };
  const dates = clash('FIELD', 'since', [side('2019'), side('2016')], { node: null, edge });
  const rows = numberRows([narrow, dates, wide]);
  expect(rows.map(({ name }) => name)).toEqual(['A: countries', 'A: members']);
  expect(rows[1]!.days.map(({ date, marks }) => [date, marks.map(({ kind }) => kind)])).toEqual([['undated', ['exact', 'list']]]);
  expect(rows[0]!.days[0]!.marks.map(({ kind }) => kind)).toEqual(['bound', 'exact']);
  expect(rows.map(spread)).toEqual([80, 2]);
  expect(ordered([narrow, dates, wide])).toEqual([wide, narrow, dates]);
  expect(aboutWords(dates)).toBe('Bern is a member of Rainbow');
  expect(contradictionSentence([narrow, dates, wide])).toContain('3 recorded matters: in 2 their values exclude each other, in 1 they are numbers');
});
