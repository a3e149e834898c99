import { expect, test } from 'vitest';
import { nodePath, readAddress, writeAddress } from './address';

test.each([
  ['/', '', '/', '/', false],
  ['/city/berlin', '?date=2024-08-31', '/', '/city/berlin', false],
  ['/city/berlin/', '', '/', '/city/berlin', false],
  ['/embed/city/berlin', '', '/', '/city/berlin', true],
  ['/embedded', '', '/', '/embedded', false],
  ['/graph/', '', '/graph/', '/', false],
  ['/graph/embed/overlap', '', '/graph/', '/overlap', true],
])('%s%s below %s', (pathname, search, root, path, embed) => {
  const read = readAddress(pathname, search, root);
  expect([read.path, read.embed]).toEqual([path, embed]);
});

test('what is written is read again, in its order and without empty parts', () => {
  const written = writeAddress('/overlap', { groups: 'network:a,network:b', date: '2024-08-31', role: null, text: 'Öl & Wein' });
  expect(written).toBe('/overlap?groups=network:a,network:b&date=2024-08-31&text=%C3%96l+%26+Wein');
  const [pathname, search] = written.split('?') as [string, string];
  expect(Object.fromEntries(readAddress(pathname, `?${search}`, '/').params)).toEqual({
    groups: 'network:a,network:b',
    date: '2024-08-31',
    text: 'Öl & Wein',
  });
});

test('a node has a page by its id', () => {
  expect(nodePath('city:frankfurt-am-main')).toBe('/city/frankfurt-am-main');
});
