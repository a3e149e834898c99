import { expect, expectFigure, test } from './explorer.ts';

const ALLIANCE = 'network:international-alliance-of-safe-harbours';
const HARBOURS = 'network:stadte-sicherer-hafen';
const BOTH_DAYS = `/timeline?of=${HARBOURS}&from=2019-06-14&until=2021-06-14`;

interface Told {
  timeline: {
    entries: { totalCount: number; edges: { sentence: string; date: string }[] };
    undated: number;
    groups: { group: { node: { name: string } }; years: { year: number; certain: number; possible: number }[]; changes: Record<string, { node: { name: string } }[]> | null }[];
  };
}

const QUESTION = `query ($of: [ID!]!, $from: Date, $until: Date) {
  timeline(of: $of, from: $from, until: $until) {
    undated
    entries(first: 500) { totalCount edges { sentence date } }
    groups { group { node { name } } years { year certain possible } changes { joined { node { name } } mayHaveJoined { node { name } } left { node { name } } mayHaveLeft { node { name } } } }
  }
}`;

test('bands, marks, tables and files say what the API says', async ({ explorer, page }) => {
  await explorer.open(`/timeline?of=${ALLIANCE},city:palermo`);
  const { timeline } = await explorer.ask<Told>(QUESTION, { of: [ALLIANCE, 'city:palermo'] });
  const [band] = timeline.groups;
  await expect(page.locator('.lead')).toContainText(`${timeline.entries.totalCount} dated events are recorded`);
  for (const { year, certain, possible } of band!.years) {
    const words = certain === possible ? `${certain} certainly` : `${certain} certainly, ${possible} possibly`;
    await expect(page.locator('figure title', { hasText: `${band!.group.node.name}, ${year}: ${words}` })).toHaveCount(1);
  }
  await expect(page.locator('figure .timeline-head', { hasText: 'Joined' })).toHaveCount(1);
  await expect(page.locator('caption').first()).toContainText(`of ${timeline.entries.totalCount} events`);
  await page.locator('tbody').first().getByRole('button').first().click();
  await expect(page.getByRole('dialog').locator('.citations')).toBeVisible();
  await page.keyboard.press('Escape');

  const svg = (await explorer.take('SVG')).bytes.toString();
  expectFigure(svg, { title: 'What happened when? International Alliance of Safe Harbours and Palermo', address: `${explorer.origin}/timeline?of=${ALLIANCE},city:palermo` });
  expect(svg).toContain('soft end: no source says how early or late');
  const rows = (await explorer.take('CSV')).bytes.toString().trim().split(/\r?\n/);
  expect(rows[0]).toBe('what,date,earliest,latest,precision,within,node,nodeName,other,otherName,edge,sentence,sources');
  expect(rows).toHaveLength(timeline.entries.totalCount + 1);
  for (const { sentence } of timeline.entries.edges) expect(rows.some((row) => row.includes(sentence))).toBe(true);
  expect(await explorer.faults()).toEqual([]);
});

test('between two days it is told who certainly and possibly joined or left', async ({ explorer, page }) => {
  await explorer.open(BOTH_DAYS);
  const { timeline } = await explorer.ask<Told>(QUESTION, { of: [HARBOURS], from: '2019-06-14', until: '2021-06-14' });
  const { joined, mayHaveJoined, left, mayHaveLeft } = timeline.groups[0]!.changes!;
  await expect(page.locator('.lead')).toContainText(`${joined!.length} certainly joined and ${mayHaveJoined!.length} possibly; ${left!.length} certainly left and ${mayHaveLeft!.length} possibly`);
  const lists = page.locator('.changes > div');
  await expect(lists).toHaveCount(4);
  for (const [i, movers] of [joined!, mayHaveJoined!, left!, mayHaveLeft!].entries()) {
    const names = await lists.nth(i).getByRole('link', { includeHidden: true }).allTextContents();
    expect(names).toEqual(movers.map(({ node }) => node.name));
  }
  expect(await explorer.faults()).toEqual([]);
});

test('records are added by name and taken away, days chosen and dropped: the address holds it all', async ({ explorer, page }) => {
  await explorer.open(`/timeline?of=${ALLIANCE}`);
  await page.getByRole('combobox', { name: 'Add a network, declaration, city or other record' }).fill('Palermo');
  await page.getByRole('option', { name: /^Palermo/ }).first().click();
  await expect(page).toHaveURL(/of=network:international-alliance-of-safe-harbours,city:palermo/);
  await page.getByLabel('From').fill('2021-01-01');
  await page.getByLabel('Until').fill('2022-12-31');
  await expect(page).toHaveURL(/from=2021-01-01&until=2022-12-31/);
  await expect(page.getByRole('heading', { name: /^Who came and went/ })).toBeVisible();
  const lead = await page.locator('.lead').textContent();
  await page.reload();
  await explorer.settled();
  await expect(page.locator('.lead')).toHaveText(lead!);
  await page.getByRole('button', { name: 'Take Palermo away' }).click();
  await expect(page).not.toHaveURL(/palermo/);
  await page.goBack();
  await expect(page).toHaveURL(/palermo/);
  await page.getByRole('button', { name: 'All years' }).click();
  await expect(page).not.toHaveURL(/from=/);
});

test('where nothing was chosen the networks with the most on record are shown, and it says so', async ({ explorer, page }) => {
  await explorer.open('/timeline');
  await expect(page.getByText('Nothing was chosen')).toBeVisible();
  await expect(page.locator('figure .timeline-certain').first()).toBeVisible();
});

for (const path of ['/timeline', BOTH_DAYS]) {
  test(`${path} reads well on a phone in the dark`, async ({ explorer, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await explorer.open(path);
    await expect(page.locator('figure svg')).toBeVisible();
    expect(await explorer.overflow()).toBeLessThanOrEqual(0);
    expect(await explorer.faults()).toEqual([]);
  });
}

test('shown in a frame it is the sentence and the picture alone', async ({ explorer, page }) => {
  await explorer.open(`/embed/timeline?of=${ALLIANCE}`);
  await expect(page.locator('figure svg')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});
