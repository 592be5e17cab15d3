import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { hostilePage } from '../../support/hostile-page';
import { answered, ask, assistantMessages, messageBox } from '../support/drive';
import { test } from '../support/fixtures';
import { runPage, showCode } from '../support/preview';
import { listenForVisitors } from '../support/visitors';

/** A domain that exists nowhere: only its look-up could be seen. */
const NAME = 'exfiltrated.example';

test('a page in a preview gets out by no way: no connection, no look-up of a name, no bridge, no storage, no prompt', async ({
  launch,
  profile,
}) => {
  const visitors = await listenForVisitors();
  const { app, page } = await launch();
  const log = path.join(profile, 'net-log.json');
  await app.evaluate(
    ({ session }, file) => session.defaultSession.netLog.startLogging(file, { captureMode: 'everything' }),
    log,
  );
  const frame = await runPage(page, hostilePage(visitors.host, NAME));
  await expect(frame.locator('#found')).not.toBeEmpty({ timeout: 30_000 });
  const found: unknown = JSON.parse((await frame.locator('#found').textContent()) ?? '');
  await app.evaluate(async ({ session: { defaultSession } }) => {
    // One look-up of our own, to see that the log would hold it.
    await defaultSession.resolveHost('control.invalid').catch(() => undefined);
    await defaultSession.netLog.stopLogging();
  });
  const ways = Object.entries(found as Record<string, string>);
  expect(ways.length).toBeGreaterThan(40);
  expect(ways.filter(([, became]) => became !== 'refused' && became !== 'silent')).toEqual([]);
  expect(visitors.visits).toEqual([]);
  const noted = (await readFile(log, 'utf8')).split('\n');
  expect(noted.some((line) => line.includes('control.invalid'))).toBe(true);
  expect(noted.filter((line) => line.includes(NAME) || line.includes(visitors.host))).toEqual([]);
  expect(new URL(page.url()).pathname).toBe('/index.html');
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).not.toBe('from the preview');
  await expect(page.getByRole('alert')).toHaveCount(0);
  visitors.close();
});

test('without a second click no script of a page runs; with it they run; another click ends them', async ({
  launch,
}) => {
  const { page } = await launch();
  const block = await showCode(
    page,
    'html',
    '<style>p { color: rgb(1, 2, 3) }</style><p id="a" onclick="1">still</p><script>a.textContent = "ran"</script>',
    'HTML',
  );
  await expect(page.locator('iframe')).toHaveCount(0);
  await block.getByRole('button', { name: 'Preview', exact: true }).click();
  const text = block.getByTitle('Preview of the page').contentFrame().locator('#a');
  await expect(text).toHaveText('still');
  await expect(text).toHaveCSS('color', 'rgb(1, 2, 3)');
  await block.getByRole('button', { name: 'Run scripts' }).click();
  await expect(text).toHaveText('ran');
  await block.getByRole('button', { name: 'Stop scripts' }).click();
  await expect(text).toHaveText('still');
  await block.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(block.locator('pre')).toContainText('a.textContent');
});

/** Ends once the page has drawn so many frames. */
const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (wanted) => {
    for (let drawn = 0; drawn < wanted; drawn += 1) await new Promise(requestAnimationFrame);
  }, count);

test('a page that never ends holds up neither typing nor replies, and ends with its preview', async ({
  launch,
}) => {
  const { app, page } = await launch();
  // Those that draw pages: Chromium starts and ends others as it likes.
  const processes = () =>
    app.evaluate(({ app: { getAppMetrics } }) =>
      getAppMetrics().flatMap(({ type, pid }) => (type === 'Tab' ? [pid] : [])),
    );
  const block = await showCode(page, 'html', '<script>for (;;) ;</script>', 'HTML');
  const before = await processes();
  await block.getByRole('button', { name: 'Preview', exact: true }).click();
  await block.getByRole('button', { name: 'Run scripts' }).click();
  await expect(block.getByTitle('Preview of the page')).toBeVisible();
  const own = async () => (await processes()).filter((pid) => !before.includes(pid));
  await expect.poll(own).not.toEqual([]);
  await messageBox(page).pressSequentially('typed beside it');
  await expect(messageBox(page)).toHaveValue('typed beside it');
  // In the same process, not a single frame would be drawn.
  await frames(page, 20);
  await ask(page, 'Still there?');
  await expect(assistantMessages(page)).toHaveCount(2);
  await answered(page, 'failed');
  await block.getByRole('button', { name: 'Stop scripts' }).click();
  await block.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect.poll(own, { timeout: 20_000 }).toEqual([]);
});
