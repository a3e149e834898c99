import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';

const folder = new URL('../../../graph/schema/', import.meta.url);
const sdl = readdirSync(folder).filter((name) => name.endsWith('.graphqls')).map((name) => readFileSync(new URL(name, folder), 'utf8')); // prettier-ignore
const schema = buildSchema(sdl.join('\n'));

const modules = import.meta.glob<Record<string, unknown>>(['./**/query.ts', './lib/dataset.ts'], { eager: true });
const queries = Object.entries(modules).flatMap(([file, module]) =>
  Object.entries(module).flatMap(([name, value]) => {
    const text = typeof value === 'string' ? value : ((value as { query?: unknown } | null)?.query ?? '');
    return /^\s*query\b/.test(String(text)) ? [[`${file} ${name}`, String(text)] as const] : [];
  }),
);

test.each(queries)('%s is valid in the schema', (_name, text) => {
  expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
});

test('queries were found', () => {
  expect(queries.length).toBeGreaterThanOrEqual(6);
});
