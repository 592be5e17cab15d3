import path from 'node:path';
import { build } from 'vite';
import { expect } from 'vitest';

/**
 * Bundles one of our programs for plain Node, where its packages are found; answers with the bundle's path. Each file of tests has
 * a folder of its own for it: another one's programs may be loading parts of theirs.
 */
export const bundleForNode = async (entry: string): Promise<string> => {
  const { testPath = '' } = expect.getState();
  const name = `${path.basename(entry, '.ts')}-for-${path.basename(testPath, '.test.ts')}`;
  const outDir = path.resolve('node_modules/.cache/test-backstage', name);
  const rolldownOptions = { output: { entryFileNames: 'program.mjs' } };
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: path.resolve(entry), target: 'node20', outDir, rolldownOptions },
  });
  return path.join(outDir, 'program.mjs');
};
