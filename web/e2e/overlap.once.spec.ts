import type { Page } from '@playwright/test';
import { type Explorer, expect, expectFigure, test } from './explorer.ts';

const ALLIANCE = 'network:international-alliance-of-safe-harbours';
const HARBOURS = 'network:stadte-sicherer-hafen';
const SOLIDARITY = 'network:solidarity-cities';
/** Groups with lists of one day; none is so complete that every pair could be compared with chance. */
const START = {
  groups: [ALLIANCE, 'declaration:palermo-declaration', HARBOURS, 'declaration:potsdam-declaration-2019'],
  asOf: '2021-06-25',
  certainty: 'POSSIBLE',
};
const OPEN = `/overlap?groups=${START.groups.join(',')}&date=${START.asOf}`;
const PARTIAL = `/overlap?groups=${SOLIDARITY},${HARBOURS}`;

interface Asked {
  overlap: {
    universe: { size: number; description: string };
    groups: { node: { id: string; name: string }; size: number; complete: boolean }[];
    pairs: { edges: { node: Pair }[] };
  };
  intersections: { actorCount: number; sets: { size: number; groups: { name: string }[] }[] };
}

interface Pair {
  a: { id: string; name: string };
  b: { id: string; name: string };
  shared: number;
  sharedAtLeast: number;
  sharedAtMost: number;
  jaccard: number;
  lift: number;
  expected: number;
  pAdjusted: number;
  amongRecorded: boolean;
}

/** The same question past the page. */
const QUESTION = `query ($groups: [ID!]!, $asOf: Date, $certainty: Certainty, $universe: UniverseInput = { recorded: true }) {
  overlap(groups: $groups, universe: $universe, asOf: $asOf, certainty: $certainty) {
    universe { size description }
    groups { node { id name } size complete }
    pairs(first: 100) { edges { node { a { id name } b { id name } shared sharedAtLeast sharedAtMost jaccard lift expected pAdjusted amongRecorded } } }
  }
  intersections(groups: $groups, first: 100, asOf: $asOf, certainty: $certainty) { actorCount sets { size groups { name } } }
}`;
const ask = (explorer: Explorer, variables: Record<string, unknown> = START) => explorer.ask<Asked>(QUESTION, variables);

const lead = (page: Page) => page.locator('.ovl-lead');
const pairs = (page: Page) => page.getByRole('group', { name: /^Pairs/ }).getByRole('button');
const combinations = (page: Page) => page.getByRole('group', { name: /^Combinations/ }).getByRole('button');

test('the bare address opens with the networks whose pairs share most, and files name them', async ({ explorer, page }) => {
  await explorer.open('/overlap');
  await expect(page.getByText(/^Nothing was chosen: of the \d+ networks with the most on record, these are the 6 whose pairs share the most members\.$/)).toBeVisible();
  const chips = page.getByRole('group', { name: 'Groups', exact: true }).getByRole('link');
  await expect(chips).toHaveCount(6);
  const shown = await chips.evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname.slice(1).replace('/', ':')));
  const { networks } = await explorer.ask<{ networks: { edges: { node: { id: string } }[] } }>('{ networks(first: 40, orderBy: { by: DEGREE, direction: DESC }) { edges { node { id } } } }');
  const { overlap } = await explorer.ask<Asked>('query ($groups: [ID!]!) { overlap(groups: $groups, universe: { recorded: true }) { pairs(first: 1, orderBy: SHARED) { edges { node { a { id name } b { id name } shared } } } } }', {
    groups: networks.edges.map(({ node }) => node.id),
  });
  const [closest] = overlap.pairs.edges.map(({ node }) => node);
  for (const { id } of [closest!.a, closest!.b]) expect(shown).toContain(id);
  expect(shown.every((id) => id.startsWith('network:'))).toBe(true);
  await expect(lead(page)).toContainText(`share most: ${closest!.shared}.`);
  await expect(lead(page)).toContainText('without a day no list is complete');
  expectFigure((await explorer.take('SVG')).bytes.toString(), { title: 'What 6 groups share', address: `${explorer.origin}/overlap?groups=${shown.join(',')}` });
});

