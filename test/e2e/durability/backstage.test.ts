import { expect } from '@playwright/test';
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
import { historyPid, killHistory, whileHistoryOpens } from '../support/history-process';

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
