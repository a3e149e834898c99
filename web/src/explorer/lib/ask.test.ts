import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask, AskError, kept, read } from './ask';

const extensions = { dataset: { version: '1', revision: 'a' } };
const answering = (body: unknown, status = 200) => vi.fn(async () => new Response(JSON.stringify(body), { status }));

beforeEach(() => vi.restoreAllMocks());
afterEach(() => vi.unstubAllGlobals());

test('a short question goes by GET, a long one by POST, and an answer is asked for once', async () => {
  const fetch = answering({ data: { a: 1 }, extensions });
  vi.stubGlobal('fetch', fetch);
  const short = { query: '{ a }' };
  expect((await ask(short)).data).toEqual({ a: 1 });
  expect((await ask(short)).data).toEqual({ a: 1 });
  await ask({ query: `{ ${'a '.repeat(5000)} }`, variables: { x: 1 } });
  const calls = fetch.mock.calls as unknown as [string, RequestInit][];
  expect(calls.map(([address, init]) => [address.slice(0, 15), init.method ?? 'GET'])).toEqual([
    ['/graphql?query=', 'GET'],
    ['/graphql', 'POST'],
  ]);
  expect(JSON.parse(String(calls[1]![1].body)).variables).toEqual({ x: 1 });
});

test('answers of an earlier revision are forgotten', async () => {
  vi.stubGlobal('fetch', answering({ data: {}, extensions }));
  await ask({ query: '{ old }' });
  vi.stubGlobal('fetch', answering({ data: {}, extensions: { dataset: { version: '2', revision: 'b' } } }));
  await ask({ query: '{ new }' });
  expect([kept({ query: '{ old }' }), kept({ query: '{ new }' })?.revision]).toEqual([undefined, 'b']);
});

test.each([
  ['nobody answers', () => Promise.reject(new TypeError('Failed to fetch')), 'gone'],
  ['a proxy answers', async () => new Response('<html>', { status: 502 }), 'busy'],
  ['the store does not answer', answering({ errors: [{ message: 'm', extensions: { code: 'unavailable' } }] }, 503), 'busy'],
  ['the question is wrong', answering({ errors: [{ message: 'm', extensions: { code: 'invalid' } }] }, 400), 'refused'],
])('when %s', async (name, fetch, trouble) => {
  vi.stubGlobal('fetch', fetch);
  const error = await ask({ query: `# ${name}` }).catch((each: unknown) => each);
  expect(error).toBeInstanceOf(AskError);
  expect((error as AskError).trouble).toBe(trouble);
  expect(kept({ query: `# ${name}` })).toBeUndefined();
});

test('a request that is let go of is no failure of the server', async () => {
  const leaving = new AbortController();
  vi.stubGlobal('fetch', () => {
    leaving.abort();
    return Promise.reject(leaving.signal.reason);
  });
  const error = await ask({ query: '{ left }' }, leaving.signal).catch((each: unknown) => each);
  expect(error).not.toBeInstanceOf(AskError);
});

test('what stands beside the data is read', () => {
  const redirect = { from: 'a', to: 'b', date: '2026', reason: 'r' };
  const answer = read({ data: {}, extensions: { ...extensions, redirects: [redirect], warnings: [{ message: 'w' }] } }, 200);
  expect(answer).toMatchObject({ version: '1', revision: 'a', redirects: [redirect], warnings: ['w'] });
});