test('beside a declaration stand the networks that share most with it, and joining by signing is told', async ({ explorer, page }) => {
  await explorer.open('/overlap?with=declaration:palermo-declaration');
  await expect(page.getByText(/^Beside Palermo Declaration stand/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'What the numbers do not say' })).toContainText(/International Alliance of Safe Harbours issued Palermo Declaration \(implied, not stated\).*signing and joining may be one act/);
});

test('chosen groups say what the API says: every pair, size, combination and row', async ({ explorer, page }) => {
  await explorer.open(OPEN);
  const { overlap, intersections } = await ask(explorer);
  const both = overlap.pairs.edges.map(({ node }) => node);
  await expect(pairs(page)).toHaveCount(both.length);
  for (const { a, b, shared, sharedAtLeast, sharedAtMost, jaccard, lift, amongRecorded } of both) {
    const words = [`${a.name} and ${b.name}: ${shared} shared`, `Jaccard ${jaccard.toFixed(2)}`];
    if (!amongRecorded) words.push(`lift ${lift.toFixed(1)}`);
    if (sharedAtLeast < sharedAtMost) words.push(`at least ${sharedAtLeast}, at most ${sharedAtMost} on the day`);
    words.push(amongRecorded ? 'a list is not complete, so nothing is said about chance' : 'adjusted');
    const cell = page.getByRole('button', { name: words[0] });
    for (const each of words) await expect(cell).toHaveAccessibleName(new RegExp(each.replace(/[.()]/g, '\\$&')));
    await expect(cell.locator('.ovl-value')).toHaveText(String(shared));
  }
  await expect(page.locator('.ovl-size')).toHaveCount(overlap.groups.length);
  const certain = (await ask(explorer, { ...START, certainty: 'CERTAIN' })).overlap.groups;
  expect(certain.some(({ size }, i) => size < overlap.groups[i]!.size)).toBe(true);
  for (const [i, { node, size }] of overlap.groups.entries()) {
    const sure = certain[i]!.size;
    await expect(page.locator('title', { hasText: `${node.name}: ${size} members${sure < size ? `, ${sure} certain` : ''};` })).toHaveCount(1);
  }

  await expect(combinations(page)).toHaveCount(intersections.sets.length);
  const counts = (await page.locator('.ovl-count').allTextContents()).map(Number);
  expect(counts).toEqual(intersections.sets.map(({ size }) => size));
  const several = intersections.sets.filter(({ groups }) => groups.length > 1).reduce((sum, { size }) => sum + size, 0);
  await expect(lead(page)).toContainText(`${intersections.actorCount} municipalities are certainly or possibly in at least one of these 4 groups, ${several} of them in two or more.`);
  await expect(page.locator('caption')).toContainText(`of ${several} municipalities`);

  // Nobody is said to share more than chance would give but where complete lists of the day back both groups.
  const tested = both.filter((pair) => !pair.amongRecorded);
  await expect(page.locator('.ovl-target .ovl-cell.sure')).toHaveCount(tested.filter(({ pAdjusted }) => pAdjusted <= 0.05).length);
  if (tested.length === 0) await expect(lead(page)).not.toContainText('more than chance');
  await expect(lead(page)).toContainText('no statement about chance is made', { ignoreCase: true });
  expect(await explorer.faults()).toEqual([]);
});

test('partial lists are never said to share more than chance would give', async ({ explorer, page }) => {
  await explorer.open(PARTIAL);
  const { overlap } = await ask(explorer, { groups: [SOLIDARITY, HARBOURS] });
  const [pair] = overlap.pairs.edges;
  await expect(lead(page)).toContainText(`share ${pair!.node.shared} among recorded members. No statement about chance is made`);
  await expect(page.locator('main')).not.toContainText('more than chance would');
  await expect(page.locator('.ovl-cell.sure')).toHaveCount(0);
  await expect(page.getByText('two of them need not have been members at the same time')).toBeVisible();
});

