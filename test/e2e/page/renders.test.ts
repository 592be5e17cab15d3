import { expect, type Page } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { answered, ask, assistantMessages, messageBox, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import { countRenders, takeRenders } from '../support/renders';

const LONG = Array.from({ length: 3000 }, (_, at) => `Word${at}${at % 20 === 19 ? '\n\n' : ''}`).join(' ');

/**
 * What is below the view once the transcript has grown while someone types, before any frame, in CSS pixels. What is followed
 * only within a frame takes another one to tell of the scrolling, which keeps the next key waiting.
 */
const leftBelowAfterGrowing = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const log = document.querySelector('[role=log]');
    const scroller = log?.parentElement;
    if (!log || !scroller) return Number.NaN;
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    const grown = document.createElement('div');
    grown.style.height = '3000px';
    log.append(grown);
    // Before a task or a frame: a few turns of what waits for the end of this one.
    for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
    const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    grown.remove();
    return left;
  });

test('a token wakes its own message alone, and a key the composer alone', async ({ launch }) => {
  let reply = 'Short.';
  const server = await startFaultServer({ reply: () => reply, tokensPerSecond: 200 });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'First');
  await answered(page);
  await countRenders(page);
  await expect(assistantMessages(page)).toHaveCount(1);
  reply = LONG;
  await ask(page, 'Second');
  const growing = assistantMessages(page).last();
  await expect(growing).toContainText('Word30 ');
  await takeRenders(page);
  // What a token woke would be woken in every stretch; what comes once, such as a part of the page that is loaded late, is not.
  await expect
    .poll(
      async () => {
        const renders = await takeRenders(page);
        const { 'streaming message': own = 0, 'what is read out': _said, ...others } = renders;
        return own > 10 ? others : 'nothing streamed';
      },
      { intervals: [500] },
    )
    .toEqual({});
  // Frames that nobody asked for would keep each key waiting for the next one.
  const runs = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
  await expect.poll(runs).toBeGreaterThan(0);
  await messageBox(page).focus();
  const atKey = await page.evaluateHandle(() => {
    const seen: { running: number | null } = { running: null };
    const count = () => {
      seen.running = document.getAnimations().filter(({ playState }) => playState === 'running').length;
    };
    document.addEventListener('keydown', count, { once: true });
    return seen;
  });
  await page.keyboard.press('Shift');
  await expect.poll(() => atKey.evaluate(({ running }) => running)).toBe(0);
  await expect.poll(runs).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Stop' }).click();
  await answered(page, 'stopped');
  await messageBox(page).focus();
  await expect.poll(() => takeRenders(page), { intervals: [500] }).toEqual({});
  await page.keyboard.type('abc');
  const { composer = 0, ...elsewhere } = await takeRenders(page);
  expect(composer).toBeGreaterThan(0);
  expect(elsewhere).toEqual({});
  expect(await leftBelowAfterGrowing(page)).toBeLessThan(1);
  await server.close();
});
