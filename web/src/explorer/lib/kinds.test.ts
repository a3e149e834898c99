import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KINDS } from './kinds';
import { relations } from '../text/relations';

const project = new URL('../../../../', import.meta.url);
const schema = readFileSync(new URL('graph/schema/kinds.graphqls', project), 'utf8');
const vocabulary = readFileSync(new URL('docs/vocabulary.md', project), 'utf8');

function values(name: string): string[] {
  const body = new RegExp(`^enum ${name} \\{(.*?)^\\}`, 'ms').exec(schema)![1]!;
  return [...body.matchAll(/^ {2}([A-Z_]+)$/gm)].map((match) => match[1]!);
}

test('kinds of nodes are those of the schema, in its order', () => {
  expect(KINDS.map(({ kind }) => kind)).toEqual(values('NodeKind'));
});

test('kinds of relationships and their sentences are those of the vocabulary', () => {
  expect(Object.keys(relations)).toEqual(values('EdgeKind'));
  for (const [kind, { says, back, deed, symmetric }] of Object.entries(relations)) {
    const part = vocabulary.slice(vocabulary.indexOf(`\n### ${kind}\n`));
    expect(part.slice(0, part.indexOf('\n### ', 5) >>> 0), kind).toContain(`X *${says}* Y; Y *${back}* X.`);
    expect(vocabulary, kind).toMatch(new RegExp(`\\| \\[${kind}\\].*\\| ${deed ? 'deed' : 'state'}${symmetric ? ', symmetric' : ''} \\|`));
  }
});
