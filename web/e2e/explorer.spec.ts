import { expect, test } from './explorer.ts';

// The two views that are looked at in every width and theme.
const PAGES = { home: '/', network: '/network/international-alliance-of-safe-harbours' };

for (const [name, path] of Object.entries(PAGES)) {
  test(`${name} reads well in this width and theme`, async ({ explorer, page, isMobile }, info) => {
    await explorer.open(path);
    await expect(page.getByRole('table').or(page.getByRole('img')).first()).toBeVisible();
    await page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
    expect(await explorer.overflow()).toBeLessThanOrEqual(0);
    expect(await explorer.faults()).toEqual([]);
    if (isMobile) expect(await small(page)).toEqual([]);
  });
}

test('search, evidence and citation have no accessibility faults', async ({ explorer, page }, info) => {
  await explorer.open('/');
  await explorer.search.fill('Palermo');
  await expect(page.getByRole('option').first()).toContainText('Palermo');
  await page.screenshot({ path: info.outputPath('search.png') });
  expect(await explorer.faults()).toEqual([]);
  await explorer.open('/city/palermo?fact=member-of:palermo--international-alliance-of-safe-harbours');
  await expect(page.getByRole('dialog').locator('.citations')).toBeVisible();
  await page.waitForTimeout(300); // the sheet has arrived
  await page.screenshot({ path: info.outputPath('evidence.png') });
  expect(await explorer.faults()).toEqual([]);
  expect(await explorer.overflow()).toBeLessThanOrEqual(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Cite' }).click();
  await expect(page.getByRole('dialog', { name: 'Cite this page' })).toBeVisible();
  expect(await explorer.faults()).toEqual([]);
});

/** What is to be touched and is lower than 44 pixels; links within text may be. */
function small(page: import('@playwright/test').Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, .button, input, summary, nav a, .brand')]
      .filter((each) => each.offsetParent !== null && each.getBoundingClientRect().height < 43.5)
      .map((each) => `${each.outerHTML.slice(0, 80)} ${each.getBoundingClientRect().height}`),
  );
}
