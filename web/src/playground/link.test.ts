import { expect, test } from 'vitest';
import { readLink, writeLink } from './link';

test('a link is read back as it was written', () => {
  const link = { query: 'query A($i: ID!) { node(id: $i) { id } } # ü & +', variables: '{\n  "i": "city:berlin"\n}', operationName: 'A' };
  const address = writeLink('http://127.0.0.1:8080/prefix/playground?query=old#part', link);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:8080\/prefix\/playground\?query=/);
  expect(readLink(new URL(address).search)).toEqual(link);
});

test('what is absent stays absent', () => {
  expect(readLink('')).toBeNull();
  expect(readLink('?query=%20&variables={}')).toBeNull();
  expect(readLink('?query={a}')).toEqual({ query: '{a}', variables: '', operationName: undefined });
  expect(writeLink('http://h/playground', { query: '{a}', variables: ' ' })).toBe('http://h/playground?query=%7Ba%7D');
});

test('variables are laid out for reading, broken ones left as they are', () => {
  expect(readLink('?query={a}&variables={"a":1}')?.variables).toBe('{\n  "a": 1\n}');
  expect(readLink('?query={a}&variables={"a":')?.variables).toBe('{"a":');
});
