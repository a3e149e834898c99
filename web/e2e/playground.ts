import { expect, type Locator, type Page, test as base } from '@playwright/test';
import { Watch } from './watch.ts';

/** What the tests do in the playground, and what they watch meanwhile. */
export class Playground {
  private readonly origin = process.env.CITYGRAPH_TEST_URL!;
  private readonly watch: Watch;

  constructor(readonly page: Page) {
    this.watch = new Watch(page, this.origin);
  }

  get complaints(): string[] {
    return this.watch.complaints;
  }

  async open(search = ''): Promise<void> {
    await Watch.policy(this.page);
    await this.page.goto(`${this.origin}/playground${search}`);
    await expect(this.page.locator('.graphiql-query-editor .monaco-editor').first()).toBeAttached();
  }

  /** The text of one of GraphiQL's editors, whole: Monaco renders only the lines in view. */
  text(name: 'operation.graphql' | 'variables.json' | 'response.json'): Promise<string> {
    return this.page.evaluate((file) => {
      type Models = { editor: { getModels(): { uri: { path: string }; getValue(): string }[] } };
      const monaco = (globalThis as unknown as { __MONACO?: Models }).__MONACO;
      return monaco?.editor.getModels().find((model) => model.uri.path.endsWith(file))?.getValue() ?? '';
    }, name);
  }

  /** Waits until the response pane holds this data and no errors. */
  async expectAnswer(data: unknown): Promise<void> {
    await expect(async () => {
      const response = JSON.parse((await this.text('response.json')) || '{}');
      expect(response.errors).toBeUndefined();
      expect(response.data).toEqual(data);
    }).toPass({ timeout: 15_000 });
  }

  /** The list of questions, its pane opened where it is closed. */
  async questions(): Promise<Locator> {
    const list = this.page.getByRole('region', { name: 'Questions' });
    if (!(await list.isVisible())) {
      await this.page.locator('.masthead').getByRole('button', { name: 'Questions' }).click();
    }
    await expect(list).toBeVisible();
    return list;
  }
}

/** A test with a playground that fails where the page complained or asked outside. */
export const test = base.extend<{ playground: Playground }>({
  playground: async ({ page }, use) => {
    const playground = new Playground(page);
    await use(playground);
    expect(playground.complaints).toEqual([]);
  },
});
export { expect };
