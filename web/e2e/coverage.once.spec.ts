import { expect, expectFigure, test } from './explorer.ts';

interface Covered {
  coverage: {
    groups: {
      totalCount: number;
      edges: { node: { id: string; name: string }; members: number; withoutBeginning: number; relationships: number; singleSource: { totalCount: number }; reported: { members: number | null }[] }[];
    };
  };
}

const QUESTION = `query ($kinds: [NodeKind!]!) {
  coverage(kinds: $kinds) { groups(first: 1000) { totalCount edges {
    node { id name } members relationships withoutBeginning singleSource { totalCount } reported { members }
  } } }
}`;

test('what is missing: sentence, picture, table and files say what the API says', async ({ explorer, page }) => {
  await explorer.open('/coverage');
  const { groups } = (await explorer.ask<Covered>(QUESTION, { kinds: ['NETWORK'] })).coverage;
  const sum = (of: (each: Covered['coverage']['groups']['edges'][number]) => number) => groups.edges.reduce((n, each) => n + of(each), 0);
  const lead = page.locator('.lead');
  await expect(lead).toContainText(`of ${groups.totalCount} recorded networks`);
  await expect(lead).toContainText(`Of ${sum(({ relationships }) => relationships)} relationships that are recorded, ${sum(({ withoutBeginning }) => withoutBeginning)} have no known beginning`);
  const empty = groups.edges.filter(({ members, reported }) => members === 0 && reported.every((each) => each.members === null)).length;
  await expect(page.locator('figure .coverage-name')).toHaveCount(groups.totalCount - (empty > 8 ? empty : 0));
  await page.getByRole('button', { name: /^Show \d+ more$/ }).first().click();
  await expect(page.locator('tbody tr')).toHaveCount(groups.totalCount);

  const title = 'What does the graph not know?';
  const svg = (await explorer.take('SVG')).bytes.toString();
  expectFigure(svg, { title, address: `${explorer.origin}/coverage` });
  expect(svg).toContain('recorded, certain on that date');
  for (const { node } of groups.edges.filter(({ members }) => members > 0)) expect(svg).toContain(node.name.slice(0, 20).replace(/&/g, '&amp;'));
  const csv = (await explorer.take('CSV')).bytes.toString();
  const rows = csv.trim().split(/\r?\n/);
  expect(rows[0]).toContain('id,kind,name,members,membersAtMost,measure,qualifier,value,date');
  expect(rows).toHaveLength(groups.totalCount + 1);
  for (const { node, members } of groups.edges) expect(rows.find((row) => row.startsWith(`${node.id},network,`))).toContain(`,${members},`);
  const json = JSON.parse((await explorer.take('JSON')).bytes.toString());
  expect(JSON.stringify(json)).toContain(groups.edges[0]!.node.id);
  expect(await explorer.faults()).toEqual([]);
});

test('a number of thin facts opens which they are, and each its source; Back closes it', async ({ explorer, page }) => {
  await explorer.open('/coverage');
  await page.getByRole('button', { name: /from one source alone: show which$/ }).first().click();
  await expect(page).toHaveURL(/group=network:/);
  const thin = page.locator('.thin');
  await expect(thin.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(thin.locator('li').first()).toContainText('is a member of');
  await thin.getByRole('button', { name: /^Show the source/ }).first().click();
  await expect(page.getByRole('dialog').locator('.citations')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/fact=/);
  await page.reload();
  await explorer.settled();
  await expect(thin).toBeVisible();
  await thin.getByRole('button', { name: 'Close' }).click();
  await expect(thin).toHaveCount(0);
});

test('a reported number opens the place where it is reported', async ({ explorer, page }) => {
  await explorer.open('/coverage');
  await page.locator('tbody').getByRole('button', { name: /^Show the source/ }).first().click();
  await expect(page.getByRole('dialog').locator('.citations code').first()).not.toBeEmpty();
  expect(await explorer.faults()).toEqual([]);
});

test('contradictions: every value beside the others, as picture, list and file', async ({ explorer, page }) => {
  await explorer.open('/coverage?show=contradictions');
  const { contradictions } = await explorer.ask<{ contradictions: { list: { edges: { node: { sort: string; certainty: string; sides: unknown[] } }[] } } }>(
    '{ contradictions { list(first: 1000) { edges { node { sort certainty sides { value } } } } } }',
  );
  const all = contradictions.list.edges.map(({ node }) => node);
  const certain = all.filter(({ certainty }) => certainty === 'CERTAIN').length;
  await expect(page.locator('.lead')).toContainText(`Sources disagree on ${all.length} recorded matters: in ${certain} their values exclude each other`);
  await expect(page.locator('figure .coverage-name')).toHaveCount(all.filter(({ sort }) => sort === 'FIGURE').length);
  expect(await explorer.faults()).toEqual([]);
  const csv = (await explorer.take('CSV')).bytes.toString();
  expect(csv.match(/,(certain|possible),/g)).toHaveLength(all.reduce((n, { sides }) => n + sides.length, 0));
  expectFigure((await explorer.take('SVG')).bytes.toString(), { title: 'Where do sources disagree?', address: '/coverage?show=contradictions' });
  await page.getByRole('button', { name: 'Dates and other fields' }).click();
  await expect(page).toHaveURL(/sort=field/);
  await expect(page.locator('.lead')).toContainText(`on ${all.filter(({ sort }) => sort === 'FIELD').length} recorded matters`);
  await page.goBack();
  await expect(page.getByRole('button', { name: 'All', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

for (const path of ['/coverage', '/coverage?show=contradictions', '/coverage?kind=declaration']) {
  test(`${path} reads well on a phone in the dark`, async ({ explorer, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await explorer.open(path);
    expect(await explorer.overflow()).toBeLessThanOrEqual(0);
    expect(await explorer.faults()).toEqual([]);
  });
}

test('shown in a frame it is the sentence and the picture alone', async ({ explorer, page }) => {
  await explorer.open('/embed/coverage?kind=declaration');
  await expect(page.locator('.lead')).toContainText('recorded declarations');
  await expect(page.locator('figure svg')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});
