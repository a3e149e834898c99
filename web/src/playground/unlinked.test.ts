import { expect, test } from 'vitest';
import { unlinked } from './unlinked';

test('links to files become text, links to the web and code stay', () => {
  expect(unlinked('see [examples/](examples/), [the kinds](vocabulary.md#city) and [RFC](https://example.org/rfc)')).toBe(
    'see examples/, the kinds and [RFC](https://example.org/rfc)',
  );
  expect(unlinked('`nodes(ids: ["a"])` (so)')).toBe('`nodes(ids: ["a"])` (so)');
});
