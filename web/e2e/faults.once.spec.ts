import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '../testing/server.ts';
import { expect, test } from './explorer.ts';

const SEED = fileURLToPath(new URL('../../seed', import.meta.url));

test('Enter opens what the typed text finds, not what an earlier text found', async ({ explorer, page }) => {
  await explorer.open('/');
  await explorer.search.fill('Berlin');
  await expect(page.getByRole('option').first()).toContainText('Berlin');
  await page.route('**/graphql*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await route.continue();
  });
  await explorer.search.fill('Palermo');
  await explorer.search.press('Enter');
  await expect(page).toHaveURL(`${explorer.origin}/city/palermo`);
  await expect(page.locator('h1')).toHaveText('Palermo');
});

test('typing fast and Enter at once opens the record', async ({ explorer, page }) => {
  await explorer.open('/');
  await explorer.search.pressSequentially('Palermo');
  await explorer.search.press('Enter');
  await expect(page).toHaveURL(`${explorer.origin}/city/palermo`);
});

test('who types on after Enter goes nowhere', async ({ explorer, page }) => {
  await explorer.open('/');
  await page.route(/Palerm/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await route.continue().catch(() => {}); // let go of meanwhile
  });
  await explorer.search.fill('Palerm');
  await explorer.search.press('Enter');
  await explorer.search.fill('Potsdam');
  await expect(page.getByRole('option').first()).toContainText('Potsdam');
  await expect(page).toHaveURL(`${explorer.origin}/`);
});

test('closing the evidence twice at once leaves nothing but the evidence', async ({ explorer, page }) => {
  await explorer.open('/city/berlin');
  await explorer.open('/network/solidarity-cities');
  await page.getByRole('button', { name: 'Show the source: Solidarity Cities has the member Athens' }).click();
  const sheet = page.getByRole('dialog', { name: 'Where this is said' });
  await sheet.getByRole('button', { name: 'Close the evidence' }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(`${explorer.origin}/network/solidarity-cities`);
});

test('Back after the evidence was closed leaves the page, and does not open it again', async ({ explorer, page }) => {
  await explorer.open('/city/berlin');
  await explorer.search.fill('Solidarity Cities');
  await page.getByRole('option', { name: /^Solidarity Cities/ }).first().click();
  await explorer.settled();
  const sheet = page.getByRole('dialog', { name: 'Where this is said' });
  await page.getByRole('button', { name: 'Show the source: Solidarity Cities has the member Athens' }).click();
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL(`${explorer.origin}/city/berlin`);
  await expect(sheet).toBeHidden();
  // Opened by its address there is no step to take back.
  await page.goto(`${explorer.origin}/city/berlin?fact=member-of:berlin--solidarity-cities`);
  await sheet.getByRole('button', { name: 'Close the evidence' }).click();
  await expect(page).toHaveURL(`${explorer.origin}/city/berlin`);
});

test('a row of the research is told as one, and a place in the source as that', async ({ explorer, page }) => {
  await explorer.open('/city/munich?fact=member-of:munich--european-coalition-of-cities-against-racism');
  const sheet = page.getByRole('dialog', { name: 'Where this is said' });
  const research = sheet.locator('.citations > li').filter({ hasText: 'memberships.tsv' }).first();
  await expect(research).toContainText('Read by the editors: research table memberships.tsv, row Munich / ECCAR; no place in the page is recorded');
  await expect(research).not.toContainText('Place in it');
});

test('a view whose files cannot be fetched says so and can be tried again', async ({ explorer, page }) => {
  explorer.watch.allow(/ERR_FAILED|ERR_CONNECTION|dynamically imported|NotFetched|preload|Error/);
  await explorer.open('/');
  await page.route('**/assets/**', (route) => route.abort('connectionrefused'));
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Coverage' }).click();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('The server does not answer');
  expect(await explorer.faults()).toEqual([]);
  await page.unroute('**/assets/**');
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('h1')).toHaveText('What does the graph not know?');
  await explorer.settled();
  const rules = await page.evaluate(() => [...document.styleSheets].flatMap((each) => [...each.cssRules].map((rule) => rule.cssText))); // throws where one was not fetched
  expect(rules.some((rule) => rule.includes('.coverage'))).toBe(true);
});

