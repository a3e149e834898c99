import { expect, expectFigure, test } from './explorer.ts';

const SEA_EYE = 'organization:sea-eye';
const HARBOURS = 'network:stadte-sicherer-hafen';

interface Paid {
  dataset: { edgeCounts: { kind: string; count: number }[] };
  funding: {
    received: { totals: { currency: string; amount: number }[]; summed: number; notSummable: number; unknown: number };
    fundings: { totalCount: number; edges: { payer: { name: string }; amount: number | null; why: string | null; edge: { id: string } }[] };
  };
}

const QUESTION = `query ($to: ID!) {
  dataset { edgeCounts { kind count } }
  funding(to: $to) { received { totals { currency amount } summed notSummable unknown } fundings(first: 200) { totalCount edges { payer { name } amount why edge { id } } } }
}`;

test('all recorded money: every relationship as a band, a row and a line of the file, and no total', async ({ explorer, page }) => {
  await explorer.open('/money?basis=any');
  const { dataset } = await explorer.ask<Paid>(QUESTION, { to: SEA_EYE });
  const all = dataset.edgeCounts.find(({ kind }) => kind === 'FUNDS')!.count;
  await expect(page.locator('.lead')).toContainText(`${all} fundings are recorded`);
  await expect(page.locator('.lead')).toContainText('so there is no total');
  await expect(page.locator('figure .money-band').locator('title')).toHaveCount(all);
  const rows = (await explorer.take('CSV')).bytes.toString().trim().split(/\r?\n/);
  expect(rows).toHaveLength(all + 1);
  expect(rows[0]).not.toMatch(/counts|years|why/); // nothing is summed here
  const svg = (await explorer.take('SVG')).bytes.toString();
  expectFigure(svg, { title: 'Who funds what?', address: `${explorer.origin}/money?basis=any` });
  expect(svg).toContain('no source says how much: the width means nothing');
  expect(svg).toContain('<pattern id="hatch"');
  expect(await explorer.faults()).toEqual([]);
});

test('the sums of one record are those of the API, with what they leave out and why', async ({ explorer, page }) => {
  await explorer.open(`/money?of=${SEA_EYE}`);
  const { received, fundings } = (await explorer.ask<Paid>(QUESTION, { to: SEA_EYE })).funding;
  const [total] = received.totals;
  await expect(page.locator('.lead')).toContainText(
    `${received.summed} can be summed: ${total!.currency} ${total!.amount.toLocaleString('en-GB')}; for ${received.notSummable} an amount is known that does not add up with others; for ${received.unknown} no source says how much`,
  );
  await expect(page.locator('tbody tr')).toHaveCount(fundings.totalCount);
  const rows = (await explorer.take('CSV')).bytes.toString().trim().split(/\r?\n/);
  expect(rows[0]).toMatch(/,counts,years,why$/);
  for (const { edge, why } of fundings.edges) {
    const row = rows.find((each) => each.startsWith(`${edge.id},`));
    expect(row).toBeDefined();
    if (why) expect(row).toContain(why);
  }
  await expect(page.locator('figure .money-band.unknown').locator('title')).toHaveCount(fundings.edges.filter(({ amount }) => amount === null).length);
  await page.locator('tbody').getByRole('button', { name: /^Show the source/ }).first().click();
  await expect(page.getByRole('dialog').locator('.citations')).toBeVisible();
  expect(await explorer.faults()).toEqual([]);
});

test('who is said to have no funder is an answer, with its source', async ({ explorer, page }) => {
  await explorer.open(`/money?of=${HARBOURS}`);
  await expect(page.locator('.lead')).toHaveText('Städte Sicherer Häfen is expressly unfunded, says Land Berlin.');
  await expect(page.locator('.unfunded').getByRole('button', { name: /^Show the source/ })).toBeVisible();
});

test('of a record without any funding it is said that silence is no fact', async ({ explorer, page }) => {
  await explorer.open('/money?of=city:palermo');
  await expect(page.locator('.notice')).toHaveText('No payer of Palermo is recorded, and nobody whom it pays: that does not say that there are none.');
});

test('a name leads to its own money, the search to any other, and Back comes back', async ({ explorer, page }) => {
  await explorer.open('/money');
  await page.locator('tbody').getByRole('link', { name: 'Sea-Eye' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who funds Sea-Eye, and whom does it fund?');
  await page.getByRole('combobox', { name: 'Search a city, network, organization, funder or initiative' }).fill('Moving Cities');
  await page.getByRole('option', { name: /^Moving Cities/ }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Moving Cities');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sea-Eye');
  await page.getByRole('button', { name: 'All recorded money' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who funds what?');
});

for (const path of ['/money', `/money?of=${SEA_EYE}`]) {
  test(`${path} reads well on a phone in the dark`, async ({ explorer, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await explorer.open(path);
    await expect(page.locator('figure svg')).toBeVisible();
    expect(await explorer.overflow()).toBeLessThanOrEqual(0);
    expect(await explorer.faults()).toEqual([]);
  });
}
