import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { namesOnly } from './scripts/build/names-only.mjs';
import { openAiPricesOnly } from './scripts/build/openai-prices.mjs';
import { pdfCharacterMaps } from './scripts/build/pdf-character-maps.mjs';
import { signalsAreOurs } from './scripts/build/signals-are-ours.mjs';
import { startChunk } from './scripts/build/start-chunk.mjs';
import { woff2Only } from './scripts/build/woff2-only.mjs';

// The oldest Electron that we run on (33: Node 20.18, Chromium 130); by default electron-vite would aim at the installed one.
const nodeTarget = 'node20.18';
const pageTarget = 'chrome130';

// Absolute: dev's dependency scan does not find relative ones.
const pages = {
  index: path.resolve('renderer/index.html'),
  diagrams: path.resolve('renderer/diagrams/index.html'),
};

/** Of what was bundled; gathered into one file by scripts/build/licenses.mjs. */
const license = { fileName: 'licenses.json' };

/**
 * Main's, backstage's and the preload script's code is compiled anew at each start, by no cache: sooner if there is less. Names
 * stay, for the stack traces in a log, and since the SDK names itself to servers by the name of its class.
 */
const SHORTER = { compress: { keepNames: { function: true, class: true } }, mangle: false } as const;

export default defineConfig({
  main: {
    plugins: [openAiPricesOnly(), pdfCharacterMaps(), signalsAreOurs()],
    build: {
      target: nodeTarget,
      outDir: 'out/main',
      license,
      // All but the native libsql is bundled, which halves its import time; electron-builder.yml packs libsql's tree.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: 'main/index.ts',
          backstage: 'main/backstage/index.ts',
          'database-worker': 'main/backstage/snapshots/database-worker.ts',
          'pdf-worker': 'main/backstage/attachments/pdf-worker.ts',
        },
        external: ['libsql'],
        // Beside the entries: code that starts a worker finds it wherever it is put.
        output: { chunkFileNames: '[name]-[hash].js', minify: SHORTER },
      },
    },
  },
  preload: {
    plugins: [namesOnly()],
    build: {
      target: nodeTarget,
      outDir: 'out/preload',
      license,
      externalizeDeps: false,
      rolldownOptions: {
        input: 'preload/index.ts',
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', minify: SHORTER },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), woff2Only()],
    // Mermaid would bring another copy.
    resolve: { dedupe: ['katex'] },
    // Module workers, so that they load grammars when these are needed.
    worker: { format: 'es' },
    build: {
      target: pageTarget,
      outDir: 'out/renderer',
      license,
      minify: true,
      // The page's policy takes fonts from files only, not from data.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: pages,
        output: { codeSplitting: { groups: startChunk(pages.index, pages.diagrams) } },
      },
    },
  },
});
