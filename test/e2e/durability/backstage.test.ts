import { expect } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import {
  answered,
  ask,
  assistantMessages,
  beforeAsking,
  saveServer,
  userMessages,
  wordsIn,
} from '../support/drive';
import { test } from '../support/fixtures';
import { killHistory, whileHistoryOpens } from '../support/history-process';

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
  await killHistory(app);
  await beforeAsking(page);
  await expect(async () => {
    const box = page.getByRole('textbox', { name: 'Message', exact: true });
    if ((await userMessages(page).count()) < 2) {
      await box.fill('Second');
      await box.press('Enter');
    }
    await expect(userMessages(page)).toHaveCount(2, { timeout: 500 });
  }).toPass();
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
