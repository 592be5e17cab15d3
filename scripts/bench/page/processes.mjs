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

/** What a process of an app is for, as its command line says. @param {string} commandLine @returns {string} */
function roleOf(commandLine) {
  const type = /--type=(\S+)/.exec(commandLine)?.[1];
  if (type === undefined) return 'main';
  const service = /--utility-sub-type=(\w+)/.exec(commandLine)?.[1];
  // A utility process that Electron forks is backstage, those of Chromium have names of their own.
  if (service === 'node') return 'backstage';
  return service ?? { renderer: 'page', 'gpu-process': 'gpu' }[type] ?? type;
}

/**
 * What a process takes of memory, by what the kernel counts in `smaps_rollup`, in kB: pages that several processes have are
 * divided among them.
 * @typedef {'Pss' | 'Pss_Anon' | 'Pss_Shmem'} Kind
 */

/** @param {number} id of a process @param {readonly Kind[]} kinds @returns {Promise<readonly [string, number]>} its role, and MB */
const shareOf = async (id, kinds) => {
  const read = (/** @type {string} */ name) => readFile(`/proc/${id}/${name}`, 'utf8').catch(() => '');
  const [commandLine, rollup] = await Promise.all([read('cmdline'), read('smaps_rollup')]);
  const kilobytes = kinds.map((kind) =>
    Number(new RegExp(`^${kind}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0),
  );
  return [roleOf(commandLine.replaceAll('\0', ' ')), kilobytes.reduce((sum, kb) => sum + kb) / 1024];
};

/** @param {Running} app @param {readonly Kind[]} kinds @returns {Promise<ReadonlyMap<string, number>>} MB by role */
async function byRole({ pid }, kinds) {
  const roles = new Map();
  for (const [role, mb] of await Promise.all((await familyOf(pid)).map((id) => shareOf(id, kinds))))
    roles.set(role, (roles.get(role) ?? 0) + mb);
  return roles;
}

/**
 * What an app's processes hold themselves, by what they are for, in MB. Without the program's own pages: how those are
 * divided depends on who else runs it. Linux only.
 * @param {Running} app
 */
export const heldByRole = (app) => byRole(app, ['Pss_Anon', 'Pss_Shmem']);

/** @param {ReadonlyMap<string, number>} roles */
export const sumOf = (roles) => [...roles.values()].reduce((sum, mb) => sum + mb, 0);

/**
 * Memory of all processes of an app, what they share counted once (the kernel's PSS), in MB. Linux only.
 * @param {Running} app
 */
export const memoryOf = async (app) => sumOf(await byRole(app, ['Pss']));
