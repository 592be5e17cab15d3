/** How every file of the contract imports its schemas. */
const IMPORT = "import * as z from 'zod/mini';";

/** Answers every call and every property with itself, and holds nothing. */
const NO_SCHEMAS =
  'const z = /* @__PURE__ */ new Proxy(function schema() {}, { get: () => z, apply: () => z });';

/**
 * A Vite plugin for the preload script, which takes the names of all requests from the contract and parses none of them: main
 * does. A page waits for its preload script before it runs its own first line, and most of that time went into schemas.
 * Fails the build where schemas would come along after all.
 *
 * @returns {import('vite').Plugin}
 */
export const namesOnly = () => ({
  name: 'names-only',
  enforce: 'pre',
  transform(code, id) {
    if (/[\\/]node_modules[\\/]zod[\\/]/.test(id)) return this.error('the preload script would bring zod');
    return code.includes(IMPORT) ? { code: code.replace(IMPORT, NO_SCHEMAS), map: null } : null;
  },
});
