import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { navigation } from '../support/chat-list';
import { chatList } from '../support/drive';
import { test } from '../support/fixtures';
import { makeManyChats } from '../support/many-chats';

declare const parlance: Bridge;

const COUNT = 1300;
/** More rows than any screen shows, with what is mounted around it. */
const FEW = 150;

const chat = (page: Page, at: number) =>
  chatList(page).getByRole('button', { name: `Chat ${at}`, exact: true });
const rows = (page: Page) => chatList(page).getByRole('listitem');
const bar = (page: Page) => page.getByRole('region', { name: 'Selected chats' });

/** How much of the list's view shows neither a row nor what stands above or below the rows, in CSS pixels. */
const blank = (page: Page): Promise<number> =>
  chatList(page).evaluate((list) => {
    const view = list.parentElement?.parentElement?.getBoundingClientRect() ?? new DOMRect();
    const shown = list.getBoundingClientRect();
    const [from, to] = [Math.max(view.top, shown.top), Math.min(view.bottom, shown.bottom)];
    const covered = [...list.querySelectorAll(':scope > li:not([aria-hidden])')]
      .map((row) => row.getBoundingClientRect())
      .reduce((sum, { top, bottom }) => sum + Math.max(0, Math.min(bottom, to) - Math.max(top, from)), 0);
    return Math.round(to - from - covered);
  });

/** Types letters that belong together, however long the machine takes between two keys. */
const typeAtOnce = (page: Page, text: string): Promise<void> =>
  page.evaluate((letters) => {
    for (const key of letters)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
  }, text);

const scrollTo = (page: Page, top: number): Promise<void> =>
  chatList(page).evaluate((list, to) => {
    list.parentElement?.parentElement?.scrollTo(0, to);
  }, top);

