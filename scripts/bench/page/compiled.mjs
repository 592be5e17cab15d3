/** @typedef {import('@playwright/test').CDPSession} CDPSession */

/** What of a snapshot is read (https://github.com/v8/v8/blob/main/src/profiler/heap-snapshot-generator.cc). */
/** @typedef {{ readonly snapshot: { readonly meta: { readonly node_fields: readonly string[],
 *   readonly node_types: readonly [readonly string[], ...unknown[]] } }, readonly nodes: readonly number[] }} Snapshot */

/** @param {CDPSession} session @returns {Promise<Snapshot>} */
async function takeSnapshot(session) {
  const chunks = /** @type {string[]} */ ([]);
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  return JSON.parse(chunks.join(''));
}

/**
 * What of a page's heap is what V8 compiled, in MB: it compiles more and more of what runs often, up to all of it, for minutes.
 * @param {CDPSession} session in which the heap profiler is enabled
 */
export async function compiledMb(session) {
  const { snapshot, nodes } = await takeSnapshot(session);
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size, code] = [fields.indexOf('type'), fields.indexOf('self_size'), types[0].indexOf('code')];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (nodes[at + type] === code) bytes += nodes[at + size] ?? 0;
  return bytes / 1_000_000;
}
