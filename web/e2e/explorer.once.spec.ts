import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '../testing/server.ts';
import { expect, expectFigure, test } from './explorer.ts';

const SEED = fileURLToPath(new URL('../../seed', import.meta.url));
/** Script that the first view may load, in bytes as they are sent. */
const FIRST_VIEW = 300_000;

for (const spelling of ['Munich', 'München', 'Munchen', 'Muenchen', 'munhcen']) {
  test(`${spelling} finds Munich`, async ({ explorer, page }) => {
    await explorer.open('/');
    await explorer.search.fill(spelling);
    const cities = page.getByRole('group', { name: 'cities' });
    await expect(cities.getByRole('option').first()).toContainText('Munich');
    if (spelling === 'Munchen') await expect(cities.getByRole('option').first()).toContainText('found as München');
  });
}

test('the search says what it finds, and that it finds nothing', async ({ explorer, page }) => {
  await explorer.open('/');
  await explorer.search.fill('solidarity');
  const groups = page.getByRole('listbox').getByRole('group');
  await expect(groups.first()).toBeVisible();
  expect(await groups.count()).toBeGreaterThan(1);
  await explorer.search.fill('zzzqqq');
  await expect(page.locator('.said')).toContainText('No recorded name is like “zzzqqq”');
  await explorer.search.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await explorer.search.press('Escape');
  await expect(explorer.search).toHaveValue('');
});

test('by keyboard alone from the search to an exported picture', async ({ explorer, page }) => {
  await explorer.open('/');
  for (let i = 0; i < 20 && !(await explorer.search.evaluate((each) => each === document.activeElement)); i++) await page.keyboard.press('Tab');
  await page.keyboard.type('Berlin');
  await expect(page.getByRole('option').first()).toContainText('Berlin');
  await page.keyboard.press('ArrowDown');
  const chosen = page.locator('[role=option][aria-selected=true]');
  await expect(explorer.search).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id'))!);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${explorer.origin}/city/berlin`);
  await explorer.settled();
  await expect(page.locator('h1')).toBeFocused();

  const svg = await explorer.take('SVG', async (button) => {
    for (let i = 0; i < 30 && !(await button.evaluate((each) => each === document.activeElement)); i++) await page.keyboard.press('Tab');
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
  });
  expect(svg.name).toBe('city-berlin.svg');
  expectFigure(svg.bytes.toString(), { title: 'Berlin', address: `${explorer.origin}/city/berlin` });

  const evidence = page.getByRole('button', { name: 'Show the source: Berlin is a member of International Alliance of Safe Harbours' });
  for (let i = 0; i < 60 && !(await evidence.evaluate((each) => each === document.activeElement)); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Where this is said' });
  await expect(sheet.getByText('L31, "36 IASH Member Cities"').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(evidence).toBeFocused();
});

test('the four files hold what the page shows', async ({ explorer, page }) => {
  const id = 'network:international-alliance-of-safe-harbours';
  await explorer.open('/network/international-alliance-of-safe-harbours');
  const { node } = await explorer.ask<{ node: { relations: { edges: { id: string; node: { name: string } }[] } } }>(
    'query ($id: ID!) { node(id: $id) { relations(first: 500) { edges { id node { name } } } } }',
    { id },
  );
  const ids = node.relations.edges.map((each) => each.id);
  expect(ids.length).toBeGreaterThan(50);

  const csv = (await explorer.take('CSV')).bytes.toString();
  expect(csv.startsWith('\uFEFFid,kind,from,fromName,to,toName,stint,since,until,seen,')).toBe(true);
  expect(csv.trimEnd().split('\r\n')).toHaveLength(ids.length + 1);
  for (const each of ids) expect(csv).toContain(`\r\n${each},`);
  for (const { node: each } of node.relations.edges) expect(csv).toContain(each.name);
  expect(csv).toMatch(/[äöü]/);

  const json = JSON.parse((await explorer.take('JSON')).bytes.toString());
  expect(json.rows.map((row: { id: string }) => row.id)).toEqual(ids);
  expect(json.dataset).toMatchObject({ version: '0.2.0', licence: 'CC-BY-4.0' });
  expect(json.dataset.revision).toMatch(/^[0-9a-f]{64}$/);
  expect(json.address).toBe(`${explorer.origin}/network/international-alliance-of-safe-harbours`);
  expect(json.sources.length).toBeGreaterThan(5);
  const again = await explorer.ask<{ node: { name: string } }>(json.question.query, json.question.variables);
  expect(again.node.name).toBe(json.title);

  const svg = (await explorer.take('SVG')).bytes.toString();
  expectFigure(svg, { title: json.title, address: json.address });
  const names = await page.locator('figure .ego-name').evaluateAll((all) => all.map((each) => each.firstChild!.textContent!));
  expect(names).toHaveLength(20);
  for (const name of names) expect(svg).toContain(`>${name.replace(/…$/, '')}`);
  expect(svg).toContain('Members (36)');

  const png = (await explorer.take('PNG')).bytes;
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [Number(/ width="(\d+)"/.exec(svg)![1]), Number(/ height="([\d.]+)"/.exec(svg.replace(/<rect[^>]*>/, ''))![1])];
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width * 2, Math.floor(height * 2)]);
  const colours = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const pen = canvas.getContext('2d')!;
    pen.drawImage(image, 0, 0);
    const seen = new Set<string>();
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) seen.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
    return { network: seen.has('213,94,0'), city: seen.has('0,114,178'), corner: [...data.slice(0, 4)] };
  }, png.toString('base64'));
  expect(colours).toEqual({ network: true, city: true, corner: [255, 255, 255, 255] });
});

