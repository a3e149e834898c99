import { expect, test } from 'vitest';
import { nameTab, openingTabs } from './tabs';
import type { Question } from './questions';

const questions: Question[] = Array.from({ length: 9 }, (_, i) => ({
  id: `0${i}`,
  title: `Question ${i}?`,
  note: '',
  query: `# Question ${i}?\nquery Q${i} { a }\n`,
}));
const link = { query: '{ b }', variables: '{}' };
const titles = (opening: ReturnType<typeof openingTabs>) => opening.tabs.map((tab) => tab.title);

test('the first visit opens the first five questions and runs the first', () => {
  const opening = openingTabs(null, questions, null);
  expect(titles(opening)).toEqual(questions.slice(0, 5).map((each) => each.title));
  expect(opening).toMatchObject({ active: 0, run: true });
  expect(opening.tabs[1]).toMatchObject({ query: questions[1]!.query, operationName: 'Q1' });
  expect(new Set(opening.tabs.map((tab) => tab.id)).size).toBe(5);
});

test('a later visit finds its tabs again and runs nothing by itself', () => {
  const first = openingTabs(null, questions, null);
  const stored = JSON.stringify({ tabs: first.tabs.slice(2), activeTabIndex: 1 });
  const opening = openingTabs(stored, questions, null);
  expect(titles(opening)).toEqual(['Question 2?', 'Question 3?', 'Question 4?']);
  expect(opening).toMatchObject({ active: 1, run: false });
});

test('a link comes to the front, in a tab that holds it already or in a new one', () => {
  const added = openingTabs(null, questions, { ...link, operationName: 'B' });
  expect(added.active).toBe(5);
  expect(added.tabs[5]).toMatchObject({ query: '{ b }', variables: '{}', title: 'B', operationName: 'B' });
  const again = openingTabs(JSON.stringify({ tabs: added.tabs, activeTabIndex: 0 }), questions, link);
  expect(again).toMatchObject({ active: 5, run: true });
  expect(again.tabs).toHaveLength(6);
});

test('what was stored by another program or an emptied playground is not trusted', () => {
  for (const stored of ['{', 'null', '[]', '{"tabs":[{}]}', '{"tabs":[{"id":"x","query":" "}],"activeTabIndex":7}', '{"tabs":7}']) {
    expect(titles(openingTabs(stored, questions, null))[0], stored).toBe('Question 0?');
  }
  const tabs = openingTabs(null, questions, null).tabs;
  expect(openingTabs(JSON.stringify({ tabs, activeTabIndex: 99 }), questions, null).active).toBe(4);
});

test('without questions there is still something to ask', () => {
  expect(openingTabs(null, [], null).tabs[0]!.query).toContain('dataset');
});

test('a tab keeps its title where the query has no comment', () => {
  const tab = { title: 'Members', query: '{ a }' };
  nameTab(tab);
  expect(tab.title).toBe('Members');
});
