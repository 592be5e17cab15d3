import { expect, type Page } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { ask, assistantMessages, chatList, closeSettings, openSettings, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import {
  dragTo,
  held,
  inView,
  longText,
  messageAt,
  openLongChat,
  settled,
  topOf,
  turnWheel,
} from '../support/long-chat';

const articleCount = (page: Page): Promise<number> => page.getByRole('article').count();

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
  // What sets formulas is loaded with the first one.
  await expect(page.getByRole('math').first()).toBeAttached();
  await page.getByRole('main', { name: 'Conversation' }).hover();
  for (let step = 0; step < 30; step += 1) {
    const before = await held(page);
    await turnWheel(page, -150);
    // What was in view comes where the wheel takes it, and stays there, whatever is mounted above.
    const off = async () => Math.abs((await topOf(page, before.at)) - before.top - 150);
    await expect.poll(off).toBeLessThanOrEqual(1);
    await settled(page);
    expect(await off()).toBeLessThanOrEqual(1);
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
    await turnWheel(page, delta);
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
  await expect(first.page.getByRole('math').first()).toBeAttached();
  await dragTo(first.page, 0.4);
  await settled(first.page);
  await expect(first.page.getByRole('math').first()).toBeAttached();
  await settled(first.page);
  const place = await held(first.page);
  await first.page.getByRole('button', { name: 'New chat' }).click();
  await chatList(first.page).getByRole('button', { name: 'Three hundred', exact: true }).click();
  await expect(messageAt(first.page, place.at)).toBeInViewport();
  await settled(first.page);
  expect(Math.abs((await topOf(first.page, place.at)) - place.top)).toBeLessThanOrEqual(2);
  await first.app.close();
  const { app, page } = await launch();
  await chatList(page).getByRole('button', { name: 'Three hundred', exact: true }).click();
  await expect(messageAt(page, place.at)).toBeInViewport();
  await settled(page);
  expect(Math.abs((await topOf(page, place.at)) - place.top)).toBeLessThanOrEqual(2);
  for (const width of [820, 1500, 1180]) {
    await app.evaluate(
      ({ BrowserWindow }, wide) => BrowserWindow.getAllWindows()[0]?.setSize(wide, 800),
      width,
    );
    await settled(page);
    await expect(messageAt(page, place.at)).toBeInViewport();
  }
});

test('a long chat is read and acted on by keys, and Tab stops at it once', async ({ launch }) => {
  const parlance = await launch();
  const { page } = parlance;
  await openLongChat(parlance, 500, 'Five hundred');
  const send = page.getByRole('textbox', { name: 'Message', exact: true });
  await send.focus();
  await expect(async () => {
    await page.keyboard.press('Shift+Tab');
    await expect(messageAt(page, 500)).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.press('k');
  await expect(messageAt(page, 499)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(messageAt(page, 1)).toBeFocused();
  await expect(messageAt(page, 1)).toBeInViewport();
  for (const place of [2, 3, 4, 5, 6, 7, 8]) {
    await page.keyboard.press('j');
    await expect(messageAt(page, place)).toBeFocused();
    await expect(messageAt(page, place)).toBeInViewport();
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: 'More actions' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(messageAt(page, 8).getByRole('button', { name: 'More actions' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(messageAt(page, 500)).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Edit message' })).toHaveValue('Question 499');
  await page.keyboard.type('jk');
  await expect(page.getByRole('textbox', { name: 'Edit message' })).toHaveValue('Question 499jk');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await page.keyboard.press('k');
  // From one message Tab goes through its own buttons and then out of the transcript.
  const log = page.getByRole('log', { name: 'Transcript' });
  const inLog = () => log.evaluate((element) => element.contains(document.activeElement));
  const seen = new Set<string | null>();
  await expect(async () => {
    await page.keyboard.press('Tab');
    if (await inLog())
      seen.add(await page.evaluate(() => document.activeElement?.closest('article')?.ariaPosInSet ?? null));
    expect(await inLog()).toBe(false);
  }).toPass();
  expect(seen.size).toBe(1);
});

test('the start of a reply stays in view where one wants it, and what came below is counted', async ({
  launch,
}) => {
  const reply = Array.from({ length: 400 }, (_, at) => `Line ${at}${at % 9 === 8 ? '\n\n' : ''}`).join(' ');
  const server = await startFaultServer({ reply: () => reply, tokensPerSecond: 200 });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const settings = await openSettings(page);
  await settings.getByRole('combobox', { name: 'While a reply is written' }).click();
  await page.getByRole('option', { name: 'Keep its start in view' }).click();
  await closeSettings(page);
  await ask(page, 'Go on');
  const jump = page.getByRole('button', { name: 'Jump to latest' });
  await expect(jump).toContainText('new characters', { timeout: 20_000 });
  await expect(assistantMessages(page).getByText('Line 0', { exact: false }).first()).toBeInViewport();
  const { top } = await held(page);
  await expect(assistantMessages(page)).toHaveAttribute('data-status', 'complete', { timeout: 20_000 });
  expect(Math.abs((await held(page)).top - top)).toBeLessThanOrEqual(1);
  await jump.click();
  await expect(jump).toBeHidden();
  await server.close();
});

test('what is copied is Markdown: a part, several messages, and all of them with those that are not on the page', async ({
  launch,
}) => {
  const parlance = await launch();
  const { app, page } = parlance;
  await openLongChat(parlance, 500, 'Copied');
  const clipboard = () => app.evaluate(({ clipboard: system }) => system.readText());
  const select = (first: number, last: number) =>
    page.evaluate(
      ([from, to]) => {
        const article = (place: number) =>
          document.querySelector(`article[aria-posinset="${place}"]`) ?? document.body;
        const start = article(from);
        if (start instanceof HTMLElement) start.focus();
        window.getSelection()?.setBaseAndExtent(article(from), 0, article(to), article(to).childNodes.length);
      },
      [first, last] as const,
    );
  await expect(page.getByRole('math').first()).toBeAttached();
  for (const place of [492, 494, 496, 498, 500]) {
    await expect(messageAt(page, place)).toContainText(`${place}`);
    await select(place, place);
    await page.keyboard.press('Control+c');
    await expect.poll(clipboard).toBe(longText(place).replaceAll('|---|---|', '| --- | --- |').trim());
  }
  await select(497, 500);
  await page.keyboard.press('Control+c');
  await expect
    .poll(clipboard)
    .toMatch(
      /^## User\n\nQuestion 497\n\n## Assistant\n\n[\s\S]*## User\n\nQuestion 499\n\n## Assistant\n\nAnswer 500/,
    );
  await messageAt(page, 499).focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('All 500 messages selected')).toBeVisible();
  await page.keyboard.press('Control+c');
  const all = Array.from({ length: 500 }, (_, at) =>
    at % 2 === 0
      ? `## User\n\n${at === 0 ? 'Copied' : longText(at + 1)}`
      : `## Assistant\n\n${longText(at + 1)}`,
  ).join('\n\n');
  await expect.poll(clipboard).toBe(all);
  await page.keyboard.press('Escape');
  await expect(page.getByText('All 500 messages selected')).toBeHidden();
});
