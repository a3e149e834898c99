import AxeBuilder from '@axe-core/playwright';
import { readExamples } from '../testing/examples.ts';
import { expect, test } from './playground.ts';

const examples = readExamples();

test('opens with questions as tabs and answers the first', async ({ playground }, info) => {
  await playground.open();
  await playground.expectAnswer(examples[0]!.data);
  const tabs = playground.page.locator('.graphiql-tab');
  await expect(tabs).toHaveCount(Math.min(5, examples.length));
  await expect(tabs.first()).toContainText(examples[0]!.title);
  await expect(playground.page).toHaveTitle('CityGraph playground');
  await playground.page.screenshot({ path: info.outputPath('opening.png') });
});

test('a question picked from the list opens, runs and is answered in sight', async ({ playground }, info) => {
  const example = examples.at(-1)!;
  await playground.open();
  const list = await playground.questions();
  await expect(list.getByRole('listitem')).toHaveCount(examples.length);
  await list.getByRole('searchbox').fill(example.title.toUpperCase());
  await list.getByRole('button', { name: example.title }).click();
  await playground.expectAnswer(example.data);
  expect(await playground.text('operation.graphql')).toBe(example.query);
  await expect(playground.page.locator('.graphiql-response .view-lines')).toContainText('data');
  await playground.page.screenshot({ path: info.outputPath('picked.png') });
});

test('the list says when no question matches', async ({ playground }, info) => {
  await playground.open();
  const list = await playground.questions();
  await list.getByRole('searchbox').fill('zzz nothing holds this');
  await expect(list.getByRole('status')).toHaveText(`0 of ${examples.length} questions`);
  await playground.page.screenshot({ path: info.outputPath('no-match.png') });
});

test('a link opens its query with variables and operation, and runs it', async ({ playground }) => {
  const query = 'query A { __typename }\nquery B($id: ID!) { node(id: $id) { id } }\n';
  const search = new URLSearchParams({ query, variables: '{"id":"city:no-such-place"}', operationName: 'B' });
  await playground.open(`?${search}`);
  await playground.expectAnswer({ node: null });
  expect(await playground.text('operation.graphql')).toBe(query);
  expect(JSON.parse(await playground.text('variables.json'))).toEqual({ id: 'city:no-such-place' });
});

test('the share button makes an address that opens the same query', async ({ playground }) => {
  await playground.open();
  await playground.expectAnswer(examples[0]!.data);
  const list = await playground.questions();
  await list.getByRole('button', { name: examples[1]!.title }).click();
  await playground.expectAnswer(examples[1]!.data);
  if (await list.isVisible()) await playground.page.locator('.masthead').getByRole('button', { name: 'Questions' }).click();
  await playground.page.getByRole('button', { name: 'Copy a link to this query' }).click();
  await expect(playground.page).toHaveURL(/\?query=/);
  await playground.page.evaluate(() => localStorage.clear());
  await playground.page.reload();
  await playground.expectAnswer(examples[1]!.data);
});

test('work is still there after a reload', async ({ playground }) => {
  await playground.open();
  await playground.expectAnswer(examples[0]!.data);
  const list = await playground.questions();
  await list.getByRole('button', { name: examples.at(-1)!.title }).click();
  await playground.expectAnswer(examples.at(-1)!.data);
  const tabs = await playground.page.locator('.graphiql-tab').allTextContents();
  await playground.page.waitForTimeout(700); // GraphiQL stores half a second later
  await playground.page.reload();
  await expect.poll(() => playground.text('operation.graphql')).toBe(examples.at(-1)!.query);
  expect(await playground.page.locator('.graphiql-tab').allTextContents()).toEqual(tabs);
});

test('guide and schema open from the first line of the page', async ({ playground }, info) => {
  await playground.open();
  await playground.expectAnswer(examples[0]!.data);
  const masthead = playground.page.locator('.masthead');
  await masthead.getByRole('button', { name: 'Guide' }).click();
  await expect(playground.page.getByRole('region', { name: 'Guide' })).toContainText('asOf');
  await playground.page.screenshot({ path: info.outputPath('guide.png') });
  await masthead.getByRole('button', { name: 'Schema' }).click();
  await expect(playground.page.locator('.graphiql-doc-explorer')).toContainText('Query');
  await playground.page.screenshot({ path: info.outputPath('schema.png') });
});

test('the page never scrolls sideways', async ({ playground }) => {
  await playground.open();
  await playground.expectAnswer(examples[0]!.data);
  const overflow = await playground.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('what we put around GraphiQL has no accessibility faults', async ({ playground }) => {
  await playground.open();
  await playground.expectAnswer(examples[0]!.data);
  await playground.questions();
  const result = await new AxeBuilder({ page: playground.page }).include('.masthead').include('.questions').analyze();
  expect(result.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
});
