import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// The oldest Electron that we run on (33: Node 20.18, Chromium 130); by default electron-vite would aim at the installed one.
const nodeTarget = 'node20.18';
const pageTarget = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      outDir: 'out/main',
      // Only package.json's "dependencies" (the native libsql) stay in node_modules; bundling the rest halves its import time.
      externalizeDeps: true,
      rolldownOptions: { input: { index: 'main/index.ts', backstage: 'main/backstage/index.ts' } },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: 'preload/index.ts',
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: pageTarget,
      outDir: 'out/renderer',
      minify: true,
      modulePreload: { polyfill: false },
      // Absolute: dev's dependency scan does not find a relative one.
      rolldownOptions: { input: path.resolve('renderer/index.html') },
    },
  },
});
