import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

const viewport = { width: 1280, height: 800 };

/** Takes the README's pictures anew: `npm run pictures`. */
export default defineConfig({
  ...tests,
  projects: [
    { name: 'playground', testMatch: 'pictures.ts', use: { viewport, deviceScaleFactor: 1.5 } },
    { name: 'explorer', testMatch: 'explorer-pictures.ts', use: { viewport: { ...viewport, height: 900 }, colorScheme: 'light' } },
  ],
});
