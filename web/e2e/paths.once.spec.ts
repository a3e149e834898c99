import { expect, expectFigure, test } from './explorer.ts';

const ENDS = { from: 'city:berlin', to: 'city:palermo' };
const PATH = '/paths?from=city:berlin&to=city:palermo';

interface Found {
  paths: { truncated: boolean; paths: { length: number; sentence: string; heldTogether: string | null; hops: { to: { id: string; name: string }; edge: { id: string; sources: unknown[] } }[] }[] };
}

const QUESTION = `query ($from: ID!, $to: ID!, $k: Int = 5, $avoid: [ID!]) {
  paths(from: $from, to: $to, k: $k, avoid: $avoid) { truncated paths { length sentence heldTogether hops { to { id name } edge { id sources { locator } } } } }
}`;

test('every chain is a sentence with sources on every link, as picture, list and file', async ({ explorer, page }) => {
  await explorer.open(PATH);
  const { paths } = (await explorer.ask<Found>(QUESTION, ENDS)).paths;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How are Berlin and Palermo linked?');
  await expect(page.locator('.lead')).toContainText(paths[0]!.sentence);
  await expect(page.locator('.chain')).toHaveCount(paths.length);
  for (const [i, { hops, heldTogether }] of paths.entries()) {
    const chain = page.locator('.chain').nth(i);
    await expect(chain.locator('.hops > li')).toHaveCount(hops.length);
    for (const [n, { edge }] of hops.entries()) await expect(chain.locator('.hops > li').nth(n)).toContainText(`${edge.sources.length} source`);
    await expect(chain.locator('.never')).toHaveCount(heldTogether ? 0 : 1);
  }
  const links = paths.reduce((n, { length }) => n + length, 0);
  await expect(page.locator('figure .paths-says')).not.toHaveCount(0);
  const rows = (await explorer.take('CSV')).bytes.toString().trim().split(/\r?\n/);
  expect(rows).toHaveLength(links + 1);
  for (const { hops } of paths) for (const { edge } of hops) expect(rows.some((row) => row.includes(`,${edge.id},`))).toBe(true);
  expectFigure((await explorer.take('SVG')).bytes.toString(), { title: 'How are Berlin and Palermo linked?', address: explorer.origin + PATH });
  await page.locator('.hops').getByRole('button', { name: /^Show the source/ }).first().click();
  await expect(page.getByRole('dialog').locator('.citations')).toBeVisible();
  expect(await explorer.faults()).toEqual([]);
});

