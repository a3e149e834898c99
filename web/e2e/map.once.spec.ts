import type { Page } from '@playwright/test';
import { expect, expectFigure, test, type Explorer } from './explorer.ts';

const THEMES = ['light', 'dark'] as const;
const WIDTHS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const IASH = 'network:international-alliance-of-safe-harbours';

/** Opens the map and waits until land and places stand. */
async function open(explorer: Explorer, path = '/map'): Promise<void> {
  await explorer.open(path);
  await drawn(explorer.page);
}

async function drawn(page: Page): Promise<void> {
  await expect(page.locator('.map-land')).toHaveAttribute('d', /^M.{2000}/s);
}

const sentence = (page: Page) => page.locator('.map .lead');

interface City {
  id: string;
  name: string;
  latitude: number | null;
  networks: { edges: { node: { id: string } }[] };
}

async function cities(explorer: Explorer): Promise<City[]> {
  const answer = await explorer.ask<{ cities: { edges: { node: City }[] } }>('{ cities(first: 1000) { edges { node { id name latitude networks(first: 25) { edges { node { id } } } } } } }');
  return answer.cities.edges.map(({ node }) => node);
}

test('every recorded city is on the map, beyond its edges, or listed without a point', async ({ explorer, page }) => {
  await open(explorer);
  const all = await cities(explorer);
  const members = all.filter(({ networks }) => networks.edges.length > 0);
  await expect(sentence(page)).toContainText(`${members.length} cities have a recorded membership`);
  const [inside, outside, without] = (await sentence(page).textContent())!.match(/On this map: (\d+); beyond its edges: (\d+); without recorded coordinates: (\d+)/)!.slice(1).map(Number) as [number, number, number];
  expect(inside + outside + without).toBe(members.length);
  expect(without).toBe(members.filter(({ latitude }) => latitude === null).length);
  expect(outside).toBeGreaterThan(3);
  await expect(page.locator('table caption')).toContainText(`of ${all.length} cities`);

  const marks = await page.locator('.map-drawing g[data-id]').count();
  const elsewhere = page.locator('.map-aside');
  await expect(elsewhere).toContainText('Taipei');
  const edges = (await page.locator('.map-edge text').allTextContents()).map((text) => Number(text.split(' ')[0]));
  expect(edges.reduce((sum, n) => sum + n, 0)).toBe(outside);

  await page.locator('.map-edge').first().click();
  await expect(page).toHaveURL(/frame=world/);
  await drawn(page);
  await expect(page.locator('.map-edge')).toHaveCount(0);
  await expect(page.locator('.map-drawing g[data-id]')).toHaveCount(all.filter(({ latitude }) => latitude !== null).length);
  expect(marks).toBeLessThan(all.length);
  await page.getByRole('button', { name: 'Europe', exact: true }).click();
  await expect(page).not.toHaveURL(/frame=/);
});

test('a small island is drawn', async ({ explorer, page }) => {
  await open(explorer);
  const island = page.locator('g[data-id="city:lampedusa"] circle');
  const [x, y] = [Number(await island.getAttribute('cx')), Number(await island.getAttribute('cy'))];
  // At this scale the atlas has no land there: the dot of land below the place is all there is.
  const onLand = await page.locator('.map-land').evaluate((path, at) => (path as SVGPathElement).isPointInFill(new DOMPoint(at.x, at.y)), { x, y });
  expect(onLand).toBe(false);
  await expect(page.locator(`.map-islet[cx="${x}"][cy="${y}"]`)).toHaveCount(1);
});

test('a group lies over the map: members filled, possible ones in dashes, others outlined', async ({ explorer, page }) => {
  await open(explorer);
  await page.getByLabel('Show a group').selectOption(IASH);
  await expect(page).toHaveURL(new RegExp(`layer=${IASH}`));
  type Roster = { network: { members: { edges: { holdsOn: string | null; node: { id: string } }[] } } };
  const members = async (time: string) => (await explorer.ask<Roster>(`{ network(id: "${IASH}") { members(first: 500${time}) { edges { holdsOn node { id } } } } }`)).network.members.edges;
  const all = await members('');
  await expect(sentence(page)).toContainText(`International Alliance of Safe Harbours has ${all.length} recorded member cities`);
  await drawn(page);
  await expect(page.locator('.map-drawing .map-city')).toHaveCount(all.length);

  await page.locator('input[type=date]').fill('2022-01-15');
  const then = await members(', asOf: "2022-01-15"');
  const possible = then.filter(({ holdsOn }) => holdsOn === 'POSSIBLE').length;
  expect(possible).toBeGreaterThan(0);
  await expect(sentence(page)).toContainText(`${then.length} recorded member cities on 15 January 2022, ${possible} of them only possibly`);
  await expect(page.locator('.map-drawing .map-city')).toHaveCount(then.length - possible);
  await expect(page.locator('.map-drawing .map-possible')).toHaveCount(possible);
  await page.getByRole('button', { name: 'Certain only' }).click();
  await expect(sentence(page)).toContainText(`${then.length - possible} recorded member cities`);
});

