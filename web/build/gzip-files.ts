import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const COMPRESSIBLE = /\.(css|html|js|json|svg|ttf)$/;
const LEAST_BYTES = 1024;

/** Writes FILE.gz beside every text file of the build; the server sends one or the other. */
export function gzipFiles(): Plugin {
  return {
    name: 'citygraph:gzip-files',
    apply: 'build',
    async writeBundle({ dir }) {
      if (!dir) return;
      const names = await readdir(dir, { recursive: true });
      for (const name of names.filter((each) => COMPRESSIBLE.test(each))) {
        const content = await readFile(join(dir, name));
        if (content.length < LEAST_BYTES) continue;
        await writeFile(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}
