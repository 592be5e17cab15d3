import { readdir, readFile } from 'node:fs/promises';

/** @typedef {import('./open.mjs').Running} Running */

/** One process of an app. CPU time in milliseconds. @typedef {{ readonly type: string, readonly id: number, readonly cpuMs: number }} Process */

/**
 * The processes of an app, as Chromium counts them.
 * @param {Running} app
 * @returns {Promise<readonly Process[]>}
 */
async function processesOf({ browser }) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.map(({ type, id, cpuTime }) => ({ type, id, cpuMs: cpuTime * 1000 }));
}

/** CPU that the page's process has used so far, in milliseconds. @param {Running} app */
export const rendererCpu = async (app) =>
  (await processesOf(app))
    .filter(({ type }) => type === 'renderer')
    .reduce((sum, { cpuMs }) => sum + cpuMs, 0);

/** @param {number} id of a process @returns {Promise<number>} its parent's */
const parentOf = async (id) => {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
};

/** A process and all that it started. @param {number} root @returns {Promise<readonly number[]>} */
async function familyOf(root) {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map(
    await Promise.all(ids.map(async (id) => /** @type {const} */ ([id, await parentOf(id)]))),
  );
  const family = [root];
  for (const id of family) family.push(...ids.filter((child) => parents.get(child) === id));
  return family;
}

/**
 * Memory of all processes of an app, what they share counted once (the kernel's PSS), in MB. Linux only.
 * @param {Running} app
 */
export async function memoryOf({ pid }) {
  let kilobytes = 0;
  for (const id of await familyOf(pid)) {
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}
