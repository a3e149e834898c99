import type { ConsoleMessage, Page } from '@playwright/test';

/** Collects what a page complains about: errors, refusals of its security policy, failed and outside requests. */
export class Watch {
  readonly complaints: string[] = [];
  private readonly allowed: RegExp[] = [];

  constructor(page: Page, origin: string) {
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error') this.note(`console: ${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => this.note(`error: ${error.message}`));
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText;
      if (why !== 'net::ERR_ABORTED') this.note(`failed: ${request.url()} ${why}`);
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      const local = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
      if (!local) this.note(`outside request: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.note(`status ${response.status()}: ${response.url()}`);
    });
  }

  /** What a test provokes itself is no complaint. */
  allow(...patterns: RegExp[]): void {
    this.allowed.push(...patterns);
  }

  private note(complaint: string): void {
    if (!this.allowed.some((pattern) => pattern.test(complaint))) this.complaints.push(complaint);
  }

  /** Makes refusals of the content security policy console errors; before the page is opened. */
  static async policy(page: Page): Promise<void> {
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`content security policy: ${event.violatedDirective} refused ${event.blockedURI}`),
      );
    });
  }
}