test('a list of 1,300 chats mounts those in view and is walked, found in and selected as a whole by keys', async ({
  profile,
  launch,
}) => {
  await makeManyChats(profile, COUNT, [], COUNT - 1);
  const { page } = await launch();
  await chat(page, 1).focus();
  // One letter, of a name that is not loaded yet: it is looked for in the rest of the list.
  await page.keyboard.press('u');
  const untitled = chatList(page).getByRole('button', { name: 'Untitled chat', exact: true });
  await expect(untitled).toBeFocused();
  await expect(untitled).toBeInViewport();
  await page.keyboard.press('End');
  await expect(chat(page, COUNT)).toBeFocused();
  await expect(chat(page, COUNT)).toBeInViewport();
  const last = rows(page).last();
  await expect(last).toHaveAttribute('aria-posinset', String(COUNT));
  await expect(last).toHaveAttribute('aria-setsize', String(COUNT));
  await expect.poll(() => rows(page).count()).toBeLessThan(FEW);
  await page.keyboard.press('PageUp');
  await expect(chat(page, COUNT)).not.toBeFocused();
  await page.keyboard.press('Home');
  await expect(chat(page, 1)).toBeFocused();
  await typeAtOnce(page, 'chat 700');
  await expect(chat(page, 700)).toBeFocused();
  await expect(chat(page, 700)).toBeInViewport();

  for (const top of [9_000, 31_000, 30_500, 12_345, 0, 45_000]) {
    await scrollTo(page, top);
    await expect.poll(() => blank(page)).toBe(0);
    expect(await rows(page).count()).toBeLessThan(FEW);
  }
  // What has the focus is there wherever one scrolls to, and goes on from where it was.
  await expect(chat(page, 700)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(chat(page, 701)).toBeFocused();
  await expect(chat(page, 701)).toBeInViewport();

  // From 701 to one that is not mounted while it is chosen, and to the end.
  await chat(page, 701).click({ modifiers: ['Control'] });
  await scrollTo(page, 10_000);
  await chat(page, 300).click({ modifiers: ['Shift'] });
  await expect(bar(page)).toContainText('402 chats selected');
  await page.keyboard.press('Shift+End');
  await expect(bar(page)).toContainText('600 chats selected');
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toContainText('1,300 chats selected');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
});

test('1,300 chats are pinned, moved, archived and deleted together, and each is undone', async ({
  profile,
  launch,
}) => {
  await makeManyChats(profile, COUNT, ['Work']);
  const { page } = await launch();
  const selectAll = async () => {
    await chat(page, 1).focus();
    await page.keyboard.press('Control+a');
    await expect(bar(page)).toContainText('1,300 chats selected');
  };
  const act = (name: string) => bar(page).getByRole('button', { name, exact: true }).click();
  const undone = async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(COUNT));
    await expect(chat(page, 1)).toBeVisible();
  };
  const told = (text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
  await selectAll();
  await act('Pin');
  await told('1,300 chats stay at the top of the list.');
  const pinned = chatList(page).getByRole('img', { name: 'Pinned' });
  await expect(pinned.first()).toBeVisible();
  await undone();
  await expect(pinned).toHaveCount(0);

  await selectAll();
  await act('Move');
  await page.getByRole('dialog', { name: 'Move to folder' }).getByRole('button', { name: 'Work' }).click();
  await told('1,300 chats were moved.');
  await expect(rows(page)).toHaveCount(0);
  const folder = navigation(page).getByRole('button', { name: 'Work', exact: true });
  await folder.click();
  const inWork = page.getByRole('list', { name: 'Work', exact: true });
  await expect(inWork.getByRole('button', { name: 'Chat 1', exact: true })).toBeVisible();
  await folder.focus();
  await page.keyboard.press('End');
  await expect(inWork.getByRole('button', { name: 'Chat 1300', exact: true })).toBeFocused();
  await expect.poll(() => inWork.getByRole('listitem').count()).toBeLessThan(FEW);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await undone();

  await selectAll();
  await act('Archive');
  await expect(rows(page)).toHaveCount(0);
  await undone();

  await selectAll();
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(0);
  await undone();
  await chat(page, 1).focus();
  await page.keyboard.press('Control+Shift+z');
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(COUNT));
  const listed = await page.evaluate(() => parlance.request['order.read']({}));
  expect(listed).toMatchObject({ ok: true, value: { folders: [{ name: 'Work', chatCount: 0 }] } });

  // Names for screen readers, of rows that are out of view, must not make the page itself taller than the window.
  await page.evaluate(async () => {
    const first = await parlance.request['chat.list']({ cursor: null });
    const ids = first.ok ? first.value.chats.map(({ id }) => id) : [];
    for (const [at, id] of ids.entries()) {
      const name = `Shelf ${at}`;
      const saved = await parlance.request['order.saveFolder']({ id: null, name, parentId: null });
      const folder = saved.ok ? saved.value.folders.find((each) => each.name === name) : undefined;
      const change = { kind: 'move', folderId: folder?.id ?? null } as const;
      await parlance.request['order.changeChats']({ changes: [{ chatIds: [id], change }] });
    }
  });
  await expect(navigation(page).getByText('1 chat', { exact: true })).toHaveCount(60);
  expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
});

test('a chat is dragged into a folder that is out of view: held at the edge, the list scrolls', async ({
  profile,
  launch,
}) => {
  await makeManyChats(profile, 300, ['Work']);
  const { page } = await launch();
  await chat(page, 1).focus();
  await scrollTo(page, 1500);
  const list = chatList(page).locator('..').locator('..');
  const box = (await list.boundingBox()) ?? { x: 0, y: 0 };
  await chat(page, 45).hover();
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 200, { steps: 4 });
  let nudge = 0;
  await expect
    .poll(
      async () => {
        // What is held is never quite still; the source of the drag goes out of view, and stays.
        nudge = 1 - nudge;
        await page.mouse.move(box.x + 60 + nudge, box.y + 6);
        return list.evaluate((element) => element.scrollTop);
      },
      { timeout: 30_000 },
    )
    .toBe(0);
  await navigation(page).getByRole('button', { name: 'Work', exact: true }).hover();
  await page.mouse.up();
  await expect(page.getByRole('status').filter({ hasText: 'The chat was moved.' })).toBeVisible();
  await navigation(page).getByRole('button', { name: 'Work', exact: true }).click();
  const inWork = page.getByRole('list', { name: 'Work', exact: true });
  await expect(inWork.getByRole('listitem')).toHaveText('Chat 45');
});