test('ends are chosen by name and swapped, records left out; the address holds it all', async ({ explorer, page }) => {
  await explorer.open(PATH);
  const { paths } = (await explorer.ask<Found>(QUESTION, ENDS)).paths;
  const middle = paths.find(({ length }) => length > 1)!.hops[0]!.to;
  await page.getByRole('button', { name: `Not by way of ${middle.name}` }).first().click();
  await expect(page).toHaveURL(new RegExp(`avoid=${middle.id}`));
  await expect(page.getByRole('button', { name: `Let chains pass ${middle.name} again` })).toBeVisible();
  await expect(page.locator('.chain').first()).toBeVisible();
  await expect(page.locator('.hops').getByRole('link', { name: middle.name })).toHaveCount(0);
  const lead = await page.locator('.lead').textContent();
  await page.reload();
  await explorer.settled();
  await expect(page.locator('.lead')).toHaveText(lead!);
  await page.goBack();
  await page.getByRole('button', { name: 'Swap both ends' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How are Palermo and Berlin linked?');
  await page.getByRole('combobox', { name: /^Where the chains end/ }).fill('Munchen');
  await page.getByRole('option', { name: /^Munich/ }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How are Palermo and Munich linked?');
});

test('links that never held at the same time are marked', async ({ explorer, page }) => {
  const never = await findNever(explorer);
  expect(never, 'the dataset has no such chain').not.toBeNull();
  await explorer.open(never!);
  await expect(page.locator('.chain .never').first()).toHaveText('These links never held at the same time.');
  await expect(page.locator('figure .paths-link.never').first()).toBeAttached();
  await expect(page.locator('.lead')).toContainText('never held at the same time');
  expect(await explorer.faults()).toEqual([]);
});

/** The address of an event and an initiative with such a chain among the first five: what is over ties them to what came later. */
async function findNever(explorer: import('./explorer.ts').Explorer): Promise<string | null> {
  type Listed = Record<'events' | 'initiatives', { edges: { node: { id: string } }[] }>;
  const { events, initiatives } = await explorer.ask<Listed>('{ events(first: 20) { edges { node { id } } } initiatives(first: 20) { edges { node { id } } } }');
  for (const { node: from } of events.edges) {
    for (const { node: to } of initiatives.edges) {
      const { paths } = await explorer.ask<Found>(QUESTION, { from: from.id, to: to.id });
      if (paths.paths.some(({ heldTogether }) => heldTogether === null)) return `/paths?from=${from.id}&to=${to.id}`;
    }
  }
  return null;
}

test('no chain on a day is said to be no fact', async ({ explorer, page }) => {
  await explorer.open(`${PATH}&date=1900-01-01`);
  await expect(page.locator('.lead')).toContainText('is recorded between Berlin and Palermo. That says nothing of what is not recorded.');
});

test('a chain that is there is not denied on a day on which it did not hold', async ({ explorer, page }) => {
  const ends = { from: 'city:palermo', to: 'city:potsdam' };
  expect((await explorer.ask<Found>(QUESTION, ends)).paths.paths.length).toBeGreaterThan(0);
  const denied = /^Among links that certainly held on 1 January 2019, as sources state them, no chain of 6 links or fewer is recorded between Palermo and Potsdam\./;
  await explorer.open(`/paths?from=${ends.from}&to=${ends.to}&date=2019-01-01`);
  await expect(page.locator('.lead')).toHaveText(denied);
  await expect(page.locator('.lead')).toContainText('that did not hold on the day');
  const json = JSON.parse((await explorer.take('JSON')).bytes.toString()) as { sentence: string };
  expect(json.sentence).toMatch(denied);
  await explorer.open(`/embed/paths?from=${ends.from}&to=${ends.to}&date=2019-01-01`);
  await expect(page.locator('.lead')).toHaveText(denied);
});

test('both ends the same is told, not asked', async ({ explorer, page }) => {
  await explorer.open('/paths?from=city:berlin&to=city:berlin');
  await expect(page.locator('.notice')).toContainText('Both ends are the same record');
});

for (const path of ['/paths', PATH]) {
  test(`${path} reads well on a phone in the dark`, async ({ explorer, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await explorer.open(path);
    await expect(page.locator('figure svg')).toBeVisible();
    expect(await explorer.overflow()).toBeLessThanOrEqual(0);
    expect(await explorer.faults()).toEqual([]);
  });
}

test('the first page tells a path and a contradiction', async ({ explorer, page }) => {
  await explorer.open('/');
  const cards = page.locator('.card');
  await expect(cards.filter({ hasText: 'The shortest recorded chain' }).getByRole('link')).toHaveAttribute('href', /\/paths\?from=/);
  await expect(cards.filter({ hasText: 'Sources say' }).getByRole('link')).toHaveAttribute('href', /contradictions/);
});

test('the bare address opens with the two cities with the most on record that nothing ties', async ({ explorer, page }) => {
  await explorer.open('/paths');
  await expect(page.getByText('Nothing was chosen: these are the two cities with the most on record that no relationship ties to each other.')).toBeVisible();
  await expect(page.locator('.chain').first()).toBeVisible();
  expect(await page.locator('.chain h3').first().textContent()).not.toContain('1 link');
  await explorer.open('/paths?from=network:solidarity-cities');
  await expect(page.getByText('One end was chosen')).toBeVisible();
  await expect(page.locator('.chain h3').first()).not.toContainText(/: 1 link$/);
});
