import path from 'node:path';
import { build } from 'vite';

/** Bundles one of our programs for plain Node, where its packages are found; answers with the bundle's path. */
export const bundleForNode = async (entry: string): Promise<string> => {
  const outDir = path.resolve('node_modules/.cache/test-backstage', path.basename(entry, '.ts'));
  const rolldownOptions = { output: { entryFileNames: 'program.mjs' } };
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: path.resolve(entry), target: 'node20', outDir, rolldownOptions },
  });
  return path.join(outDir, 'program.mjs');
};
