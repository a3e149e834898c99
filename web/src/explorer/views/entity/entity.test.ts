import { expect, test } from 'vitest';
import { layoutEgo } from './ego';
import { elsewhere } from './elsewhere';
import { factsOf } from './facts';
import { groupsOf } from './groups';
import { idAt } from './id-at';
import { lead, newestRoster } from './lead';
import { otherNames } from './names';
import { layoutStrip } from './strip';
import { relationTable } from './take';
import type { Contradiction, Entity, Name, Relation, Roster } from './types';

const measure = (text: string) => text.length * 7;

function relation(id: string, kind: string, dates: Partial<Relation> = {}, name = id): Relation {
  const node = { id: `city:${id}`, kind: 'CITY', name, degree: 1 };
  return { id: `${kind}:${id}`, kind, direction: 'OUT', seen: [], lastSeen: null, stint: 1, basis: 'STATED', wording: null, through: null, onBehalfOf: null, sources: [], node, ...dates } as Relation;
}

function entityOf(relations: Relation[], more: Partial<Entity> = {}): Entity {
  return {
    id: 'network:n', kind: 'NETWORK', name: 'N', description: null, degree: 0, basis: 'STATED', errorReport: '', sources: [], names: [], figures: [], rosters: [], claims: [],
    corrections: [], relations: { totalCount: relations.length, edges: relations }, ...more,
  }; // prettier-ignore
}

test('relationships are grouped by kind and side in the vocabulary’s order, the earliest first, the undated last by name', () => {
  const groups = groupsOf([
    relation('z', 'SIGNED'),
    relation('b', 'MEMBER_OF', { direction: 'IN' }),
    relation('c', 'MEMBER_OF', { direction: 'IN', since: '2015' }),
    relation('a', 'MEMBER_OF', { direction: 'IN' }),
    relation('out', 'MEMBER_OF'),
  ]);
  expect(groups.map(({ says, relations }) => [says, relations.map(({ node }) => node.name)])).toEqual([
    ['is a member of', ['out']],
    ['has the member', ['c', 'a', 'b']],
    ['signed', ['z']],
  ]);
});

test('the newest list of everybody counts, an undated one only where there is no other', () => {
  const roster = (date: string | null, scope: string): Roster => ({ date, scope, status: 'PARTIAL', count: 1, sources: [] });
  expect(newestRoster([roster(null, 'all'), roster('2021', 'all'), roster('2024', 'founders'), roster('2020', 'all')])?.date).toBe('2021');
  expect(newestRoster([roster('2024', 'DE')])).toBeUndefined();
});

test('a bar that nobody dates begins with its group', () => {
  const seen = (date: string | null) => groupsOf([relation('a', 'MEMBER_OF', { seen: ['2018-06-30'], node: { id: 'network:a', kind: 'NETWORK', name: 'A', degree: 1, date } }), relation('b', 'HOSTS', { since: '2005', until: '2006' })]);
  const start = (date: string | null) => layoutStrip(seen(date), 604, '2020-12-31', measure).rows[0]!.bars[0]!.open[0];
  expect(start(null)).toBe(2);
  expect(start('2013')).toBeCloseTo(2 + 600 / 2, 0);
  const members = groupsOf([relation('a', 'MEMBER_OF', { direction: 'IN', seen: ['2018-06-30'] }), relation('b', 'HOSTS', { since: '2005', until: '2006' })]);
  expect(layoutStrip(members, 604, '2020-12-31', measure, '2013').rows[0]!.bars[0]!.open[0]).toBeCloseTo(302, 0);
});

