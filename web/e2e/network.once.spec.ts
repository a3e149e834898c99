import type { Page } from '@playwright/test';
import { expect, expectFigure, test, type Explorer } from './explorer.ts';

const THEMES = ['light', 'dark'] as const;
const WIDTHS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

/** Opens the view and waits until its picture stands, on a canvas or without one. */
async function open(explorer: Explorer, path = '/network'): Promise<void> {
  await explorer.open(path);
  const { page } = explorer;
  await expect(page.getByText('The layout settles')).toHaveCount(0);
  await expect(page.locator('.net-canvas canvas, .net-drawing').first()).toBeAttached();
}

interface Related {
  id: string;
  kind: string;
  holdsOn: string | null;
}

/** The relationships of all networks to cities and networks, and between cities, past the page. */
async function recorded(explorer: Explorer, time = ''): Promise<Related[]> {
  const edges = `relations(first: 400, where: {kinds: KINDS}${time}) { edges { id kind holdsOn } }`;
  type Listing = { edges: { node: { relations: { edges: Related[] } } }[] };
  const { networks } = await explorer.ask<{ networks: Listing }>(`{ networks(first: 100) { edges { node { ${edges.replace('KINDS', '[CITY, NETWORK]')} } } } }`);
  const { cities } = await explorer.ask<{ cities: Listing }>(`{ cities(first: 100, orderBy: {by: DEGREE, direction: DESC}) { edges { node { ${edges.replace('KINDS', '[CITY]')} } } } }`);
  const all = [...networks.edges, ...cities.edges].flatMap(({ node }) => node.relations.edges);
  return [...new Map(all.map((each) => [each.id, each])).values()].filter(({ kind }) => kind !== 'PART_OF');
}

const sentence = (page: Page) => page.locator('.net-head .lead');