test('files are made while the server is gone', async ({ explorer, page }) => {
  await explorer.open('/city/palermo');
  await page.waitForResponse(/assets\/save-/);
  await page.route('**/*', (route) => route.abort('connectionrefused'));
  expect((await explorer.take('CSV')).bytes.length).toBeGreaterThan(200);
});

test('a dataset without a record is told on every view', async ({ explorer, page }) => {
  const data = await mkdtemp(join(tmpdir(), 'citygraph-'));
  await cp(SEED, data, { recursive: true });
  for (const folder of ['', 'nodes', 'edges']) {
    for (const name of await readdir(join(data, folder))) {
      if (!name.endsWith('.csv')) continue;
      const file = join(data, folder, name);
      await writeFile(file, `${(await readFile(file, 'utf8')).split('\n')[0]}\n`);
    }
  }
  const server = await startServer({ data });
  try {
    explorer.watch.allow(new RegExp(server.url));
    await explorer.open('/network', server.url);
    await expect(page.locator('main')).toContainText('No recorded relationship fits what is chosen.');
    await explorer.open('/timeline', server.url);
    await expect(page.locator('main')).toContainText('No network is recorded.');
    await explorer.open('/map', server.url);
    await expect(page.locator('.lead')).toContainText('0 cities');
    await expect(page.getByRole('alert')).toHaveCount(0);
  } finally {
    await server.stop();
    await rm(data, { recursive: true });
  }
});

test('an address cannot put words or records into a page', async ({ explorer, page }) => {
  explorer.watch.allow(/404/);
  await explorer.open('/city/berlin?from=Angela+Merkel+resigned');
  await expect(page.locator('main')).not.toContainText('Angela');
  await explorer.open('/city/berlin?from=city:palermo');
  await expect(page.locator('header .notice')).toHaveCount(0);
  await explorer.open('/map?layer=city:berlin');
  await expect(page.locator('.notice')).toContainText('No network, declaration, initiative or event is called city:berlin: the map shows all networks.');
  await expect(page.getByLabel('Show a group')).toHaveValue('');
  await explorer.open('/network?from=city:nope');
  await expect(page.locator('.lead')).toContainText('No record is called city:nope');
  await explorer.open('/timeline?from=2021-13-45');
  await expect(page.getByRole('alert')).toHaveCount(0);
  for (const fact of ['city:berlin/name/0', 'city:berlin/names/999']) {
    await explorer.open(`/city/berlin?fact=${fact}`);
    await expect(page.getByRole('dialog', { name: 'Where this is said' })).toContainText('No record has this id.');
  }
});

test('a mistyped id offers the record, and a slash at the end does no harm', async ({ explorer, page }) => {
  explorer.watch.allow(/404/);
  await explorer.open('/city/berlinn');
  await page.getByRole('region', { name: 'Records with such a name' }).getByRole('link', { name: 'Berlin', exact: true }).click();
  await expect(page.locator('h1')).toHaveText('Berlin');
  const response = await page.goto(`${explorer.origin}/city/berlin/`);
  expect(response!.status()).toBe(200);
  await expect(page).toHaveURL(`${explorer.origin}/city/berlin`);
});

test('the chooser of the map counts what the map counts', async ({ explorer, page }) => {
  await explorer.open('/map');
  const option = page.getByLabel('Show a group').locator('option', { hasText: 'Against Racism' }).or(page.getByLabel('Show a group').locator('option', { hasText: 'against Racism' })).first();
  const [, n] = /\((\d+) cities\)/.exec((await option.textContent())!)!;
  await page.getByLabel('Show a group').selectOption((await option.getAttribute('value'))!);
  await expect(page.locator('.lead')).toContainText(`has ${n} recorded member cities`);
});

test('a day before a network was there is not told as one of its days', async ({ explorer, page }) => {
  for (const path of ['/map?date=2012-06-01', '/network?date=2012-06-01']) {
    await explorer.open(path);
    await expect(page.locator('.lead')).toContainText('not there yet on this day');
  }
  await explorer.open('/network?date=2099-01-01');
  await expect(page.locator('.lead')).toContainText('1 January 2099 has not come yet');
});