test('where sources exclude each other no time between their days is made up', () => {
  const side = (value: string) => ({ value, qualifier: null, date: null, roster: false, sources: [], recorded: { totalCount: 0 } });
  const clash = (values: string[], oneDocument = false): Contradiction => ({ sort: 'FIELD', certainty: 'CERTAIN', oneDocument, field: 'foundingDate', node: { id: 'network:n' }, edge: null, sides: values.map(side) });
  const node = entityOf([], { foundingDate: '[2016-10-17..2017-10-17]', rosters: [{ date: '[2018-07..2018-12]', scope: 'all', status: 'PARTIAL', count: null, sources: [] }] });
  expect(lead(node, [], [clash(['2016', '2016-10', '2016-10-17', '2017-10-17'])])).toBe(
    'N is a network, founded at a time on which sources disagree: 17 October 2016 or 17 October 2017. ' +
      'Its list of members, dated some time between July 2018 and December 2018, is recorded only in part.',
  );
  expect(lead(node, [], [clash(['2016', '2017'], true)])).toContain('founded at a time on which one document disagrees with itself: 2016 or 2017');
  expect(factsOf(node, [clash(['2016-10-17', '2017-10-17'])])).toEqual([{ field: 'foundingDate', value: 'sources disagree: 17 October 2016 or 17 October 2017', of: 'network:n' }]);
  expect(lead(node, [])).toContain('founded some time between 17 October 2016 and 17 October 2017');
});

test('an id is read from the address, and what cannot be decoded is left as it is', () => {
  expect(idAt('/city/berlin')).toBe('city:berlin');
  expect(idAt('/city/m%C3%BCnchen')).toBe('city:münchen');
  expect(idAt('/city/%E0%A4')).toBe('city:%E0%A4');
});

test('the first paragraph is built from facts', () => {
  const members = [relation('a', 'MEMBER_OF', { direction: 'IN', since: '2021' }), relation('b', 'MEMBER_OF', { direction: 'IN', seen: ['2024-08'] })];
  const node = entityOf([...members, relation('c', 'HOSTS')], {
    foundingDate: '2021-06-25',
    description: 'A network.',
    rosters: [{ date: '2024-08', scope: 'all', status: 'COMPLETE', count: 2, sources: [] }],
  });
  expect(lead(node, groupsOf(node.relations.edges))).toBe(
    'N is a network, founded on 25 June 2021. A network. On record: 2 members and 1 other relationship. ' +
      'What is dated lies between 2021 and 2024. Its list of 2 members, dated August 2024, is recorded in full.',
  );
  const city = entityOf([relation('c', 'HOSTS')], { kind: 'CITY', name: 'B', placeType: 'MUNICIPALITY', country: 'DE', population: 1234 });
  expect(lead(city, groupsOf(city.relations.edges))).toBe('B is a municipality in Germany with 1,234 inhabitants (undated, GeoNames). On record: 1 relationship.');
});

test('a record leads to the views that have something to show of it', () => {
  const addresses = (node: Entity) => elsewhere(node).map(({ to }) => to);
  const always = ['/network?from=network:n&select=network:n', '/paths?from=network:n', '/timeline?of=network:n'];
  expect(addresses(entityOf([relation('a', 'MEMBER_OF')]))).toEqual(always);
  expect(addresses(entityOf([relation('a', 'MEMBER_OF', { direction: 'IN' }), relation('f', 'FUNDS', { direction: 'IN' })]))).toEqual(['/overlap?with=network:n', ...always, '/money?of=network:n']);
  expect(addresses(entityOf([]))).toEqual([]);
  expect(addresses(entityOf([relation('a', 'PART_OF')], { kind: 'SOURCE' }))).toEqual([]);
});

test('names under the title: official first, each once, no mistakes', () => {
  const name = (text: string, kind: string, lang = 'de'): Name => ({ text, kind, lang, sources: [] });
  const names = [name('Munchen', 'MISSPELLING'), name('Minga', 'SPELLING', 'und'), name('Munich', 'ALIAS'), name('Minga', 'ALIAS', 'bar'), name('München', 'OFFICIAL')];
  expect(otherNames({ name: 'Munich', names }).map(({ text, lang }) => `${text} ${lang}`)).toEqual(['München de', 'Minga bar']);
});

const many = Array.from({ length: 30 }, (_, i) => relation(`n${i}`, 'MEMBER_OF', { direction: 'IN', since: String(2000 + (i % 20)) }, `City with a rather long name ${i}`));