test('every relationship between cities and networks is in picture, table and file', async ({ explorer, page }) => {
  await open(explorer);
  const edges = await recorded(explorer);
  expect(edges.length).toBeGreaterThan(400);
  await expect(sentence(page)).toContainText(`with ${edges.length} recorded relationships among them`);
  await expect(page.locator('table caption')).toContainText(`of ${edges.length} relationships`);
  await expect(page.getByRole('heading', { name: 'What was left out' })).toBeVisible();
  await expect(page.locator('.net-left').first()).toContainText('Not chosen: 32 declarations');

  const csv = (await explorer.take('CSV')).bytes.toString();
  const rows = csv.trimEnd().split('\r\n').slice(1);
  expect(rows.map((row) => row.split(',')[0]).sort()).toEqual(edges.map(({ id }) => id).sort());
  for (const row of rows) expect(row).toMatch(/source:[a-z0-9-]+#/);

  const names = Number(await page.locator('[data-names]').getAttribute('data-names'));
  expect(names).toBeGreaterThan(50);
});

test('the files hold the picture with its places, names and provenance', async ({ explorer, page }) => {
  await open(explorer, '/network?date=2022-06-30&select=network:solidarity-cities');
  const svg = (await explorer.take('SVG')).bytes.toString();
  expectFigure(svg, { title: 'Network of cities and groups', address: `${explorer.origin}/network?date=2022-06-30` });
  for (const name of ['Solidarity Cities', 'Barcelona', 'Amsterdam']) expect(svg).toContain(`>${name}</tspan>`);
  expect(svg).toContain('certain or possible on 30 June 2022');
  expect(svg).toMatch(/<line [^>]*stroke-dasharray/); // what is only possible

  const json = JSON.parse((await explorer.take('JSON')).bytes.toString());
  expect(json.data.nodes.length).toBe((svg.match(/<title>/g) ?? []).length);
  expect(json.data.nodes.every(({ x, y }: { x: number; y: number }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  expect(json.data.leftOut.join(' ')).toContain('Relationships that do not hold on 30 June 2022');
  expect(json.question.variables.asOf).toBe('2022-06-30');
  expect(json.sources[0]).toMatchObject({ id: expect.stringMatching(/^source:/), name: expect.any(String) });

  const png = (await explorer.take('PNG')).bytes;
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1920);
  await expect(page.getByText('network.png is downloaded.')).toBeVisible();
});

test('a day shows what held, and says why something is only possible', async ({ explorer, page }) => {
  await open(explorer);
  await page.locator('input[type=date]').fill('2022-06-30');
  await expect(page).toHaveURL(/date=2022-06-30/);
  const edges = await recorded(explorer, ', asOf: "2022-06-30"');
  const possible = edges.filter(({ holdsOn }) => holdsOn === 'POSSIBLE').length;
  expect(possible).toBeGreaterThan(10);
  await expect(sentence(page)).toContainText(`with ${edges.length} recorded relationships`);
  await expect(sentence(page)).toContainText(`${possible} of the relationships are only possible on 30 June 2022`);
  await expect(page.locator('td[data-label="On the day"]', { hasText: 'no source says' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Certain only' }).click();
  await expect(page).toHaveURL(/certainty=CERTAIN/);
  await expect(sentence(page)).toContainText(`with ${edges.length - possible} recorded relationships`);
  await page.getByRole('button', { name: 'Any day' }).click();
  await expect(page).not.toHaveURL(/date|certainty/);
});

test('a node is found by name, chosen, opened, pinned, and Back goes all the way', async ({ explorer, page }) => {
  await open(explorer);
  await page.getByRole('searchbox', { name: 'Find in the picture' }).fill('zuri');
  await page.locator('.net-found').getByRole('button', { name: 'Zurich' }).click();
  await expect(page).toHaveURL(/select=city:zurich/);
  const sheet = page.getByRole('complementary', { name: 'Zurich' });
  await expect(sheet).toContainText('City, Switzerland');
  await sheet.getByRole('button', { name: /^Show the source: Zurich is a member of/ }).first().click();
  const evidence = page.getByRole('dialog', { name: 'Where this is said' });
  await expect(evidence.locator('.citations li').first()).toBeVisible();
  await page.keyboard.press('Escape');

  const before = await sentence(page).textContent();
  await sheet.getByRole('button', { name: 'Show all neighbours' }).click();
  await expect(page).toHaveURL(/expand=city:zurich/);
  await expect(sentence(page)).not.toHaveText(before!);
  const { city } = await explorer.ask<{ city: { relations: { edges: { id: string; kind: string }[] } } }>('{ city(id: "city:zurich") { relations(first: 500) { edges { id kind } } } }');
  const count = city.relations.edges.filter(({ kind }) => kind !== 'PART_OF').length;
  await expect(sheet).toContainText(`${count} relationships in the picture`);
  await sheet.getByRole('button', { name: 'Pin', exact: true }).click();
  await expect(page).toHaveURL(/pin=city:zurich/);
  await page.goBack();
  await page.goBack();
  await expect(sentence(page)).toHaveText(before!);
  await page.goto(`${explorer.origin}/network?from=city:zurich`);
  await expect(page.getByText('Only the chosen nodes, their neighbours')).toBeVisible();
});

test('kinds, countries and relationships filter, and the legend counts', async ({ explorer, page }) => {
  await open(explorer);
  await page.getByRole('checkbox', { name: /^Declarations/ }).check();
  await expect(page).toHaveURL(/kinds=CITY,NETWORK,DECLARATION/);
  await expect(sentence(page)).toContainText('declarations');
  await page.getByLabel('Countries', { exact: true }).selectOption('IT');
  await expect(page).toHaveURL(/countries=IT/);
  await expect(page.locator('.net-left').first()).toContainText('cities of other countries');
  const cities = page.locator('tbody th a[href^="/city/"]');
  const { cities: italian } = await explorer.ask<{ cities: { edges: { node: { name: string } }[] } }>('{ cities(first: 1000, where: {country: ["IT"]}) { edges { node { name } } } }');
  const names = italian.edges.map(({ node }) => node.name);
  for (const name of await cities.allTextContents()) expect(names).toContain(name);
  await page.locator('.net-rail summary', { hasText: 'Relationships' }).click();
  await page.getByRole('checkbox', { name: /^Is a member of/ }).uncheck();
  await expect(page.locator('.net-left').first()).toContainText('“is a member of”');
  await page.getByRole('checkbox', { name: /^Cities/ }).uncheck();
  await page.getByRole('checkbox', { name: /^Networks/ }).uncheck();
  await page.getByRole('checkbox', { name: /^Declarations/ }).uncheck();
  await expect(page).toHaveURL(/kinds=none/);
  await expect(page.getByText('No recorded relationship fits what is chosen.')).toBeVisible();
});

test('the address holds the whole state', async ({ explorer, page }) => {
  const address = '/network?kinds=CITY,NETWORK,EVENT&countries=DE,CH&date=2020-01-31&certainty=CERTAIN&layout=force&pin=city:zurich&select=city:bern&view=0.45,0.55,0.6';
  await open(explorer, address);
  const told = await sentence(page).textContent();
  await expect(page.getByRole('button', { name: 'By force' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('checkbox', { name: /^Events/ })).toBeChecked();
  await expect(page.getByRole('button', { name: 'Certain only' })).toHaveAttribute('aria-pressed', 'true');
  for (const name of ['Remove Germany', 'Remove Switzerland', 'Remove Zurich']) await expect(page.getByRole('button', { name })).toBeVisible();
  await expect(page).toHaveURL(explorer.origin + address);
  const first = JSON.parse((await explorer.take('JSON')).bytes.toString());
  await page.reload();
  await expect(sentence(page)).toHaveText(told!);
  const second = JSON.parse((await explorer.take('JSON')).bytes.toString());
  expect(second.data.nodes).toEqual(first.data.nodes); // by force, and yet the same places
});

test('the picture moves by keyboard, and a click on it chooses', async ({ explorer, page }) => {
  await open(explorer);
  const canvas = page.locator('.net-canvas');
  await canvas.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/view=0\.\d+,0\.5,0\.\d+/);
  await page.keyboard.press('0');
  await expect(page).not.toHaveURL(/view=/);

  // Where sigma puts a node: the layout's box in the canvas, within its padding of 44.
  const { data } = JSON.parse((await explorer.take('JSON')).bytes.toString()) as { data: { nodes: { id: string; x: number; y: number }[] } };
  const xs = data.nodes.map(({ x }) => x);
  const ys = data.nodes.map(({ y }) => y);
  const box = (await canvas.boundingBox())!;
  const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  const scale = Math.min((box.width - 88) / width, (box.height - 88) / height);
  const node = data.nodes.find(({ id }) => id === 'network:citta-del-dialogo')!;
  const x = box.x + box.width / 2 + (node.x - (Math.min(...xs) + Math.max(...xs)) / 2) * scale;
  const y = box.y + box.height / 2 + (node.y - (Math.min(...ys) + Math.max(...ys)) / 2) * scale;
  await page.mouse.move(x, y);
  await expect(page.locator('.net-tip')).toHaveText('Città del Dialogo');
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/select=network:citta-del-dialogo/);
  await expect(page.getByRole('complementary', { name: 'Città del Dialogo' })).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page).not.toHaveURL(/select=/);
});

test('the wheel goes on scrolling the page', async ({ explorer, page }) => {
  await open(explorer);
  await page.locator('.net-canvas').hover();
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  await expect(page).not.toHaveURL(/view=/);
});

test('without WebGL the same places are drawn, and can be clicked', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return /webgl/.test(kind) ? null : (original as (...all: unknown[]) => unknown).call(this, kind, ...rest);
    } as never;
  });
  await open(explorer);
  await expect(page.getByText('This browser has no WebGL')).toBeVisible();
  const { data } = JSON.parse((await explorer.take('JSON')).bytes.toString()) as { data: { nodes: { id: string; x: number; y: number }[] } };
  await expect(page.locator('.net-mark')).toHaveCount(data.nodes.length);
  // Drawn places are the layout's, moved and scaled alike.
  const drawn = await page.locator('.net-mark').evaluateAll((marks) => marks.map((mark) => ({ id: (mark as SVGElement).dataset.id!, at: mark.querySelector('path')!.getAttribute('transform')!.match(/-?[\d.]+/g)!.map(Number) })));
  const spots = new Map(data.nodes.map((node) => [node.id, node]));
  const [a, b] = [drawn[0]!, drawn.at(-1)!];
  const scale = (b.at[0]! - a.at[0]!) / (spots.get(b.id)!.x - spots.get(a.id)!.x);
  for (const { id, at } of drawn) expect(Math.abs(at[1]! - a.at[1]! - (spots.get(id)!.y - spots.get(a.id)!.y) * scale)).toBeLessThan(3);
  await page.locator('.net-mark[data-id="network:solidarity-cities"]').click();
  await expect(page).toHaveURL(/select=network:solidarity-cities/);
});

test('where the canvas fails after all, the picture is drawn instead', async ({ explorer, page }) => {
  explorer.watch.allow(/console: /, /error: /);
  await page.addInitScript(() => {
    // Enough WebGL to be asked for, not enough to draw with.
    let given = 0;
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      if (/webgl/.test(kind) && given++ > 0) return null;
      return (original as (...all: unknown[]) => unknown).call(this, kind, ...rest);
    } as never;
  });
  await open(explorer);
  await expect(page.locator('.net-drawing')).toBeVisible();
  await expect(sentence(page)).toContainText('recorded relationships');
});