test('the universe is named, and changes what chance gives', async ({ explorer, page }) => {
  explorer.watch.allow(/status 4\d\d/, /Failed to load resource/); // a universe smaller than the groups
  await explorer.open(OPEN);
  await page.getByLabel('Counted among').selectOption({ label: 'Those in Germany' });
  await expect(page).toHaveURL(/universe=DE/);
  const german = await ask(explorer, { ...START, universe: { country: 'DE' } });
  const means = page.getByRole('region', { name: 'What the numbers do not say' });
  await expect(means).toContainText(german.overlap.universe.description);
  expect(german.overlap.universe.size).toBeLessThan((await ask(explorer)).overlap.universe.size);
  const sizes = german.overlap.groups.map(({ size }) => size).sort((a, b) => a - b);
  const shown = async () => (await page.locator('.ovl-size').allTextContents()).map(Number).sort((a, b) => a - b);
  expect(await shown()).toEqual(sizes);
  await expect(page.getByRole('region', { name: 'municipalities' }).getByRole('cell', { name: 'Greece' })).toHaveCount(0);
  await page.getByLabel('Counted among').selectOption('size');
  await page.getByLabel('How many').fill('700');
  await expect(page).toHaveURL(/universe=700/);
  await expect(means).toContainText('Here that is 700 ');
  await page.getByLabel('How many').fill('3');
  await expect(page.getByRole('alert')).toContainText('the size is 3');
});

