import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import type { FaultServer } from '../../support/fault-server';
import { answered, ask, chatList, messageBox, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import { clickNotice, leaveApp, noteDesktop, noted, workInApp } from '../support/native';
import { asked } from '../support/request-dialog';

declare const parlance: Bridge;

/** Longer than what is worth telling of, which a silence is too. */
const LONG = { kind: 'keepAlive', everyMs: 700, times: 8 } as const;
const ENDLESS = { ...LONG, times: 1000 } as const;

/** Until then the page says that a reply is under way, and the next fault could meet this question. */
const receivedBy = (server: FaultServer, count: number) =>
  expect.poll(() => asked(server).length).toBe(count);

test('a long reply that ends in the background is told of, counted, marked, and opened by a click', async ({
  launch,
  server,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await noteDesktop(app);
  await workInApp(app);
  const newChat = () => page.getByRole('button', { name: 'New chat' }).click();
  server.fail({ kind: 'hold', after: 2 }, 1);
  await ask(page, 'Secret plans');
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await receivedBy(server, 1);
  await newChat();
  // A short one, and one that somebody looks at, are not.
  await ask(page, 'Short');
  await answered(page);
  server.fail(LONG, 1);
  await ask(page, 'Seen');
  await answered(page);
  expect(await noted(app)).toMatchObject({ notices: [], badges: [] });
  await newChat();
  await leaveApp(app);
  await server.release();
  await expect
    .poll(() => noted(app))
    .toMatchObject({
      notices: ['Parlance: A reply is complete.'],
      badges: [1],
    });
  const item = chatList(page).getByRole('listitem').filter({ hasText: 'Secret plans' });
  await expect(item).toContainText('unread reply');
  await clickNotice(app);
  await expect(page.getByRole('article', { name: 'User message' })).toHaveText(/Secret plans/);
  await expect(item).not.toContainText('unread reply');
  await expect.poll(async () => (await noted(app)).badges).toEqual([1, 0]);
});

test('a failure is told of too, with the title where that is wanted; a reply that was stopped is not', async ({
  launch,
  server,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await page.evaluate(() =>
    parlance.request['settings.update']({ notifications: 'title', silenceSeconds: 6 }),
  );
  await noteDesktop(app);
  server.fail(ENDLESS, 1);
  await ask(page, 'Stopped');
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  await receivedBy(server, 1);
  await page.getByRole('button', { name: 'New chat' }).click();
  server.fail({ kind: 'stall', after: 3 }, 1);
  await ask(page, 'Silence falls');
  await expect(messageBox(page)).toHaveValue('');
  await chatList(page).getByRole('button', { name: 'Stopped', exact: true }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await answered(page, 'stopped');
  await leaveApp(app);
  await expect
    .poll(async () => (await noted(app)).notices, { timeout: 20_000 })
    .toEqual(['Silence falls: A reply has failed.']);
});

test('what nobody has read is still marked after a restart, until somebody reads it', async ({
  launch,
  server,
}) => {
  const first = await launch();
  await saveServer(first.page, server.baseUrl);
  server.fail({ kind: 'hold', after: 2 }, 1);
  await ask(first.page, 'Read me later');
  await expect(first.page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await first.page.getByRole('button', { name: 'New chat' }).click();
  await leaveApp(first.app);
  await server.release();
  const item = (page: Page) => chatList(page).getByRole('listitem').filter({ hasText: 'Read me later' });
  await expect(item(first.page)).toContainText('unread reply');
  await first.app.close();
  const second = await launch();
  await expect(item(second.page)).toContainText('unread reply');
  await workInApp(second.app);
  await item(second.page).getByRole('button', { name: 'Read me later' }).click();
  await expect(item(second.page)).not.toContainText('unread reply');
  await second.app.close();
  const third = await launch();
  await expect(item(third.page)).toBeVisible();
  await expect(item(third.page)).not.toContainText('unread reply');
});
