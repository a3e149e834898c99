import { describe, expect, it } from 'vitest';
import type { Marked } from '../../lib/place-labels';
import { find } from './find';
import { listOf, picture } from './graph';
import type { Loaded, NetEdge, NetNode } from './load';
import { linesByLook, named } from './look';
import { readChosen } from './state';
import { leftOutWords, lineWords, sentence } from './words';

const node = (id: string, name: string, rest: Partial<NetNode> = {}): NetNode => ({ id, kind: id.split(':')[0]!.toUpperCase() as NetNode['kind'], name, degree: 1, ...rest });
const edge = (kind: string, from: string, to: string, rest: Partial<NetEdge> = {}): NetEdge => ({
  id: `${kind}:${from}--${to}`, kind, from, to, symmetric: false, since: null, until: null, seen: [], lastSeen: null, holdsOn: null, basis: 'STATED', role: null, stint: 1, sources: [], ...rest,
}); // prettier-ignore

const NODES = [
  node('city:aa', 'Århus', { country: 'DK' }),
  node('city:bb', 'Bern', { country: 'CH' }),
  node('city:cc', 'Bernau', { country: 'DE' }),
  node('city:dd', 'District of Bern', { country: 'CH' }),
  node('network:n', 'North', { rosters: [{ date: null, scope: 'DK', status: 'COMPLETE', count: 1 }, { date: null, scope: 'all', status: 'PARTIAL', count: null }] }), // prettier-ignore
  node('network:m', 'Midst', { rosters: [{ date: '2020', scope: 'all', status: 'COMPLETE', count: 2 }] }),
  node('declaration:d', 'Declared'),
];
const EDGES = [
  edge('MEMBER_OF', 'city:aa', 'network:n'),
  edge('FOUNDED', 'city:aa', 'network:n'),
  edge('MEMBER_OF', 'city:bb', 'network:n', { holdsOn: 'POSSIBLE', since: '2015', seen: ['2018'] }),
  edge('MEMBER_OF', 'city:bb', 'network:m'),
  edge('MEMBER_OF', 'city:cc', 'network:m', { basis: 'IMPLIED' }),
  edge('PART_OF', 'city:dd', 'city:bb'),
  edge('SIGNED', 'city:cc', 'declaration:d'),
];
const loaded: Loaded = {
  nodes: new Map(NODES.map((each) => [each.id, each])),
  edges: new Map(EDGES.map((each) => [each.id, each])),
  sources: new Map(),
  unknown: [],
  question: { query: '' },
};
const counts = { CITY: 10, NETWORK: 3, DECLARATION: 4 };
const shown = (search: string) => {
  const chosen = readChosen(new URLSearchParams(search));
  return { chosen, ...picture(loaded, chosen, counts) };
};

describe('picture', () => {
  it('draws one line for all relationships of two nodes, and counts what it leaves out', () => {
    const { points, lines, edges, left } = shown('');
    expect([...points.keys()]).toEqual(['city:aa', 'city:bb', 'city:cc', 'network:m', 'network:n']);
    expect(edges).toHaveLength(5);
    expect(lines.map(({ id, edges: all }) => [id, all.length])).toEqual([['city:aa|network:n', 2], ['city:bb|network:m', 1], ['city:bb|network:n', 1], ['city:cc|network:m', 1]]); // prettier-ignore
    expect(left.kinds).toEqual([{ kind: 'DECLARATION', count: 4 }]);
    expect(left.alone).toEqual([{ kind: 'CITY', count: 7 }, { kind: 'NETWORK', count: 1 }]); // prettier-ignore
    expect(left.relations).toEqual([{ kind: 'PART_OF', count: 1 }]);
    expect([left.partial, left.groups]).toEqual([1, 2]);
  });

  it('marks a line as uncertain only where none of it is certain, and as implied where no source states it', () => {
    const { lines } = shown('');
    expect(lines.filter(({ possible }) => possible).map(({ id }) => id)).toEqual(['city:bb|network:n']);
    expect(lines.filter(({ implied }) => implied).map(({ id }) => id)).toEqual(['city:cc|network:m']);
  });

  it('tells lines of members from other ties', () => {
    expect(shown('').lines.some(({ other }) => other)).toBe(false); // who founded it is a member too
    const all = shown('relations=FOUNDED,MEMBER_OF,PART_OF');
    expect(all.lines.filter(({ other }) => other).map(({ id }) => id)).toEqual(['city:bb|city:dd']);
    expect(linesByLook(all)).toEqual({ strong: 2, thin: 1, unsure: 2 });
  });

  it('shows only cities of the chosen countries, and says how many are elsewhere', () => {
    const { points, left } = shown('countries=CH');
    expect([...points.keys()]).toEqual(['city:bb', 'network:m', 'network:n']);
    expect(left.abroad).toBe(2);
  });

  it('shows chosen kinds of relationships alone, geography too when it is chosen', () => {
    expect(shown('relations=FOUNDED').edges.map(({ kind }) => kind)).toEqual(['FOUNDED']);
    expect(shown('relations=PART_OF').lines.map(({ id }) => id)).toEqual(['city:bb|city:dd']);
  });

  it('shows every neighbour of a node that was opened, whatever its kind', () => {
    expect(shown('').points.has('declaration:d')).toBe(false);
    expect(shown('expand=city:cc').points.has('declaration:d')).toBe(true);
  });

  it('is empty without kinds, and says so', () => {
    const empty = shown('kinds=none');
    expect(empty.lines).toEqual([]);
    expect(sentence(empty, empty.chosen)).toBe('No recorded relationship fits what is chosen.');
  });
});

