import { expect, type Locator, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import type { FaultServer } from '../../support/fault-server';
import { answered } from './drive';
import type { Parlance } from './launch';

declare const parlance: Bridge;

/** Opens what was sent and received for an answer. */
export const openRequest = async (page: Page, answer: Locator): Promise<Locator> => {
  await answer.getByRole('button', { name: 'Show request' }).click();
  const dialog = page.getByRole('dialog', { name: 'Request' });
  await expect(dialog.getByRole('region', { name: 'Sent' })).toBeVisible();
  return dialog;
};

/** Closes it. */
export const closeRequest = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Request' })).toBeHidden();
};

/** The text in the clipboard. */
export const clipboardOf = ({ app }: Parlance): Promise<string> =>
  app.evaluate(async ({ clipboard }) => clipboard.readText());

/** Copies the JSON of one part of an answer's request. */
export const copied = async (
  parlance: Parlance,
  answer: Locator,
  part: 'Sent' | 'Received',
): Promise<string> => {
  const { page, app } = parlance;
  await app.evaluate(async ({ clipboard }) => clipboard.writeText(''));
  const region = (await openRequest(page, answer)).getByRole('region', { name: part });
  await region.getByRole('button', { name: 'Copy JSON' }).click();
  await expect.poll(() => clipboardOf(parlance)).not.toBe('');
  if (part === 'Sent') await expect(region).toContainText('byte for byte what was sent');
  await closeRequest(page);
  return clipboardOf(parlance);
};

/** The chat requests that the server got. */
export const asked = (server: FaultServer) =>
  server.requests.filter(({ path }) => path === '/chat/completions');
/** The body of the last one, byte for byte. */
export const lastText = (server: FaultServer): string => asked(server).at(-1)?.text ?? '';

/** Whether the page shows the newest answer of its chat, which is written down before the server is asked. */
const showsNewest = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const opened = await parlance.request['chat.open']({ chatId: location.hash.slice(1) });
    const shown = [...document.querySelectorAll('article')].at(-1)?.dataset.messageId;
    const newest = opened.ok ? opened.value.transcript.entries.at(-1) : undefined;
    return newest !== undefined && [newest.message, ...newest.answers].some(({ id }) => id === shown);
  });

/** Waits until the server was asked `count` times and the answer is there. */
export const settle = async (page: Page, server: FaultServer, count: number): Promise<void> => {
  await expect.poll(() => asked(server).length).toBe(count);
  await expect.poll(() => showsNewest(page)).toBe(true);
  await answered(page);
};
