import { defineConfig } from 'vitest/config';
import { dropRoboto } from './build/drop-roboto.ts';
import { explorerAddresses } from './build/explorer-addresses.ts';
import { gzipFiles } from './build/gzip-files.ts';

export default defineConfig({
  base: './', // pages find their assets beside themselves, behind any path prefix
  plugins: [dropRoboto(), explorerAddresses(), gzipFiles()],
  build: {
    outDir: 'dist/pages',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 6000, // Monaco; loaded by the playground alone
    rolldownOptions: {
      input: { explorer: 'explorer.html', playground: 'playground.html' },
      onwarn(warning, warn) {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning); // "use client" means nothing here
      },
    },
  },
  worker: { format: 'es' },
  optimizeDeps: {
    exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'], // they import workers
    include: ['monaco-graphql > picomatch-browser', 'graphql-language-service > nullthrows'], // CommonJS, in a worker
  },
  server: {
    host: '127.0.0.1',
    fs: { allow: ['..'] }, // docs/examples
    proxy: { '/graphql': process.env.CITYGRAPH_URL ?? 'http://127.0.0.1:8080' },
  },
  test: { include: ['src/**/*.test.ts', 'build/**/*.test.ts'] },
});