test('the date slider stops where something changes, and can be replayed', async ({ explorer, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await explorer.open(OPEN);
  const slider = page.getByRole('slider', { name: 'The day that is looked at' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/date=2021-/);
  const day = new URL(page.url()).searchParams.get('date')!;
  expect(day > START.asOf).toBe(true);
  const later = await ask(explorer, { ...START, asOf: day });
  await expect(page.locator('.ovl-stale')).toHaveCount(0);
  expect((await page.locator('.ovl-count').allTextContents()).map(Number)).toEqual(later.intersections.sets.map(({ size }) => size));
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(explorer.origin + OPEN);

  await page.getByRole('button', { name: 'Replay' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('date') ?? '', { timeout: 15_000 }).toMatch(/^\d/);
  const first = new URL(page.url()).searchParams.get('date')!;
  await expect.poll(() => new URL(page.url()).searchParams.get('date') ?? '', { timeout: 15_000 }).not.toBe(first);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Replay' })).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('.ovl-drawing rect')!).transitionDuration)).toBe('0s');
});

test('while a later day is awaited the picture before it stays', async ({ explorer, page }) => {
  await explorer.open(OPEN);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/graphql\?.*2023-05-05/, async (route) => {
    await held;
    await route.continue();
  });
  const before = await lead(page).textContent();
  await page.getByLabel('Day', { exact: true }).fill('2023-05-05');
  await expect(page.locator('.ovl-stale .ovl-drawing')).toBeVisible();
  await expect(page.locator('.bone')).toHaveCount(0);
  expect(await lead(page).textContent()).toBe(before);
  letGo();
  await expect(lead(page)).toContainText('On 5 May 2023');
});

test('a cell and a bar choose whom the table lists, by keyboard too, and Back goes back', async ({ explorer, page }) => {
  await explorer.open(OPEN);
  await pairs(page).first().focus();
  const spoken = await pairs(page).first().getAttribute('aria-label');
  await expect(page.locator('figcaption')).toHaveText(`${spoken}.`);
  await page.keyboard.press('ArrowRight');
  await expect(pairs(page).nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/pair=/);
  const shared = Number(/: (\d+) shared/.exec((await pairs(page).nth(1).getAttribute('aria-label'))!)![1]);
  await expect(page.locator('caption')).toContainText(`${shared} municipalities`);
  await combinations(page).first().click();
  await expect(page).toHaveURL(/only=/);
  await expect(page.getByRole('heading', { name: /^Who is (only in|in exactly)/ })).toBeVisible();
  await expect(page.locator('caption')).toContainText(`${await page.locator('.ovl-count').first().textContent()} municipalities`);
  await page.goBack();
  await expect(page).toHaveURL(/pair=/);
  await page.getByRole('button', { name: 'Show everybody in two groups or more' }).click();
  await expect(page).toHaveURL(explorer.origin + OPEN);
});

test('each membership in the table opens its source', async ({ explorer, page }) => {
  await explorer.open(OPEN);
  await page.getByRole('button', { name: 'Show the source: Bonn, International Alliance of Safe Harbours' }).click();
  const sheet = page.getByRole('dialog', { name: 'Where this is said' });
  await expect(sheet.locator('.citations code').first()).not.toBeEmpty();
  await expect(sheet).toContainText('Bonn is a member of International Alliance of Safe Harbours');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('row', { name: /^Bonn/ }).getByText('possible', { exact: true })).toBeVisible();
});

test('groups are taken away and added by name; the address keeps everything', async ({ explorer, page }) => {
  await explorer.open(OPEN);
  await page.getByRole('button', { name: 'Remove Palermo Declaration' }).click();
  await page.getByRole('button', { name: 'Remove Potsdam Declaration (2019)' }).click();
  await expect(page).toHaveURL(`${explorer.origin}/overlap?groups=${ALLIANCE},${HARBOURS}&date=2021-06-25`);
  const add = page.getByRole('combobox', { name: 'Add a group' });
  await add.fill('rainbow cit');
  await page.getByRole('option', { name: /Rainbow Cities Network/ }).click();
  await expect(page).toHaveURL(/network:rainbow-cities-network/);
  await page.getByRole('button', { name: 'Jaccard', exact: true }).click();
  await page.getByRole('button', { name: 'Certain only' }).click();
  await page.getByRole('button', { name: 'Implied too' }).click();
  const chosen = `${explorer.origin}/overlap?groups=${ALLIANCE},${HARBOURS},network:rainbow-cities-network&date=2021-06-25&certainty=certain&basis=any&measure=jaccard`;
  await expect(page).toHaveURL(chosen);
  await expect(page.locator('.ovl-stale')).toHaveCount(0);
  const said = await lead(page).textContent();
  const cells = await page.locator('.ovl-value').allTextContents();
  await page.reload();
  await explorer.settled();
  await expect(lead(page)).toHaveText(said!);
  expect(await page.locator('.ovl-value').allTextContents()).toEqual(cells);
  for (const name of ['Jaccard', 'Certain only', 'Implied too']) await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true');
  for (const name of ['Städte Sicherer Häfen', 'Rainbow Cities Network']) await page.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(page.getByText('Choose two groups at least')).toBeVisible();
});

test('SVG, PNG, CSV and JSON hold exactly what is shown', async ({ explorer }, info) => {
  await explorer.open(OPEN);
  const { overlap } = await ask(explorer);
  const svg = (await explorer.take('SVG')).bytes.toString();
  expectFigure(svg, { title: 'What 4 groups share', address: explorer.origin + OPEN });
  for (const { node } of overlap.groups) expect(svg.replace(/<[^>]+>/g, ' ')).toContain(node.name);
  expect(svg).toContain(`Counted: ${overlap.universe.description}`.slice(0, 60));
  expect(svg).toContain('<pattern');
  await info.attach('overlap.svg', { body: svg, contentType: 'image/svg+xml' });

  const png = (await explorer.take('PNG')).bytes;
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1920);

  const csv = (await explorer.take('CSV')).bytes.toString().replace(/^\uFEFF/, '').trim().split('\r\n');
  const names = csv[0]!.split(',');
  for (const each of ['asOf', 'certainty', 'basis', 'universe', 'sizeAAtLeast', 'sizeBAtLeast', 'sharedAtLeast', 'pAdjusted', 'amongRecorded', 'sameSources']) expect(names).toContain(each);
  expect(csv).toHaveLength(1 + overlap.pairs.edges.length);
  for (const { node } of overlap.pairs.edges) {
    const line = csv.find((each) => each.includes(`,${node.a.id},${node.a.name},${node.b.id},`))!;
    expect(line.startsWith('2021-06-25,possible,stated,')).toBe(true);
    const row = line.replace(/"[^"]*"/g, '').split(','); // the universe has a comma in it
    const of = (name: string) => row[names.indexOf(name)]!;
    expect(['shared', 'sharedAtLeast', 'sharedAtMost', 'jaccard'].map((name) => Number(of(name)))).toEqual([node.shared, node.sharedAtLeast, node.sharedAtMost, node.jaccard]);
    expect(of('amongRecorded')).toBe(String(node.amongRecorded));
    for (const name of ['expected', 'lift', 'pValue', 'pAdjusted']) expect(of(name) === '', name).toBe(node.amongRecorded);
    expect(of('actors').split('; ')).toHaveLength(node.shared);
  }

  const json = JSON.parse((await explorer.take('JSON')).bytes.toString());
  expect(json.universe).toBe(overlap.universe.description);
  expect(json.rows).toHaveLength(overlap.pairs.edges.length);
  // Who is certain on the day is found on the page; the API counts it in its own way, and both have to agree.
  const actors = json.data.intersections.flatMap((set: { actors: unknown[] }) => set.actors) as { in: { group: string; certain: boolean }[] }[];
  for (const { node } of overlap.pairs.edges) {
    const inBoth = actors.filter((each) => [node.a.id, node.b.id].every((id) => each.in.some(({ group }) => group === id)));
    const certain = inBoth.filter((each) => each.in.filter(({ group }) => [node.a.id, node.b.id].includes(group)).every((place) => place.certain));
    expect([inBoth.length, certain.length], `${node.a.id} ${node.b.id}`).toEqual([node.shared, node.sharedAtLeast]);
  }
});

