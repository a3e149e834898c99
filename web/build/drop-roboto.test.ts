import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { withoutRoboto } from './drop-roboto';

test('only the Roboto faces go from the stylesheet of the installed GraphiQL', async () => {
  const css = await readFile(new URL('../node_modules/graphiql/dist/style.css', import.meta.url), 'utf8');
  const faces = (text: string) => [...text.matchAll(/@font-face\s*\{\s*font-family:\s*([^;]+);/g)].map((m) => m[1]);
  expect(faces(css)).toContain('Roboto');
  const slim = withoutRoboto(css);
  expect(faces(slim)).not.toContain('Roboto');
  expect(faces(slim)).toContain('Fira Code');
  const rules = (text: string) => text.match(/^\.graphiql-container/gm)?.length;
  expect(rules(slim)).toBe(rules(css));
});
