import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { startFaultServer } from '../../support/fault-server';
import {
  answered,
  ask,
  assistantMessages,
  messageBox,
  saveServer,
  userMessages,
  wordsIn,
} from '../support/drive';
import { test } from '../support/fixtures';
import { historyPid, killHistory, killHistoryForLonger, whileHistoryOpens } from '../support/history-process';

declare const parlance: Bridge;

test('when backstage dies in mid-stream the whole reply is kept and the app goes on', async ({ launch }) => {
  const text = Array.from({ length: 300 }, (_, index) => `w${index}`).join(' ');
  const server = await startFaultServer({ reply: () => text, tokensPerSecond: 150 });
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Count');
  await expect(assistantMessages(page)).toContainText('w50');
  await killHistory(app);
  await answered(page);
  await expect(assistantMessages(page)).toContainText('w299');
  await app.close();
  const again = await launch();
  await again.page
    .getByRole('list', { name: 'Chats' })
    .getByRole('button', { name: 'Count', exact: true })
    .click();
  await answered(again.page);
  await expect.poll(() => wordsIn(assistantMessages(again.page), /w\d+/g)).toEqual(text.split(' '));
  await server.close();
});

test('when backstage is dead at the moment of sending, the text stays and sending again works', async ({
  launch,
  server,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'First');
  await answered(page);
  const dead = await historyPid(app);
  await killHistory(app);
  await ask(page, 'Second');
  // Refused, unless another process is there by now: asked blindly once more, it would be sent twice.
  const refused = page.getByRole('alert');
  await expect(refused.or(userMessages(page).nth(1)).first()).toBeVisible();
  if (await refused.isVisible()) {
    await expect(messageBox(page)).toHaveValue('Second');
    await expect.poll(async () => [undefined, dead].includes(await historyPid(app))).toBe(false);
    await messageBox(page).press('Enter');
  }
  await expect(userMessages(page)).toHaveText([/First/, /Second/]);
  await answered(page);
});

test('what is asked while the history is being opened waits for it, as at every start', async ({
  launch,
  server,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await whileHistoryOpens(app, async () => {
    await expect(page.getByText('Opening your history…')).toBeVisible();
    await ask(page, 'At once');
  });
  await answered(page);
  await expect(userMessages(page)).toHaveText([/At once/]);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a history that is begun anew while backstage is dead is opened by one process, not by two', async ({
  launch,
  profile,
  server,
}) => {
  const before = await launch();
  await saveServer(before.page, server.baseUrl);
  await ask(before.page, 'First');
  await answered(before.page);
  await before.app.close();
  await rm(path.join(profile, 'history.db'));
  const { app, page } = await launch();
  await expect(page.getByRole('heading', { name: 'Your history is missing' })).toBeVisible();
  await killHistoryForLonger(app);
  await page.evaluate(() => parlance.request['vault.startNewHistory']({}));
  // Longer than the pause after three deaths: the process that was to come back would be there as well.
  await app.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
  const processes = () =>
    app.evaluate(
      ({ app: electron }) =>
        electron.getAppMetrics().filter(({ name }) => name === 'Parlance history').length,
    );
  await expect.poll(processes).toBe(1);
  await ask(page, 'Second');
  await answered(page);
});
