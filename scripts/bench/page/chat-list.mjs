import path from 'node:path';
import { makeProfile } from '../history/make-profile.mjs';
import { toRow } from '../lib/report.mjs';
import { percentile } from '../lib/stats.mjs';
import { openApp } from './open.mjs';
import { installMeters } from './probe.mjs';

/** @typedef {import('./open.mjs').Page} Page */
/** @typedef {Awaited<ReturnType<typeof installMeters>>} Meters */

/** Chats of the list that is measured, and of its floor, which is loaded and mounted as a whole. */
const MANY = 5000;
const FEW = 60;
const FOLDERS = 200;
const IN_EACH = 10;
/** How the list is scrolled: faster than anyone reads. */
const FRAMES = 120;
const STEP_PX = 600;

const listOf = (/** @type {Page} */ page) => page.getByRole('list', { name: 'Chats' });

/** Loads all of the list, with the focus at its end. @param {Page} page @param {number} count */
async function loadAll(page, count) {
  await listOf(page).getByRole('listitem').first().getByRole('button').first().focus();
  await page.keyboard.press('End');
  await listOf(page).locator(`[aria-posinset="${count}"]`).waitFor();
}

/** Gaps between frames while the list is scrolled, round and round. @param {Page} page @param {Meters} meters */
const scroll = (page, meters) =>
  page.evaluate(
    async ({ there, frames, step }) => {
      const scroller = document.querySelector('[data-scroller]');
      there.startFrames();
      for (let frame = 0; frame < frames && scroller !== null; frame += 1) {
        const rest = Math.max(1, scroller.scrollHeight - scroller.clientHeight);
        scroller.scrollTop = (scroller.scrollTop + step) % rest;
        await new Promise(requestAnimationFrame);
      }
      return there.stopFrames().gaps;
    },
    { there: meters, frames: FRAMES, step: STEP_PX },
  );

/** The longest gap between two frames while something is done. @param {Page} page @param {Meters} meters @param {() => Promise<unknown>} work */
async function freezeOf(page, meters, work) {
  await page.evaluate((there) => there.startFrames(), meters);
  await work();
  const { gaps } = await page.evaluate((there) => there.stopFrames(), meters);
  return Math.max(...gaps);
}

/** From Ctrl+A to the bar that says how many are selected, painted. @param {Page} page @param {Meters} meters */
async function selectAll(page, meters) {
  await listOf(page).getByRole('listitem').first().getByRole('button').first().focus();
  await page.evaluate((there) => there.startKeys(), meters);
  await page.keyboard.press('Control+a');
  await page.getByRole('region', { name: 'Selected chats' }).waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const keys = await page.evaluate((there) => there.stopKeys(), meters);
  return keys.at(-1) ?? Number.NaN;
}

/** Waits until all chats are there again, and none pinned, and that was painted. @param {Page} page @param {number} count */
const asBefore = (page, count) =>
  page.evaluate(async (wanted) => {
    const list = document.querySelector('[data-list="all"]');
    const isBefore = () =>
      list?.querySelector(`[aria-setsize="${wanted}"]`) !== null &&
      list?.querySelector('[role=img]') === null;
    do await new Promise(requestAnimationFrame);
    while (!isBefore());
    await new Promise(requestAnimationFrame);
  }, count);

/** Where chats are moved to. */
const SHELF = 'Shelf';

/** What is done with all chats by the bar that says how many are selected, and what is chosen after that. */
const acts = /** @type {const} */ ({
  Pin: null,
  Archive: null,
  Delete: null,
  Move: async (/** @type {Page} */ page) =>
    page.getByRole('dialog', { name: 'Move to folder' }).getByRole('button', { name: SHELF }).click(),
  Tag: async (/** @type {Page} */ page) => {
    const dialog = page.getByRole('dialog', { name: 'Tags' });
    await dialog.getByRole('combobox', { name: 'Add tag' }).fill('bench');
    await dialog.getByRole('button', { name: 'Save' }).click();
  },
});

/** @typedef {keyof typeof acts} Act */

/**
 * Does something with all chats and takes it back, once it was told.
 * @param {Page} page @param {Meters} meters @param {Act} act @param {number} count
 */
async function changeAll(page, meters, act, count) {
  const selected = await selectAll(page, meters);
  const bar = page.getByRole('region', { name: 'Selected chats' });
  const undo = page.getByRole('button', { name: 'Undo' });
  const freeze = await freezeOf(page, meters, async () => {
    await bar.getByRole('button', { name: act, exact: true }).click();
    await acts[act]?.(page);
    await undo.click();
    await undo.waitFor({ state: 'detached' });
    await asBefore(page, count);
  });
  return { selected, freeze };
}