test('names cover no name and stay in the picture', async ({ explorer, page }) => {
  await open(explorer);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const boxes = await page.locator('.map-name').evaluateAll((names) => names.map((name) => (name as SVGTextElement).getBBox()).map(({ x, y, width, height }) => ({ x, y: y + 3, width, height: height - 6 })));
  expect(boxes.length).toBeGreaterThan(60);
  const view = (await page.locator('.map-drawing').getAttribute('viewBox'))!.split(' ').map(Number);
  boxes.forEach((a, i) => {
    expect(a.x >= -1 && a.x + a.width <= view[2]! + 1).toBe(true);
    for (const b of boxes.slice(i + 1)) {
      const meet = a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
      expect(meet).toBe(false);
    }
  });
});

test('the files hold the map, its table and where it is from', async ({ explorer, page }) => {
  await open(explorer, `/map?layer=${IASH}&date=2022-01-15`);
  const svg = (await explorer.take('SVG')).bytes.toString();
  for (const credit of ['Natural Earth', 'GeoNames (CC BY 4.0)']) expect(svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain(credit);
  expectFigure(svg, { title: 'Map: International Alliance of Safe Harbours', address: `${explorer.origin}/map?layer=${IASH}` });
  for (const part of ['>Barcelona</text>', 'Natural Earth', 'certain or possible on 15 January 2022', 'stroke-dasharray']) expect(svg).toContain(part);
  expect(svg.length).toBeLessThan(900_000);

  const rows = (await explorer.take('CSV')).bytes.toString().trimEnd().split('\r\n');
  expect(rows[0]).toBe('\uFEFFid,name,country,placeType,latitude,longitude,memberships,certain,networks,layer,holdsOn,sources');
  expect(rows).toHaveLength((await cities(explorer)).length + 1);
  expect(rows.filter((row) => row.includes(`,${IASH},`)).length).toBeGreaterThan(30);
  expect(rows.find((row) => row.startsWith('city:palermo,'))).toMatch(/,IT,municipality,38\.\d+,13\.\d+,.*,certain,.*source:/);

  const json = JSON.parse((await explorer.take('JSON')).bytes.toString());
  expect(json.question.variables).toEqual({ layer: IASH, asOf: '2022-01-15', certainty: 'POSSIBLE' });
  const png = (await explorer.take('PNG')).bytes;
  expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(['PNG', 1920]);
  await expect(page.getByText(/\.png is downloaded\./)).toBeVisible();
});

test('by keyboard from city to city, and to its page', async ({ explorer, page }) => {
  await open(explorer);
  const frame = page.locator('.map-frame');
  await frame.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/select=city:barcelona/); // the first is who has most
  await expect(page.getByRole('heading', { name: 'Barcelona' })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(page).not.toHaveURL(/select=city:barcelona/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/select=/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/city\/barcelona$/);
});

test('a click chooses a city, its evidence opens, and Back lets it go', async ({ explorer, page }) => {
  await open(explorer);
  // Potsdam's circle lies over the middle of Berlin's: the nearer middle is meant.
  const { x, y, width, height } = (await page.locator('g[data-id="city:berlin"]').boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2);
  await expect(page).toHaveURL(/select=city:berlin/);
  const sheet = page.locator('.map-place');
  await expect(sheet).toContainText('Germany');
  await sheet.getByRole('button', { name: /^Show the source: Berlin is a member of Solidarity Cities/ }).click();
  await expect(page.getByRole('dialog', { name: 'Where this is said' }).locator('.citations li').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Where this is said' })).toBeHidden();
  await page.getByRole('button', { name: 'World', exact: true }).click();
  await page.goBack();
  await page.getByLabel('View', { exact: true }).selectOption('DE');
  await expect(page).toHaveURL(/frame=DE/);
  await drawn(page);
  await expect(sheet).toContainText('Berlin');
});

test('without the atlas the places stand all the same', async ({ explorer, page }) => {
  explorer.watch.allow(/50m/, /console: Failed to load resource/);
  await page.route('**/50m-*.json', (route) => route.abort());
  await explorer.open('/map');
  await expect(page.getByText('Land and borders could not be loaded.')).toBeVisible();
  expect(await page.locator('.map-drawing g[data-id]').count()).toBeGreaterThan(200);
});

test('beside a city and a group lies a small map', async ({ explorer, page }) => {
  await explorer.open('/city/lampedusa');
  const figure = page.locator('figure', { has: page.getByRole('heading', { name: 'On the map' }) });
  await expect(figure.locator('.map-name')).toHaveText('Lampedusa');
  await drawn(page);
  await figure.getByRole('link', { name: 'Larger map' }).click();
  await expect(page).toHaveURL(/\/map\?select=city:lampedusa/);
  await explorer.open('/network/international-alliance-of-safe-harbours');
  await expect(figure.locator('g[data-id]')).toHaveCount(36);
  expect(await explorer.faults()).toEqual([]);
});

test('in the frame of another page', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 640, height: 560 });
  await open(explorer, `/embed/map?layer=${IASH}`);
  await expect(page.getByRole('heading', { name: 'Map: International Alliance of Safe Harbours' })).toBeVisible();
  await expect(page.locator('header.masthead, .map-controls, .take')).toHaveCount(0);
  expect(await explorer.overflow()).toBe(0);
  expect(await explorer.faults()).toEqual([]);
});

for (const colorScheme of THEMES) {
  for (const [name, viewport] of Object.entries(WIDTHS)) {
    test(`no fault by axe, ${name}, ${colorScheme}`, async ({ explorer, page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await open(explorer, `/map?layer=${IASH}&select=city:palermo&date=2022-01-15`);
      expect(await explorer.overflow()).toBe(0);
      expect(await explorer.faults()).toEqual([]);
    });
  }
}
