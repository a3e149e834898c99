import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test as base } from '@playwright/test';
import { Watch } from './watch.ts';

/** What the tests do in the explorer, and what they watch meanwhile. */
export class Explorer {
  readonly origin = process.env.CITYGRAPH_TEST_URL!;
  readonly watch: Watch;

  constructor(readonly page: Page) {
    this.watch = new Watch(page, this.origin);
  }

  /** Opens an address and waits until its heading stands and nothing is loading. */
  async open(path: string, origin = this.origin): Promise<void> {
    await Watch.policy(this.page);
    await this.page.goto(origin + path);
    await this.settled();
  }

  async settled(): Promise<void> {
    await expect(this.page.locator('main h1:not([data-waiting])').first()).toBeVisible();
    await expect(this.page.locator('.bone')).toHaveCount(0);
  }

  /** The search box that stands on the page. */
  get search(): Locator {
    return this.page.getByRole('combobox').first();
  }

  /** Presses a button of the button row and gives the file that it makes. */
  async take(button: 'SVG' | 'PNG' | 'CSV' | 'JSON', press: (button: Locator) => Promise<void> = (each) => each.click()): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      press(this.page.getByRole('group', { name: 'Take it away' }).getByRole('button', { name: button, exact: true })),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  /** What axe finds on the page as it stands, WCAG 2.2 A and AA with its best practices; empty is good. */
  async faults(): Promise<string[]> {
    // In the page itself and without lists of what is right: the same rules in a quarter of the time.
    const axe = new AxeBuilder({ page: this.page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const { violations } = await axe.analyze();
    return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  }

  /** How far the page can be scrolled sideways, in pixels; it never should. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  }

  /** What is asked of the API, past the page. */
  async ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const response = await this.page.request.post(`${this.origin}/graphql`, { data: { query, variables } });
    return ((await response.json()) as { data: T }).data;
  }
}

/** A picture's text as a document, with what is asked of every picture that leaves. */
export function expectFigure(svg: string, { title, address }: { title: string; address: string }): void {
  expect(svg).toMatch(/^<\?xml/);
  expect(svg).toContain(`<title id="title">${title}</title>`);
  expect(svg).toMatch(/<desc id="desc">[^<]{20,}<\/desc>/);
  const text = svg.replace(/<\/tspan>/g, ' ').replace(/<[^>]+>/g, '').replace(/&amp;/g, '&').replace(/\s+/g, ' '); // prettier-ignore
  for (const part of ['Date: ', 'Counted: ', 'version 0.', 'revision ', 'Sources: ', 'Licence: CC BY 4.0']) expect(text).toContain(part);
  expect(text.replace(/ /g, '')).toContain(address); // a long one stands in several lines
  expect(svg).not.toMatch(/var\(|class=|style=/);
}

/** A test with an explorer that fails where the page complained or asked outside. */
export const test = base.extend<{ explorer: Explorer }>({
  explorer: async ({ page }, use) => {
    const explorer = new Explorer(page);
    await use(explorer);
    expect(explorer.watch.complaints).toEqual([]);
  },
});
export { expect };