describe('named', () => {
  const mark = (id: string, weight: number): Marked => ({ id, x: 0, y: 0, r: 3, width: 10, height: 10, weight });
  it('names every group first where there is room for it', () => {
    expect(named([mark('city', 3), mark('network', 1004)], null, [], 390).map(({ must }) => must)).toEqual([false, true]);
    const many = Array.from({ length: 18 }, (_, i) => mark(`n${i}`, 1000 + i));
    expect(named(many, null, [], 390).some(({ must }) => must)).toBe(false);
    expect(named(many, null, [], 800).every(({ must }) => must)).toBe(true);
  });
});

describe('words', () => {
  it('says what is to be seen, and who belongs to most', () => {
    const { chosen, ...all } = shown('');
    expect(sentence(all, chosen)).toBe(
      '3 cities and 2 networks, with 5 recorded relationships among them, drawn as 4 lines: 4 memberships, signatures and participations, and 1 other tie in thinner lines. 1 city belongs to more than one of the networks, Bern to most: 2 networks.',
    );
  });

  it('says on a day how many are only possible', () => {
    const { chosen, ...all } = shown('date=2020-01-01');
    expect(sentence(all, chosen)).toContain('With the possible ones, 1 city belongs');
    expect(sentence(all, chosen)).toContain('1 of the relationships is only possible on 1 January 2020');
  });

  it('tells a line with each of its relationships', () => {
    const { lines } = shown('');
    expect(lineWords(lines[0]!, (id) => loaded.nodes.get(id)!.name, null)).toBe('Århus is a member of North: no source says when. Århus is a founder of North: no source says when.');
  });

  it('says which groups were not there yet on the day, and which records nobody has', () => {
    const { chosen, ...all } = shown('date=2019-01-01');
    all.points.set('network:n', { ...all.points.get('network:n')!, date: '2020' });
    expect(sentence(all, chosen, [], '2026-11-22')).toContain('not there yet on this day: North (not before 1 January 2020).');
    expect(sentence(all, { ...chosen, date: null }, [], '2026-11-22')).not.toContain('not there yet');
    expect(sentence(all, { ...chosen, date: '2027-01-01' }, [], '2026-11-22')).toContain('1 January 2027 has not come yet');
    const empty = shown('from=city:nope');
    expect(sentence({ ...empty, lines: [] }, empty.chosen, ['city:nope'])).toBe('No record is called city:nope; the address names it in vain. No recorded relationship fits what is chosen.');
  });

  it('names everything that was left out', () => {
    const { chosen, ...all } = shown('date=2020-01-01&certainty=CERTAIN&countries=CH');
    expect(leftOutWords(all, chosen).join(' ')).toBe(
      'Not chosen: 4 declarations. Recorded, but without a relationship to show here: 7 cities and 1 network. 2 cities of other countries. Relationships of kinds that are not chosen: 1 “is part of”. Relationships that do not hold on 1 January 2020, or only possibly; without a date all are shown. 1 of the 2 groups with a list have it recorded only in part: further members may exist. Sources are not drawn as nodes: they stand behind every line.',
    );
  });

  it('calls a list complete only where it covers all members', () => {
    expect(listOf(NODES[4]!)).toBe('PARTIAL');
    expect(listOf(NODES[5]!)).toBe('COMPLETE');
    expect(listOf(NODES[0]!)).toBeNull();
  });
});

describe('find', () => {
  it('finds names without case and marks, those that begin with the text first', () => {
    const points = [...shown('relations=PART_OF,MEMBER_OF').points.values()];
    expect(find('bern', points).map(({ name }) => name)).toEqual(['Bern', 'Bernau', 'District of Bern']);
    expect(find('ARHUS', points).map(({ name }) => name)).toEqual(['Århus']);
    expect(find('  ', points)).toEqual([]);
  });
});
