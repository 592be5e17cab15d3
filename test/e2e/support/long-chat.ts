import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { chooseFiles, clickMenu, ownFolder } from './dialogs';
import type { Parlance } from './launch';

/** What an answer of a long chat is made of, by turns: rows of every height. */
const bodies: readonly ((at: number) => string)[] = [
  (at) => `Answer ${at} in one line.`,
  (at) =>
    `Answer ${at}.\n\n${'A paragraph that goes on for some lines. '.repeat(12).trimEnd()}\n\n- one\n- two\n- three`,
  (at) =>
    `Answer ${at}.\n\n\`\`\`ts\n${Array.from({ length: 14 }, (_, line) => `const n${line} = ${at};`).join('\n')}\n\`\`\``,
  (at) =>
    `Answer ${at}.\n\n| a | b |\n|---|---|\n${Array.from({ length: 8 }, (_, row) => `| ${row} | ${at} |`).join('\n')}`,
  (at) => `Answer ${at}: 第 ${at} 条回答。\n\n$$\\int_0^{${at}} x^2\\,dx = \\frac{${at}^3}{3}$$`,
];

/** The text of a message of a long chat, counted from 1. */
export const longText = (position: number): string =>
  position % 2 === 1 ? `Question ${position}` : (bodies[(position / 2) % bodies.length] ?? String)(position);

/**
 * Brings in a chat of so many messages, by turns of user and assistant, and opens it at its end.
 * @param lastText what the last message says, if not what is said at its place.
 */
export const openLongChat = async (
  { app, page }: Parlance,
  count: number,
  title: string,
  lastText = longText(count),
): Promise<void> => {
  const file = path.join(ownFolder(), `${title}.jsonl`);
  const messages = Array.from({ length: count }, (_, at) => ({
    role: at % 2 === 0 ? 'user' : 'assistant',
    content: at === 0 ? title : at + 1 === count ? lastText : longText(at + 1),
  }));
  await writeFile(file, JSON.stringify({ messages }));
  await chooseFiles(app, [file]);
  await clickMenu(app, 'Import…');
  const dialog = page.getByRole('dialog', { name: 'Import', exact: true });
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click({ timeout: 60_000 });
  await page.getByRole('list', { name: 'Chats' }).getByRole('button', { name: title, exact: true }).click();
  await expect(messageAt(page, count)).toBeInViewport();
};

/** The message at a place of the chat on screen, counted from 1. */
export const messageAt = (page: Page, position: number): Locator =>
  page.locator(`article[aria-posinset="${position}"]`);

/** What is in view: places of the messages, and how much of the view shows none. */
export const inView = (page: Page): Promise<{ readonly places: readonly number[]; readonly blank: number }> =>
  page.evaluate(() => {
    const scroller = document.querySelector('[role="log"]')?.parentElement ?? document.body;
    const view = scroller.getBoundingClientRect();
    const shown = [...scroller.querySelectorAll('article')]
      .map((article) => ({ article, rect: article.getBoundingClientRect() }))
      .filter(({ rect }) => rect.bottom > view.top && rect.top < view.bottom);
    const covered = shown.reduce(
      (sum, { rect }) => sum + Math.min(rect.bottom, view.bottom) - Math.max(rect.top, view.top),
      0,
    );
    return {
      places: shown.map(({ article }) => Number(article.ariaPosInSet)),
      blank: 1 - covered / view.height,
    };
  });

/** Puts the scroll bar so far down, from 0 to 1. */
export const dragTo = (page: Page, part: number): Promise<void> =>
  page.evaluate((to) => {
    const scroller = document.querySelector('[role="log"]')?.parentElement ?? document.body;
    scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * to;
  }, part);

/** Turns the wheel so far down, in CSS pixels, where the pointer is; resolves once the page draws what came of it. */
export const turnWheel = async (page: Page, down: number): Promise<void> => {
  const turned = await page.evaluateHandle(() => {
    const seen = { isDrawn: false };
    const afterFrames = () => requestAnimationFrame(() => requestAnimationFrame(() => (seen.isDrawn = true)));
    addEventListener('wheel', afterFrames, { once: true, capture: true, passive: true });
    return seen;
  });
  await page.mouse.wheel(0, down);
  await page.waitForFunction(({ isDrawn }) => isDrawn, turned);
};

/** Where a message begins below the top of the window, in CSS pixels. */
export const topOf = async (page: Page, at: number): Promise<number> =>
  (await messageAt(page, at).boundingBox())?.y ?? Number.NaN;

/** The first message in view, and where it begins; `at` is 0 while there is none. */
export const held = async (page: Page): Promise<{ readonly at: number; readonly top: number }> => {
  const at = (await inView(page)).places[0] ?? 0;
  return { at, top: at === 0 ? 0 : await topOf(page, at) };
};

/** Waits until what is in view has loaded and stays where it is. */
export const settled = async (page: Page): Promise<void> => {
  let last = '';
  await expect
    .poll(async () => {
      const now = JSON.stringify([await inView(page), await held(page)]);
      const isStill = now === last && (await held(page)).at > 0;
      last = now;
      return isStill;
    })
    .toBe(true);
};
