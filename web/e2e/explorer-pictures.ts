import { fileURLToPath } from 'node:url';
import { expect, test } from './explorer.ts';

const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));

/** Views, each from the element with which its picture begins, in so many pixels of height. */
const PICTURES = [
  { name: 'overlap', path: '/overlap', from: 'h1', height: 1060 },
  { name: 'network', path: '/network', from: 'h1', height: 820 },
  { name: 'money', path: '/money', from: 'h1', height: 1080 },
  { name: 'entity', path: '/network/stadte-sicherer-hafen', from: 'h1', height: 920 },
];

for (const { name, path, from, height } of PICTURES) {
  test(name, async ({ explorer, page }) => {
    await explorer.open(path);
    await expect(page.locator('main svg, main canvas').first()).toBeVisible();
    await page.waitForTimeout(1500); // a layout settles
    const { y } = (await page.locator(`main ${from}`).first().boundingBox())!;
    await page.screenshot({ path: `${FOLDER}${name}.png`, fullPage: true, clip: { x: 0, y: Math.max(0, y - 32), width: 1280, height } });
  });
}