test.each([360, 400, 896])('around a node no name covers another and none leaves a picture of %i', (width) => {
  const { nodes, left, height } = layoutEgo(many, width, measure);
  expect([nodes.length, left]).toEqual([20, 10]);
  for (const { label, relation, labelX, anchor, y } of nodes) {
    const long = measure(relation ? `${label} ${relation}` : label);
    const end = labelX + (anchor === 'start' ? long : -long);
    expect(Math.min(labelX, end)).toBeGreaterThanOrEqual(0);
    expect(Math.max(labelX, end)).toBeLessThanOrEqual(width);
    expect(y).toBeGreaterThan(8);
    expect(y).toBeLessThan(height - 8);
  }
  for (const anchor of ['start', 'end']) {
    const ys = nodes.filter((each) => each.anchor === anchor).map(({ y }) => y).sort((a, b) => a - b); // prettier-ignore
    ys.slice(1).forEach((y, i) => expect(y - ys[i]!).toBeGreaterThanOrEqual(20));
  }
});

test('two relationships with one neighbour are one line, implied only where none is stated', () => {
  const twice = [relation('a', 'FOUNDED', { basis: 'IMPLIED' }), relation('a', 'MEMBER_OF'), relation('b', 'SIGNED', { basis: 'IMPLIED' })];
  expect(layoutEgo(twice, 400, measure).nodes.map(({ id, implied, relation }) => [id, implied, relation])).toEqual([
    ['city:a', false, 'founder of, member of'],
    ['city:b', true, 'signed'],
  ]);
});

test('on the axis certain days lie within possible ones, and nothing leaves the picture', () => {
  const edges = [
    relation('a', 'MEMBER_OF', { since: '2006-03-14', seen: ['2010~'] }),
    relation('b', 'MEMBER_OF', { seen: ['[2018-07..2018-12]'] }),
    relation('c', 'SIGNED', { since: '2019' }),
    relation('d', 'FUNDS'),
    relation('e', 'FUNDS', { since: '2030', until: '2031' }),
  ];
  const strip = layoutStrip(groupsOf(edges), 400, '2026-11-22', measure);
  expect([strip.dated, strip.undated, strip.rows.length]).toEqual([4, 1, 4]);
  for (const { bars, y, height } of strip.rows) {
    expect(y + height).toBeLessThanOrEqual(strip.axisY);
    for (const { open, within, certain } of bars) {
      for (const [from, to] of [open, ...within, ...(certain ? [certain] : [])]) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(400);
        expect(from).toBeLessThanOrEqual(to);
      }
      if (certain) expect([certain[0] >= open[0], certain[1] <= open[1] + 0.001]).toEqual([true, true]);
    }
  }
  const shown = strip.rows.map(({ label, bars }) => [label, bars[0]!.within.length, bars[0]!.certain !== null]);
  expect(shown).toEqual([
    ['Member of: a', 1, true], // about 2010 reaches beyond what is certain
    ['Member of: b', 1, false], // a source shows it on some day of half a year
    ['Signed: c', 1, false], // on some day of a year
    ['Funds: e', 2, true], // begun in one year, ended in the next
  ]);
  const spans = strip.ticks.map(({ x }) => x);
  spans.slice(1).forEach((x, i) => expect(x - spans[i]!).toBeGreaterThan(40));
});

test('a large group shares one row', () => {
  const strip = layoutStrip(groupsOf(many), 400, '2026-11-22', measure);
  expect(strip.rows.map(({ label, bars }) => [label, bars.length])).toEqual([['Members (30)', 30]]);
});

test('the table has the columns of the dataset’s files, and both ends in their places', () => {
  const node = entityOf([
    relation('a', 'MEMBER_OF', { direction: 'IN', since: '2021', seen: ['2022', '2023'], basis: 'IMPLIED' }),
    relation('b', 'COOPERATES_WITH', { direction: 'BOTH', sources: [{ basis: 'IMPLIED', locator: 'L1; 2', source: { id: 'source:s', name: 'S' } }] }),
  ]);
  const { columns, rows } = relationTable(node);
  const objects = rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
  expect(objects[0]).toMatchObject({ from: 'city:a', to: 'network:n', since: '2021', seen: '2022; 2023', basis: 'implied' });
  expect(objects[1]).toMatchObject({ from: 'city:b', to: 'network:n', sources: 'source:s#L1;; 2 (implied)' });
});
