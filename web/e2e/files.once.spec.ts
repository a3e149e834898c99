import type { Page } from '@playwright/test';
import { expect, test } from './explorer.ts';

const VIEWS = {
  overlap: '/overlap',
  network: '/network',
  map: '/map',
  paths: '/paths',
  timeline: '/timeline',
  money: '/money',
  coverage: '/coverage',
  contradictions: '/coverage?show=contradictions',
  entity: '/network/solidarity-cities',
};

for (const [name, path] of Object.entries(VIEWS)) {
  test(`${name}: its files can be read without the page`, async ({ explorer, page }) => {
    await explorer.open(path);
    const svg = (await explorer.take('SVG')).bytes.toString();
    expect(await beyond(await page.context().newPage(), svg)).toEqual([]);
    const png = (await explorer.take('PNG')).bytes;
    expect(png.readUInt32BE(16)).toBe(2 * Number(/ width="(\d+)"/.exec(svg)![1]));
    const [header, ...rows] = table((await explorer.take('CSV')).bytes.toString());
    expect(new Set(header).size).toBe(header!.length);
    expect(header!.every((column) => /^[a-z][A-Za-z]*$/.test(column))).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(header!.length);
    expect(rows).not.toContainEqual(header);
  });
}

/** The texts of a picture that are cut off where it is opened alone: without the page's font they are set in a wider one. */
async function beyond(alone: Page, svg: string): Promise<string[]> {
  await alone.setContent(`<body style="margin: 0">${svg.replace(/^<\?xml.*\?>/, '')}</body>`);
  return alone.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('text')]
      .filter((text) => {
        const [own, frame] = [text.getBoundingClientRect(), text.ownerSVGElement!.getBoundingClientRect()];
        return own.width > 0 && (own.left < frame.left - 1 || own.right > frame.right + 1 || own.bottom > frame.bottom + 1);
      })
      .map((text) => text.textContent!),
  );
}

/** The cells of a CSV file, row by row. */
function table(file: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, line, quoted, plain] of file.replace(/^\uFEFF/, '').trimEnd().matchAll(/(?:^|,|(\r\n))(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (line) rows.push([]);
    rows.at(-1)!.push(quoted ?? plain ?? '');
  }
  return rows;
}
