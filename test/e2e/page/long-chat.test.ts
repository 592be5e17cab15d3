import { expect, type Page } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { ask, assistantMessages, chatList, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import { dragTo, inView, messageAt, openLongChat } from '../support/long-chat';

const articleCount = (page: Page): Promise<number> => page.getByRole('article').count();

const topOf = async (page: Page, at: number): Promise<number> =>
  (await messageAt(page, at).boundingBox())?.y ?? Number.NaN;

/** The first message in view, and where it begins; `at` is 0 while there is none. */
const held = async (page: Page): Promise<{ readonly at: number; readonly top: number }> => {
  const at = (await inView(page)).places[0] ?? 0;
  return { at, top: at === 0 ? 0 : await topOf(page, at) };
};

/** Waits until what is in view has loaded and stays where it is. */
const settled = async (page: Page): Promise<void> => {
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

test('a chat of 10,000 messages: the page holds what is near, and every part of the scroll bar is the part of the chat', async ({
  launch,
}) => {
  const parlance = await launch();
  const { page } = parlance;
  await openLongChat(parlance, 10_000, 'Ten thousand');
  await expect(messageAt(page, 10_000)).toHaveAttribute('aria-setsize', '10000');
  for (const part of [0.5, 0.1, 0.9, 0, 0.3]) {
    await dragTo(page, part);
    await settled(page);
    const { places, blank } = await inView(page);
    expect(blank).toBeLessThan(0.35);
    expect(Math.abs((places[0] ?? 0) / 10_000 - part)).toBeLessThan(0.02);
    expect(await articleCount(page)).toBeLessThan(60);
  }
  await dragTo(page, 0);
  await expect(messageAt(page, 1)).toBeInViewport();
  await page.getByRole('button', { name: 'Jump to latest' }).click();
  await expect(messageAt(page, 10_000)).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Jump to latest' })).toBeHidden();
});

test('going up through rows of every height never moves what one reads, and shows no gap', async ({
  launch,
}) => {
  const parlance = await launch();
  const { page } = parlance;
  await openLongChat(parlance, 400, 'Four hundred');
  await page.getByRole('main', { name: 'Conversation' }).hover();
  for (let step = 0; step < 30; step += 1) {
    const before = await held(page);
    await page.mouse.wheel(0, -150);
    await expect.poll(async () => (await held(page)).top === before.top).toBe(false);
    await settled(page);
    // What was in view is where the wheel took it, whatever was mounted above.
    expect(Math.abs((await topOf(page, before.at)) - before.top - 150)).toBeLessThanOrEqual(1);
    expect((await inView(page)).blank).toBeLessThan(0.35);
  }
});

test('a reader who scrolled up is never moved by a reply that streams', async ({ launch }) => {
  const reply = Array.from({ length: 300 }, (_, at) => `Line ${at}${at % 9 === 8 ? '\n\n' : ''}`).join(' ');
  const server = await startFaultServer({ reply: () => reply, tokensPerSecond: 120 });
  const parlance = await launch();
  const { page } = parlance;
  await saveServer(page, server.baseUrl);
  await openLongChat(parlance, 60, 'Sixty');
  await ask(page, 'Go on');
  await expect(assistantMessages(page).last()).toContainText('Line 20');
  await page.getByRole('main', { name: 'Conversation' }).hover();
  for (const delta of [-30, -200, -700, 120, -1500, 300, -90]) {
    await page.mouse.wheel(0, delta);
    await settled(page);
    const { at, top } = await held(page);
    const moved = await page.evaluate(async (place) => {
      const article = document.querySelector(`article[aria-posinset="${place}"]`);
      const tops: number[] = [];
      for (let frame = 0; frame < 30; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        tops.push(article?.getBoundingClientRect().top ?? Number.NaN);
      }
      return Math.max(...tops) - Math.min(...tops);
    }, at);
    expect(moved).toBeLessThanOrEqual(1);
    expect(Math.abs((await topOf(page, at)) - top)).toBeLessThanOrEqual(1);
  }
  await page.getByRole('button', { name: 'Jump to latest' }).click();
  await expect(messageAt(page, 62)).toBeInViewport();
  await server.close();
});

test('a chat opens where it was left, over a restart, and keeps its place when the window is resized', async ({
  launch,
}) => {
  const first = await launch();
  await openLongChat(first, 300, 'Three hundred');
  await dragTo(first.page, 0.4);
  await settled(first.page);
  const place = await held(first.page);
  await first.page.getByRole('button', { name: 'New chat' }).click();
  await chatList(first.page).getByRole('button', { name: 'Three hundred', exact: true }).click();
  await expect(messageAt(first.page, place.at)).toBeInViewport();
  await settled(first.page);
  expect(Math.abs((await held(first.page)).top - place.top)).toBeLessThanOrEqual(1);
  await first.app.close();
  const { app, page } = await launch();
  await chatList(page).getByRole('button', { name: 'Three hundred', exact: true }).click();
  await expect(messageAt(page, place.at)).toBeInViewport();
  await settled(page);
  expect(await held(page)).toEqual({ at: place.at, top: expect.closeTo(place.top, 0) });
  for (const width of [820, 1500, 1180]) {
    await app.evaluate(
      ({ BrowserWindow }, wide) => BrowserWindow.getAllWindows()[0]?.setSize(wide, 800),
      width,
    );
    await settled(page);
    await expect(messageAt(page, place.at)).toBeInViewport();
  }
});
