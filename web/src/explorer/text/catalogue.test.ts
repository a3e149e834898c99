import { expect, test } from 'vitest';

const sources = import.meta.glob<string>('../**/*.tsx', { eager: true, query: '?raw', import: 'default' });

/** Words between tags, or in an attribute that is read aloud. */
const TEXT = [/>\s*([A-Za-z][a-z]+(?: [A-Za-z’]+)*[.:…]?)\s*<\//g, /\b(?:aria-label|title|placeholder|alt)="([^"]*[a-z][^"]*)"/g];

test.each(Object.keys(sources))('%s has no text of its own: texts stand in the catalogue', (file) => {
  const found = TEXT.flatMap((pattern) => [...sources[file]!.matchAll(pattern)].map((match) => match[1]));
  expect(found).toEqual([]);
});
