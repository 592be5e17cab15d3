import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Starts the bundled backstage.
 * @param {string} bundle its folder
 * @returns {Promise<{ readonly call: (op: string, input: unknown) => Promise<any> }>}
 */
export async function loadBackstage(bundle) {
  const { createBackstage } = await import(pathToFileURL(path.join(bundle, 'backstage.mjs')).href);
  const backstage = createBackstage();
  let id = 0;
  return {
    call: async (op, input) => {
      id += 1;
      const { result } = await backstage.handle({ id, op, input });
      if (!result.ok) throw new Error(`${op}: ${result.error.code}`);
      return result.value;
    },
  };
}
