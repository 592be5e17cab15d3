import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { answered, ask, assistantMessages, chatList, messageBox, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import { HOLD_HISTORY, tellHistory } from '../support/history-process';
import { killAll } from '../support/kill-all';

declare const parlance: Bridge;

const kept = (profile: string): boolean => existsSync(path.join(profile, 'last-chats.json'));

const herons = (page: Page) => chatList(page).getByRole('button', { name: 'Herons?', exact: true });

const historyState = (page: Page) =>
  page.evaluate(async () => {
    const snapshot = await parlance.request['app.snapshot']({});
    return snapshot.ok && snapshot.value.history.kind;
  });

test('the chats are there before the history is, and what is asked of it meanwhile comes when it is', async ({
  launch,
  server,
  profile,
}) => {
  const first = await launch();
  await saveServer(first.page, server.baseUrl);
  await ask(first.page, 'Herons?');
  await answered(first.page);
  await first.app.close();
  expect(kept(profile)).toBe(true);

  // Comes to an end only if the page can be used while nobody has told the history anything.
  const { app, page } = await launch({ before: HOLD_HISTORY });
  expect(await historyState(page)).toBe('starting');
  await expect(page.getByText('Opening your history…')).toHaveCount(0);
  await messageBox(page).fill('Typed before');
  await herons(page).click();
  expect(kept(profile)).toBe(false);
  await tellHistory(app);
  await expect(assistantMessages(page)).toHaveAttribute('data-status', 'complete');
  await expect.poll(() => historyState(page)).toBe('open');
  await expect(herons(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'New chat' }).click();
  await expect(messageBox(page)).toHaveValue('Typed before');
});

test('chats that have changed since are never shown as they were', async ({ launch, server, profile }) => {
  const first = await launch();
  await saveServer(first.page, server.baseUrl);
  await ask(first.page, 'Herons?');
  await answered(first.page);
  await first.app.close();

  const { app, page } = await launch();
  await herons(page).press('Delete');
  await expect(herons(page)).toHaveCount(0);
  await killAll(app);
  expect(kept(profile)).toBe(false);
  const last = await launch();
  await expect(last.page.getByText('Your chats will appear here.')).toBeVisible();
  await expect(herons(last.page)).toHaveCount(0);
});
