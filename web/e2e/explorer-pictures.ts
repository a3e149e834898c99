import { fileURLToPath } from 'node:url';
import { expect, test } from './explorer.ts';

const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));

/** Views, each from its heading on, in so many pixels of height; those with many lines and hatches as JPEG. */
const PICTURES = [
  { file: 'overlap.png', path: '/overlap', height: 1084 },
  { file: 'network.jpg', path: '/network', height: 960 },
  { file: 'money.jpg', path: '/money', height: 1072 },
  { file: 'entity.png', path: '/network/stadte-sicherer-hafen', height: 930 },
];

for (const { file, path, height } of PICTURES) {
  test(file, async ({ explorer, page }) => {
    await explorer.open(path);
    await expect(page.locator('main svg, main canvas').first()).toBeVisible();
    await page.waitForTimeout(1500); // a layout settles
    const { y } = (await page.locator('main h1').first().boundingBox())!;
    const form = file.endsWith('.jpg') ? ({ type: 'jpeg', quality: 82 } as const) : {};
    await page.screenshot({ ...form, path: FOLDER + file, fullPage: true, clip: { x: 0, y: Math.max(0, y - 32), width: 1280, height } });
  });
}