test('the query behind the page opens in the playground with its answer', async ({ explorer, page }) => {
  await explorer.open('/network/solidarity-cities');
  await page.getByRole('link', { name: 'Query' }).click();
  await expect(page.locator('.graphiql-query-editor .monaco-editor').first()).toBeAttached();
  await expect(page.locator('.graphiql-response')).toContainText('Solidarity Cities');
});

test('a page can be cited in three forms and framed elsewhere', async ({ explorer, page }) => {
  await explorer.open('/city/palermo');
  await page.getByRole('button', { name: 'Cite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cite this page' });
  await expect(dialog.getByLabel('As text', { exact: true })).toContainText(`version 0.2.0`);
  await expect(dialog.getByLabel('BibTeX', { exact: true })).toContainText(`url = {${explorer.origin}/city/palermo}`);
  expect(JSON.parse((await dialog.getByLabel('CSL-JSON', { exact: true }).textContent())!)[0].URL).toBe(`${explorer.origin}/city/palermo`);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Embed' }).click();
  const code = await page.getByLabel('HTML', { exact: true }).textContent();
  expect(code).toContain(`<iframe src="${explorer.origin}/embed/city/palermo" title="Palermo"`);
});

test('the frame for other sites shows the figure, its origin and a way to the page', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 340, height: 560 });
  await explorer.open('/embed/city/palermo');
  await expect(page.getByRole('img').first()).toBeVisible();
  await expect(page.locator('.source')).toContainText('version 0.2.0 · CC BY 4.0');
  await expect(page.getByRole('link', { name: 'CityGraph' })).toHaveAttribute('href', `${explorer.origin}/city/palermo`);
  expect(await explorer.overflow()).toBeLessThanOrEqual(0);
  expect(await explorer.faults()).toEqual([]);
});

test('the address is the whole state: evidence, reload, back', async ({ explorer, page }) => {
  await explorer.open('/');
  await explorer.search.fill('Solidarity Cities');
  await page.getByRole('option', { name: /^Solidarity Cities/ }).first().click();
  await explorer.settled();
  await page.getByRole('button', { name: 'Show the source: Solidarity Cities has the member Athens' }).click();
  const sheet = page.getByRole('dialog', { name: 'Where this is said' });
  await expect(page).toHaveURL(/\/network\/solidarity-cities\?fact=member-of:athens--solidarity-cities$/);
  const said = await sheet.locator('.citations').textContent();
  await page.reload();
  await expect(sheet.locator('.citations')).toHaveText(said!);
  await sheet.getByRole('link', { name: 'Athens' }).click();
  await expect(page.locator('h1')).toHaveText('Athens');
  await expect(sheet).toBeHidden();
  await page.goBack();
  await expect(sheet).toBeVisible();
  await page.goBack();
  await expect(sheet).toBeHidden();
  await expect(page.locator('h1')).toHaveText('Solidarity Cities');
  await page.goBack();
  await expect(page.locator('h1')).toContainText('Which cities');
});

test('values that contradict stand side by side with who says them', async ({ explorer, page }) => {
  await explorer.open('/network/solidarity-cities');
  const box = page.getByRole('region', { name: 'Where sources disagree' });
  await expect(box).toContainText('17 October 2016');
  await expect(box).toContainText('17 October 2017');
  await box.getByRole('button', { name: 'Show the source: Date of founding 17 October 2017' }).click();
  await expect(page.getByRole('dialog', { name: 'Where this is said' })).toContainText('Greek News Agenda');
});

