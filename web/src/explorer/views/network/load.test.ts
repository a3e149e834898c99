import { afterEach, describe, expect, it, vi } from 'vitest';
import { load } from './load';
import { networkQuery } from './query';
import { readChosen } from './state';

/** A small API: two networks, the first with more members than a page, and one city that is part of another. */
const far = (id: string) => ({ id: `city:${id}`, kind: 'CITY', name: id.toUpperCase(), degree: 1, country: 'DE', placeType: 'MUNICIPALITY' });
const member = (city: string, network: string) => ({
  id: `member-of:${city}--${network}`, kind: 'MEMBER_OF', direction: 'IN', since: null, until: null, seen: [], lastSeen: null, holdsOn: null, basis: 'STATED', role: null, stint: 1, sources: [], node: far(city),
}); // prettier-ignore
const page = <T>(edges: T[], endCursor: string | null = null) => ({ pageInfo: { hasNextPage: endCursor !== null, endCursor }, edges });
const network = (id: string, relations: unknown) => ({ node: { id: `network:${id}`, kind: 'NETWORK', name: id, degree: 2, rosters: [], relations } });

const asked: { query: string; variables: Record<string, unknown> }[] = [];

function answer(query: string, variables: Record<string, unknown>): unknown {
  if (query.includes('query Sources')) {
    const source = { node: { id: `source:${variables.after ?? 'first'}`, name: 'S' } };
    return { sources: page([source], variables.after ? null : 'second') };
  }
  if (query.includes('query Rest')) return { node: { id: variables.id, relations: page([member('c', 'one')]) } };
  if (query.includes('query NetworkPage')) return { networks: page([network('two', page([member('a', 'two')]))]) };
  if (query.includes('query Neighbours')) {
    const ids = variables.ids as string[];
    const kinds = (variables.where as { kinds?: string[] }).kinds;
    const signed = { ...member('a', 'x'), id: 'signed:a--d', kind: 'SIGNED', direction: 'OUT', node: { id: 'declaration:d', kind: 'DECLARATION', name: 'D', degree: 2 } };
    const back = { ...member('b', 'x'), id: 'signed:b--d', kind: 'SIGNED' };
    return { nodes: ids.map((id) => (id === 'declaration:d' ? { id, kind: 'DECLARATION', name: 'D', degree: 2, relations: page([back]) } : { ...far('a'), relations: page(kinds ? [signed] : []) })) };
  }
  const between = { ...member('b', 'a'), id: 'part-of:b--a', kind: 'PART_OF' };
  return {
    cities: page([{ node: { ...far('a'), relations: page([between]) } }]),
    networks: page([network('one', page([member('a', 'one'), member('b', 'one')], 'behind b'))], 'behind one'),
  };
}

vi.stubGlobal('fetch', async (url: string) => {
  const search = new URLSearchParams(url.split('?')[1]);
  const query = search.get('query')!;
  const variables = JSON.parse(search.get('variables') ?? '{}');
  asked.push({ query, variables });
  return { status: 200, json: async () => ({ data: answer(query, variables), extensions: { dataset: { version: '1', revision: 'r' } } }) };
});
afterEach(() => asked.splice(0));

const counts = { CITY: 3, NETWORK: 2, DECLARATION: 1 };

describe('load', () => {
  it('reads every page: of the listing, of a node’s relationships, of the sources', async () => {
    const loaded = await load(readChosen(new URLSearchParams()), counts, new AbortController().signal);
    expect([...loaded.edges.keys()].sort()).toEqual(['member-of:a--one', 'member-of:a--two', 'member-of:b--one', 'member-of:c--one', 'part-of:b--a']);
    expect(loaded.edges.get('member-of:a--two')).toMatchObject({ from: 'city:a', to: 'network:two' });
    expect([...loaded.nodes.keys()].sort()).toEqual(['city:a', 'city:b', 'city:c', 'network:one', 'network:two']);
    expect([...loaded.sources.keys()]).toEqual(['source:first', 'source:second']);
    const rest = asked.find(({ query }) => query.includes('query Rest'))!;
    expect(rest.query).toContain('... on Network {');
    expect(rest.variables).toMatchObject({ id: 'network:one', after: 'behind b', where: { kinds: ['CITY', 'NETWORK'] } });
  });

  it('asks with the day and how sure it must be, and without a day for neither', async () => {
    await load(readChosen(new URLSearchParams('date=2024-08-31&certainty=CERTAIN')), counts, new AbortController().signal);
    const about = asked.filter(({ query }) => !query.includes('query Sources'));
    expect(about.length).toBeGreaterThan(2);
    for (const { variables } of about) expect(variables).toMatchObject({ asOf: '2024-08-31', certainty: 'CERTAIN' });
  });

  it('adds the neighbours of an opened node, and what ties those to the rest', async () => {
    const loaded = await load(readChosen(new URLSearchParams('expand=city:a')), counts, new AbortController().signal);
    expect(loaded.edges.get('signed:a--d')).toMatchObject({ from: 'city:a', to: 'declaration:d' });
    expect(loaded.edges.get('signed:b--d')).toMatchObject({ from: 'city:b', to: 'declaration:d' });
    expect(asked.at(-1)!.variables.where).toEqual({ ids: expect.arrayContaining(['city:a', 'city:b', 'declaration:d', 'network:one']) });
  });

  it('asks for nothing where nothing is recorded', async () => {
    const loaded = await load(readChosen(new URLSearchParams()), {}, new AbortController().signal);
    expect(loaded.nodes.size).toBe(0);
    expect(asked.every(({ query }) => query.includes('query Sources'))).toBe(true);
  });

  it('lets go when it is told to', async () => {
    const leaving = new AbortController();
    vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) => new Promise((_, reject) => signal!.addEventListener('abort', () => reject(new Error('aborted')))));
    const waiting = load(readChosen(new URLSearchParams('date=2001-01-01')), counts, leaving.signal);
    leaving.abort();
    await expect(waiting).rejects.toThrow();
  });
});

describe('networkQuery', () => {
  it('asks for short pages where much is recorded, within what a request may cost', () => {
    const cost = (query: string) => [...query.matchAll(/\w+\(first: (\d+)\)[^]*?relations\(first: (\d+)/g)].reduce((sum, [, first, each]) => sum + Number(first) * Number(each) * 28, 0);
    const few = networkQuery(['CITY', 'NETWORK'], { CITY: 383, NETWORK: 24 });
    const many = networkQuery(['CITY', 'NETWORK', 'ORGANIZATION'], { CITY: 40_000, NETWORK: 900, ORGANIZATION: 9000 });
    expect(cost(few)).toBeGreaterThan(100_000);
    for (const query of [few, many]) expect(cost(query)).toBeLessThan(250_000);
    expect(networkQuery(['NETWORK', 'EVENT'], { NETWORK: 2 })).not.toContain('events');
  });
});
