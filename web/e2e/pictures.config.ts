import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

/** Takes the README's pictures anew: `npm run pictures`. */
export default defineConfig({
  ...tests,
  testMatch: 'pictures.ts',
  projects: [{ name: 'pictures', use: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 } }],
});