test('an error is reported with the record’s id', async ({ explorer, page }) => {
  await explorer.open('/city/berlin?fact=member-of:berlin--solidarity-cities');
  const sheet = page.getByRole('dialog', { name: 'Where this is said' });
  await sheet.locator('summary').click();
  await expect(sheet.getByLabel('Report an error', { exact: true })).toContainText('member-of:berlin--solidarity-cities');
});

const KINDS = ['city/palermo', 'network/rainbow-cities-network', 'declaration/palermo-declaration', 'organization/from-the-sea-to-the-city', 'initiative/moving-cities', 'source/zweierlei-solidaritat'];
for (const path of KINDS) {
  test(`a page of its own: ${path}`, async ({ explorer, page }) => {
    await explorer.open(`/${path}`);
    const { node } = await explorer.ask<{ node: { name: string } }>('query ($id: ID!) { node(id: $id) { name } }', { id: path.replace('/', ':') });
    await expect(page.locator('h1')).toHaveText(node.name);
    await expect(page).toHaveTitle(`${node.name} · CityGraph`);
    expect(await explorer.faults()).toEqual([]);
  });
}

test('of the kinds without a fixed example the first has a page too', async ({ explorer, page }) => {
  const data = await explorer.ask<Record<string, { edges: { node: { id: string; name: string } }[] }>>(
    '{ funders(first: 1) { ...F } events(first: 1) { ...E } demands(first: 1) { ...D } } fragment F on FunderConnection { edges { node { id name } } } ' +
      'fragment E on EventConnection { edges { node { id name } } } fragment D on DemandConnection { edges { node { id name } } }',
  );
  for (const { edges } of Object.values(data)) {
    const { id, name } = edges[0]!.node;
    await explorer.open(`/${id.replace(':', '/')}`);
    await expect(page.locator('h1')).toHaveText(name);
    expect(await explorer.faults()).toEqual([]);
  }
});

test('what is not there is told by a page, and by its status', async ({ explorer, page }) => {
  explorer.watch.allow(/404/);
  for (const path of ['/city/atlantis', '/planet/mars', '/a/b/c/d']) {
    const response = await page.goto(explorer.origin + path);
    expect(response!.status()).toBe(404);
    await explorer.settled();
    await expect(page.locator('h1')).toHaveText(path.startsWith('/city') ? 'No record is called city:atlantis' : 'There is nothing at this address');
    await expect(explorer.search).toBeVisible();
    expect(await explorer.faults()).toEqual([]);
  }
});

test('while the server is gone the page says so, and goes on when it is back', async ({ explorer, page }) => {
  explorer.watch.allow(/ERR_FAILED|ERR_CONNECTION/);
  await page.route('**/graphql*', (route) => route.abort('connectionrefused'));
  await page.goto(`${explorer.origin}/city/berlin`);
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('The server does not answer');
  expect(await explorer.faults()).toEqual([]);
  await page.unroute('**/graphql*');
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('h1')).toHaveText('Berlin');
});

