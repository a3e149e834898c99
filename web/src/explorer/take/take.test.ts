import { expect, test } from 'vitest';
import { cite } from './cite';
import { csv } from './csv';
import { embedCode } from './embed';
import { footerLines } from './footer';
import { json } from './json';
import type { Provenance } from './types';
import { cut, wrap } from './wrap';

const source = (n: number) => ({ id: `source:${n}`, name: `Title ${n}`, publisher: n % 2 ? 'City of X' : null });
const provenance: Provenance = {
  title: 'Berlin & others',
  sentence: 'Berlin is a municipality.',
  date: 'as of 31 August 2024',
  universe: 'all 28 recorded relationships',
  dataset: { title: 'CityGraph: cities', version: '0.2.0', revision: '341db2734a9e981bbe89', licence: 'CC-BY-4.0', citation: 'CityGraph contributors (2026): CityGraph dataset, version 0.2.0.' },
  sources: [source(1), source(2)],
  address: 'http://127.0.0.1:8080/city/berlin?date=2024-08-31',
  retrieved: '2026-11-22',
};

test('a CSV file quotes what needs it and keeps every letter', () => {
  const file = csv({ columns: ['id', 'wording'], rows: [['a', 'says "so", twice'], ['b', null], ['c', 'two\nlines'], ['München', 1.5]] });
  expect(file).toBe('\uFEFFid,wording\r\na,"says ""so"", twice"\r\nb,\r\nc,"two\nlines"\r\nMünchen,1.5\r\n');
});

test('a JSON file carries provenance, question and rows by column', () => {
  const whole = JSON.parse(json(provenance, { query: '{ a }' }, { columns: ['id', 'since'], rows: [['a', undefined]] }));
  expect(whole).toEqual({ ...provenance, question: { query: '{ a }' }, rows: [{ id: 'a', since: null }] });
});

test('a citation names author, year, version, revision, address and day in each form', () => {
  const { text, bibtex, csl } = cite(provenance);
  expect(text).toBe(
    'CityGraph contributors (2026): “Berlin & others”. CityGraph: cities, version 0.2.0 (revision 341db2734a9e). CC-BY-4.0. ' +
      'http://127.0.0.1:8080/city/berlin?date=2024-08-31 (accessed 2026-11-22).',
  );
  expect(bibtex).toMatch(/^@misc\{citygraph-berlin-others-2026-11-22-[a-z0-9]+,/);
  expect(bibtex).toContain('title = {{Berlin \\& others}}');
  expect(bibtex).toContain('urldate = {2026-11-22}');
  expect(JSON.parse(csl)[0]).toMatchObject({
    type: 'dataset',
    version: '0.2.0',
    author: [{ literal: 'CityGraph contributors' }],
    issued: { 'date-parts': [[2026]] },
    accessed: { 'date-parts': [[2026, 11, 22]] },
    URL: provenance.address,
  });
});

test('a BibTeX key is short, plain and differs with the address', () => {
  const key = (title: string, address = provenance.address) => /^@misc\{(.*),/.exec(cite({ ...provenance, title, address }).bibtex)![1]!;
  expect(key('Städte Sicherer Häfen, Großstädte')).toMatch(/^citygraph-stadte-sicherer-hafen-grossstadte-2026-11-22-[a-z0-9]{1,7}$/);
  const long = 'What Städte Sicherer Häfen, International Alliance of Safe Harbours and Solidarity Cities share';
  expect(key(long)).toMatch(/^citygraph-what-stadte-sicherer-hafen-[a-z-]*[a-z]-2026-11-22-[a-z0-9]+$/);
  expect(key(long).length).toBeLessThan(72);
  expect(key(long)).toBe(key(long));
  expect(key(long)).not.toBe(key(long, 'http://127.0.0.1:8080/overlap'));
  expect(key('日本')).toMatch(/^citygraph-2026-11-22-/);
});

test('a CSV file holds no formula, and numbers stay numbers', () => {
  const file = csv({ columns: ['name', 'lift'], rows: [['=1+1', -1.5], ['+49', '-2'], ['@x', 0], ['-a,b', null], ['a=b', 1]] });
  expect(file).toBe("\uFEFFname,lift\r\n'=1+1,-1.5\r\n+49,-2\r\n'@x,0\r\n\"'-a,b\",\r\na=b,1\r\n");
});

test('the footer has date, universe, version, sources, licence and address', () => {
  const text = footerLines(provenance).join('\n');
  for (const part of ['as of 31 August 2024', 'all 28 recorded', 'version 0.2.0', '341db2734a9e', 'City of X: Title 1; Title 2', 'CC BY 4.0', provenance.address]) {
    expect(text).toContain(part);
  }
});

test('the footer says how many sources it does not name', () => {
  const many = { ...provenance, sources: Array.from({ length: 30 }, (_, i) => source(i)) };
  expect(footerLines(many).join('\n')).toContain('and 18 more');
  expect(footerLines({ ...provenance, sources: [] }).join('\n')).toContain('none named');
});

test('lines are broken at words and none is lost', () => {
  const measure = (line: string) => line.length;
  expect(wrap('one two three four', 9, measure)).toEqual(['one two', 'three', 'four']);
  expect(wrap('extraordinarily long', 5, measure)).toEqual(['extraordinarily', 'long']);
  expect(wrap('  ', 5, measure)).toEqual([]);
});

test('the frame’s code stands up to any title', () => {
  expect(embedCode('http://x/', 'A', 1139)).toContain('height: 1139px');
  expect(embedCode('http://x/?a=1&b=2', 'A "B" <C>', 560)).toContain('src="http://x/?a=1&amp;b=2" title="A &quot;B&quot; &lt;C>"');
});

test('an address that is too long for its line is broken behind its signs', () => {
  const measure = (text: string) => text.length;
  expect(cut('http://a.example/overlap?groups=network:one,network:two', 40, measure)).toEqual(['http://a.example/overlap?', 'groups=network:one,network:two']);
  expect(cut('short', 40, measure)).toEqual(['short']);
  expect(cut('x'.repeat(90), 40, measure)).toEqual(['x'.repeat(40), 'x'.repeat(40), 'x'.repeat(10)]);
});
