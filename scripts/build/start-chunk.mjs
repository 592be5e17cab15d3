/** @typedef {(id: string) => { readonly importedIds: readonly string[] } | null} InfoOf */

/** Everything that a module imports at once, itself included. @param {string} entry @param {InfoOf} infoOf */
function reachedFrom(entry, infoOf) {
  const reached = new Set([entry]);
  for (const id of reached) for (const next of infoOf(id)?.importedIds ?? []) reached.add(next);
  return reached;
}

/**
 * Groups for Rolldown's code splitting: what the page needs before it can be used is one file, not one for every set of
 * others that share it. Each file is a request that main answers while it has more urgent things to do.
 *
 * @param {string} page the HTML file that is started with
 * @param {string} other one of another start: what both need stays apart, so that neither runs what is the other's
 * @returns {import('vite').Rolldown.CodeSplittingGroup[]}
 */
export function startChunk(page, other) {
  /** @type {Set<string> | null} */
  let own = null;
  const ownOf = (/** @type {InfoOf} */ infoOf) => {
    const shared = reachedFrom(other, infoOf);
    return new Set([...reachedFrom(page, infoOf)].filter((id) => !shared.has(id)));
  };
  return [
    // Vite adds it to both pages, and not before modules are put into groups.
    { name: 'preload-helper', test: 'vite/preload-helper', priority: 1 },
    {
      debugName: 'start',
      tags: ['$initial'],
      name: (id, graph) => {
        own ??= ownOf((each) => graph.getModuleInfo(each));
        return own.has(id) ? 'start' : null;
      },
    },
  ];
}