test('over a slow line grey lines hold the place, and after a while words', async ({ explorer, page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/graphql*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${explorer.origin}/city/berlin`);
  await expect(page.locator('.bone').first()).toBeVisible();
  await expect(page.getByText('This takes longer than usual')).toBeVisible();
  expect(await explorer.faults()).toEqual([]);
  release();
  await expect(page.locator('h1')).toHaveText('Berlin');
  await expect(page.locator('.bone')).toHaveCount(0);
});

test('a request that nobody waits for any more is let go of', async ({ explorer, page }) => {
  const left: string[] = [];
  page.on('requestfailed', (request) => left.push(new URL(request.url()).searchParams.get('variables') ?? ''));
  await explorer.open('/');
  await page.route('**/graphql*', async (route) => {
    if (route.request().url().includes('Berl%22')) return; // never answered
    await route.continue();
  });
  const asked = page.waitForRequest((request) => request.url().includes('Berl%22'));
  await explorer.search.fill('Berl');
  await asked;
  await explorer.search.pressSequentially('in');
  await expect(page.getByRole('option').first()).toContainText('Berlin');
  expect(left.some((each) => each.includes('"Berl"'))).toBe(true);
});

test('the first view needs little script', async ({ explorer, page }) => {
  let scripts = 0;
  page.on('requestfinished', async (request) => {
    if (request.resourceType() === 'script') scripts += (await request.sizes()).responseBodySize;
  });
  for (const path of ['/', '/city/berlin']) {
    await explorer.open(path); // the second one adds what the first did not need
    await page.waitForLoadState('networkidle');
    expect(scripts).toBeGreaterThan(20_000);
    expect(scripts, path).toBeLessThan(FIRST_VIEW);
  }
});

test('a withdrawn id leads on and says so; a correction is told', async ({ explorer, page }) => {
  const data = await mkdtemp(join(tmpdir(), 'citygraph-'));
  await cp(SEED, data, { recursive: true });
  await writeFile(join(data, 'retired.csv'), 'id,date,reason,replacedBy,sources\ncity:west-berlin,2026-11-22,The same place,city:berlin,source:geonames#record 2950159\n');
  await writeFile(join(data, 'corrections.csv'), 'record,date,was,is,why\ncity:berlin,2026-11-22,population 3,population 3426354,Typing error\n');
  const server = await startServer({ data });
  try {
    const other = new RegExp(server.url);
    explorer.watch.allow(other);
    await explorer.open('/city/west-berlin', server.url);
    await expect(page).toHaveURL(`${server.url}/city/berlin?from=city:west-berlin`);
    await expect(page.locator('h1')).toHaveText('Berlin');
    await expect(page.locator('.notice').first()).toContainText('city:west-berlin');
    await expect(page.getByText('Was “population 3”, is “population 3426354”: Typing error')).toBeVisible();
  } finally {
    await server.stop();
    await rm(data, { recursive: true });
  }
});

test('a record leads to the views that have something to show of it', async ({ explorer, page }) => {
  await explorer.open('/organization/sea-eye');
  const links = page.getByRole('navigation', { name: 'Other views of this record' }).getByRole('link');
  await expect(links).toHaveText(['In the network', 'Chains from here', 'Its timeline', 'Its money']);
  for (const link of await links.evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href))) {
    await explorer.open(link.slice(explorer.origin.length));
    await expect(page.locator('main')).toContainText('Sea-Eye');
    await expect(page.locator('main .notice')).toHaveCount(0);
  }
});

test('the first page orders networks by the number beside them, and says nothing of chance where the overlap says nothing', async ({ explorer, page }) => {
  await explorer.open('/');
  const table = page.getByRole('region', { name: 'networks' });
  const numbers = (await table.locator('tbody tr td:nth-child(2)').allTextContents()).map((each) => Number(each.replace(/\D/g, '')));
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  const card = page.locator('.card', { hasText: 'In both' });
  await expect(card).toContainText('No statement about chance is made: without a day no list is complete.');
  await expect(card).not.toContainText('drawn at random');
  const said = await card.locator('.finding').textContent();
  await card.getByRole('link', { name: /^Look at it/ }).click();
  await expect(page.locator('.ovl-lead')).toHaveText(said!);
});

for (const path of ['/overlap', '/network', '/money', '/timeline?of=network:solidarity-cities', '/coverage', '/paths', '/map', '/city/palermo']) {
  test(`the frame for other sites is as high as what it shows: ${path}`, async ({ explorer, page }) => {
    await explorer.open(path);
    await page.getByRole('group', { name: 'Take it away' }).getByRole('button', { name: 'Embed' }).click();
    const dialog = page.getByRole('dialog', { name: 'Show this on another page' });
    const high = async (choice: string) => {
      await dialog.getByRole('button', { name: choice }).click();
      await expect(dialog.getByRole('status')).toContainText('pixels high');
      const code = (await dialog.getByLabel('HTML', { exact: true }).textContent())!;
      return { height: Number(/height: (\d+)px/.exec(code)![1]), src: /src="([^"]+)"/.exec(code)![1]!.replace(/&amp;/g, '&') };
    };
    const frame = await page.context().newPage();
    for (const [choice, width] of [['A phone', 360], ['A column of text', 720]] as const) {
      const { height, src } = await high(choice);
      await frame.setViewportSize({ width, height });
      await frame.goto(src);
      await expect(frame.locator('main h1:not([data-waiting])').first()).toBeVisible();
      await expect(frame.locator('.bone')).toHaveCount(0);
      const beyond = () => frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
      await expect.poll(beyond, { message: `${choice}: ${height}` }).toBeLessThanOrEqual(2);
    }
    await expect(page.locator('body > iframe')).toHaveCount(0);
  });
}

test('the first page of an empty dataset begins nothing that it does not end', async ({ explorer, page }) => {
  await page.route(/graphql/, async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { data?: { networks?: object; cities?: object; contradictions?: object } };
    if (body.data?.networks) Object.assign(body.data, { networks: { totalCount: 0, edges: [] }, cities: { edges: [] }, contradictions: { list: { edges: [] } } });
    await route.fulfill({ response, json: body });
  });
  await explorer.open('/');
  await expect(page.getByRole('heading', { name: 'What the graph covers' })).toBeVisible();
  await expect(page.getByText('For instance:')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'What today’s dataset answers' })).toHaveCount(0);
});
