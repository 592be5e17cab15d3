import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { clickMenu, ownFolder } from '../support/dialogs';
import { messageBox } from '../support/drive';
import { test } from '../support/fixtures';
import { quickPage } from '../support/native';
import { setPassphrase } from '../support/passphrase';
import { answerWith, boxes, COPY, gone, quit, STAY } from '../support/quit-question';

declare const parlance: Bridge;

const PASSPHRASE = 'correct horse battery staple';

const field = (page: Page) => page.getByLabel('Passphrase', { exact: true });

/** Types, and waits until main knows: the test asks it to quit by another way than the page talks to it. */
const type = async (page: Page, text: string, quick: boolean): Promise<void> => {
  await messageBox(page).fill(text);
  const noted = () =>
    page.evaluate((of) => parlance.request['draft.noted']({ chatId: null, quick: of }), quick);
  await expect.poll(noted).toEqual({ ok: true, value: text });
};

const unlock = async (page: Page): Promise<void> => {
  await field(page).fill(PASSPHRASE);
  await field(page).press('Enter');
  await expect(field(page)).toHaveCount(0);
};

test('what is typed while the history is locked outlives a reload, and quitting asks before it is lost', async ({
  launch,
}) => {
  // Four starts.
  test.setTimeout(120_000);
  const first = await launch();
  await setPassphrase(first.page, PASSPHRASE);
  await first.app.close();

  const second = await launch();
  await expect(field(second.page)).toBeVisible();
  await answerWith(second.app, [STAY]);
  await type(second.page, 'Typed before unlocking', false);
  await quit(second.app);
  await expect.poll(() => boxes(second.app)).toHaveLength(1);
  const [asked] = await boxes(second.app);
  expect(asked?.message).toBe('Not everything is saved: the history cannot be written to now');
  expect(asked?.detail).toMatch(/^Typed texts not saved: 1\n/);
  await second.page.reload();
  await expect(messageBox(second.page)).toHaveValue('Typed before unlocking');
  await unlock(second.page);
  await expect(messageBox(second.page)).toHaveValue('Typed before unlocking');
  const ended = gone(second.app);
  await quit(second.app);
  await ended;

  const third = await launch();
  await expect(field(third.page)).toBeVisible();
  await type(third.page, 'And one more thought', false);
  const quick = await quickPage(third.app, () => clickMenu(third.app, 'Ask in the small window'));
  await type(quick, 'A quick one', true);
  const file = path.join(ownFolder(), 'copy.md');
  await answerWith(third.app, [COPY], [file]);
  const copied = gone(third.app);
  await quit(third.app);
  await copied;
  expect(readFileSync(file, 'utf8')).toBe('And one more thought\n\n---\n\nA quick one\n');

  const last = await launch();
  await unlock(last.page);
  await expect(messageBox(last.page)).toHaveValue('Typed before unlocking');
});

test('the passphrase is asked for without taking the focus from a message that is being typed', async ({
  launch,
}) => {
  const first = await launch();
  await setPassphrase(first.page, PASSPHRASE);
  await first.app.close();
  const { page } = await launch();
  await expect(field(page)).toBeFocused();
  // What asks comes after the page, here much later.
  const session = await page.context().newCDPSession(page);
  const held = new Promise<{ readonly requestId: string }>((resolve) =>
    session.on('Fetch.requestPaused', resolve),
  );
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*closed-history*.js' }] });
  await page.reload();
  const { requestId } = await held;
  await expect(messageBox(page)).toBeFocused();
  await page.keyboard.type('Half a ');
  await session.send('Fetch.continueRequest', { requestId });
  await expect(field(page)).toBeVisible();
  await page.keyboard.type('thought');
  await expect(messageBox(page)).toHaveValue('Half a thought');
  // Nothing to ask about as the app is closed.
  await type(page, '', false);
});
