import { defineConfig } from 'vitest/config';

/** Checks of the API as a server answers it; the pages' own unit tests are in vite.config.ts. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['*.test.ts'],
    globalSetup: './global-setup.ts',
    testTimeout: 30_000,
  },
});