test('a day before a group began, and one to come, are told', async ({ explorer, page }) => {
  await explorer.open(`/overlap?groups=${HARBOURS},${ALLIANCE}&date=2012-01-01`);
  await expect(lead(page)).toContainText('On record, Städte Sicherer Häfen began on 12 June 2019 at the earliest');
  await explorer.open(`/embed/overlap?groups=${HARBOURS},${ALLIANCE}&date=2099-01-01`);
  await expect(page.locator('main')).toContainText('1 January 2099 is still to come');
});

test('a measure against chance is not shown where nothing is said about chance', async ({ explorer, page }) => {
  await explorer.open(`/overlap?groups=${SOLIDARITY},${HARBOURS}&date=2021-07-01&measure=lift`);
  await expect(page.locator('.ovl-value')).toHaveText('–');
  await expect(lead(page)).toContainText(/Städte Sicherer Häfen \(\d+, \d+ certain\)/);
});

test('shown in a frame it is the sentence and the picture alone', async ({ explorer, page }) => {
  await explorer.open('/embed/overlap');
  await expect(page.getByRole('heading', { name: 'What 6 groups share' })).toBeVisible();
  await expect(page.locator('.ovl-drawing')).toBeVisible();
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'CityGraph' })).toHaveAttribute('href', `${explorer.origin}/overlap`);
  expect(await explorer.faults()).toEqual([]);
});

test('a group that is not there is said to be missing, and the choice stays', async ({ explorer, page }) => {
  explorer.watch.allow(/status 4\d\d/, /Failed to load resource/);
  await explorer.open(`/overlap?groups=${ALLIANCE},network:nowhere`);
  await expect(page.getByRole('alert')).toContainText('network:nowhere');
  await expect(page.getByRole('button', { name: 'Remove International Alliance of Safe Harbours' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ viewport: { width: 390, height: 844 }, colorScheme, hasTouch: true, isMobile: true });
    test('it reads well, and the choice is in a sheet from below', async ({ explorer, page }, info) => {
      await explorer.open(OPEN);
      await expect(page.locator('.ovl-drawing')).toBeVisible();
      expect(await explorer.overflow()).toBeLessThanOrEqual(0);
      expect(await explorer.faults()).toEqual([]);
      await page.screenshot({ path: info.outputPath('overlap.png'), fullPage: true });
      await page.getByRole('button', { name: 'Choose groups and how to count' }).click();
      const sheet = page.getByRole('dialog', { name: 'Groups and how to count' });
      await expect(sheet.getByRole('button', { name: 'Remove Palermo Declaration' })).toBeVisible();
      expect(await explorer.faults()).toEqual([]);
      await sheet.getByRole('button', { name: 'Lift' }).click();
      await expect(page).toHaveURL(/measure=lift/);
      await sheet.getByRole('button', { name: 'Close' }).click();
      await expect(sheet).toBeHidden();
    });
  });
}

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });
  test('it has no accessibility faults, and its pictures leave in light', async ({ explorer }) => {
    await explorer.open(`${OPEN}&measure=jaccard`);
    expect(await explorer.faults()).toEqual([]);
    const svg = (await explorer.take('SVG')).bytes.toString();
    expect(svg).toContain('rgb(241, 242, 238)'); // the palest step of the light theme
  });
});