/** Puts the newest chats into folders, and opens those. @param {Page} page */
const openFolders = (page) =>
  page.evaluate(
    async ({ folders, inEach }) => {
      const { request } = /** @type {any} */ (globalThis).parlance;
      for (let at = 0; at < folders; at += 1) {
        const name = `Folder ${at}`;
        const saved = await request['order.saveFolder']({ id: null, name, parentId: null });
        const { id } = saved.value.folders.find((/** @type {{ name: string }} */ each) => each.name === name);
        const listed = await request['chat.list']({ cursor: null });
        const chatIds = listed.value.chats
          .slice(0, inEach)
          .map((/** @type {{ id: string }} */ chat) => chat.id);
        await request['order.changeChats']({
          changes: [{ chatIds, change: { kind: 'move', folderId: id } }],
        });
      }
      for (let opened = 0; opened < folders; ) {
        await new Promise(requestAnimationFrame);
        const closed = document.querySelectorAll('[data-folder][aria-expanded="false"]');
        for (const folder of closed) if (folder instanceof HTMLElement) folder.click();
        opened += closed.length;
      }
    },
    { folders: FOLDERS, inEach: IN_EACH },
  );

/** @param {import('./machine.mjs').Machine} machine @param {string} folder @param {number} count */
async function openList(machine, folder, count) {
  const profile = path.join(folder, `list of ${count}`);
  await makeProfile(profile, { messages: 0, chats: [{ title: 'Chat', length: 2, times: count }] });
  const app = await openApp(machine, { profile });
  await loadAll(app.page, count);
  await app.page.evaluate(
    (name) =>
      /** @type {any} */ (globalThis).parlance.request['order.saveFolder']({
        id: null,
        name,
        parentId: null,
      }),
    SHELF,
  );
  return { app, meters: await installMeters(app.page) };
}

/**
 * Scrolls the list of chats, selects all of it and changes all at once; the floor is a list of 60 chats.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} folder
 * @param {{ readonly runs: number }} options
 */
export async function benchChatList(machine, folder, { runs }) {
  const lists = [await openList(machine, folder, FEW), await openList(machine, folder, MANY)];
  /** @type {{ gaps: number[], changed: ChangedAll }[][]} */
  const measured = [[], []];
  for (let run = -1; run < runs; run += 1) {
    for (const [at, { app, meters }] of lists.entries()) {
      const gaps = await scroll(app.page, meters);
      const changed = /** @type {ChangedAll} */ ({});
      for (const act of /** @type {Act[]} */ (Object.keys(acts)))
        changed[act] = await changeAll(app.page, meters, act, at === 0 ? FEW : MANY);
      if (run >= 0) measured[at]?.push({ gaps, changed });
    }
  }
  const [few = [], many = []] = measured;
  const [, last] = lists;
  /** @type {number[][]} */
  const inFolders = [];
  if (last !== undefined) {
    await openFolders(last.app.page);
    for (let run = 0; run < runs; run += 1) inFolders.push(await scroll(last.app.page, last.meters));
  }
  await Promise.all(lists.map(({ app }) => app.close()));
  return rowsOf(few, many, inFolders);
}

/** @typedef {Record<Act, { readonly selected: number, readonly freeze: number }>} ChangedAll */
/** @typedef {readonly { readonly gaps: readonly number[], readonly changed: ChangedAll }[]} Measured */

/** @param {Measured} few @param {Measured} many @param {readonly (readonly number[])[]} inFolders */
function rowsOf(few, many, inFolders) {
  const common = { group: 'chat-list', unit: 'ms' };
  const p95 = (/** @type {readonly number[]} */ gaps) => percentile(gaps, 0.95);
  const selected = (/** @type {Measured} */ runs) =>
    runs.map(({ changed }) => Math.max(...Object.values(changed).map((each) => each.selected)));
  /** @param {string} name @param {readonly Act[]} names */
  const freezes = (name, names) => {
    const longest = (/** @type {Measured} */ runs) =>
      runs.map(({ changed }) => Math.max(...names.map((act) => changed[act].freeze)));
    const budget = /** @type {const} */ ({ of: 'value', most: 100 });
    return toRow({ ...common, name, values: longest(many), floors: longest(few), budget });
  };
  return [
    toRow({
      ...common,
      name: `scroll ${MANY.toLocaleString('en')} chats, ${STEP_PX} px a frame: frame gap p95 (floor: ${FEW} chats)`,
      values: many.map(({ gaps }) => p95(gaps)),
      floors: few.map(({ gaps }) => p95(gaps)),
      budget: { of: 'ratio', most: 1.5 },
    }),
    toRow({
      ...common,
      name: '… longest frame gap',
      values: many.map(({ gaps }) => Math.max(...gaps)),
      floors: few.map(({ gaps }) => Math.max(...gaps)),
      budget: { of: 'value', most: 50 },
    }),
    toRow({
      ...common,
      name: `… with ${FOLDERS} folders open: frame gap p95`,
      values: inFolders.map(p95),
      floors: few.map(({ gaps }) => p95(gaps)),
    }),
    toRow({
      ...common,
      name: 'select all, key press to painted',
      values: selected(many),
      floors: selected(few),
      budget: { of: 'value', most: 100 },
    }),
    freezes('pin, archive and delete all, and undo each: longest freeze', ['Pin', 'Archive', 'Delete']),
    freezes('move all to a folder, and undo: longest freeze', ['Move']),
    freezes('tag all, and undo: longest freeze', ['Tag']),
  ];
}
