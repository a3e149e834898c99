import { defineConfig, devices } from '@playwright/test';

const desktop = { viewport: { width: 1360, height: 850 } };
// What does not depend on width or theme runs in one project: answers, and every view of the explorer once.
const testIgnore = ['answers.spec.ts', '*.once.spec.ts'];
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } };

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  timeout: 60_000,
  expect: { timeout: 20_000 },
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CITYGRAPH_REPORT
    ? [['list'], ['json', { outputFile: process.env.CITYGRAPH_REPORT }]]
    : [['list']],
  use: {
    launchOptions: {
      executablePath: process.env.CITYGRAPH_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop light', use: { ...desktop, colorScheme: 'light' } },
    { name: 'desktop dark', testIgnore, use: { ...desktop, colorScheme: 'dark' } },
    { name: 'phone light', testIgnore, use: { ...phone, colorScheme: 'light' } },
    { name: 'phone dark', testIgnore, use: { ...phone, colorScheme: 'dark' } },
  ],
});