test('the server gone: the page says so, and goes on when it is back', async ({ explorer, page }) => {
  explorer.watch.allow(/failed: .*graphql/, /console: Failed to load resource/);
  await open(explorer);
  await page.route('**/graphql**', (route) => route.abort());
  await page.getByRole('checkbox', { name: /^Events/ }).check();
  const trouble = page.getByRole('alert');
  await expect(trouble).toContainText('The server does not answer');
  await expect(page.locator('.net-canvas')).toBeVisible(); // what was there stays
  await page.unroute('**/graphql**');
  await trouble.getByRole('button', { name: 'Try again' }).click();
  await expect(sentence(page)).toContainText('events');
  await expect(trouble).toHaveCount(0);
});

test('in the frame of another page', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 640, height: 560 });
  await open(explorer, '/embed/network?select=network:rainbow-cities-network');
  await expect(page.getByRole('heading', { name: 'Network of cities and groups' })).toBeVisible();
  await expect(page.locator('header.masthead, .net-rail, .take')).toHaveCount(0);
  await expect(page.locator('.net-legend')).toContainText('networks');
  await expect(page.locator('.source a')).toHaveAttribute('href', /\/network\?select=/);
  expect(await explorer.overflow()).toBe(0);
  expect(await explorer.faults()).toEqual([]);
});

for (const colorScheme of THEMES) {
  for (const [name, viewport] of Object.entries(WIDTHS)) {
    test(`no fault by axe, ${name}, ${colorScheme}`, async ({ explorer, page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await open(explorer, '/network?select=city:berlin&date=2022-06-30');
      expect(await explorer.overflow()).toBe(0);
      expect(await explorer.faults()).toEqual([]);
      if (name === 'phone') {
        await page.getByRole('button', { name: 'Filters and legend' }).click();
        await expect(page.getByRole('dialog', { name: 'Filters and legend' })).toBeVisible();
        expect(await explorer.faults()).toEqual([]);
        await page.getByRole('dialog').getByRole('checkbox', { name: /^Events/ }).check();
        await page.keyboard.press('Escape');
        await expect(sentence(page)).toContainText('events');
      }
    });
  }
}
