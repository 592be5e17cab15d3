import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { choose as attach } from '../support/attach';
import { chooseFiles, choosePlace, clickMenu, ownFolder } from '../support/dialogs';
import {
  answered,
  ask,
  chatList,
  messageBox,
  openSettings,
  saveServer,
  userMessages,
} from '../support/drive';
import { test } from '../support/fixtures';
import { historyPid, killHistory } from '../support/history-process';
import { killAll } from '../support/kill-all';
import { makeProfile, removeProfile } from '../support/launch';
import { filesHolding } from '../support/profile-files';

declare const parlance: Bridge;

/** One mark for every place that a person's words go. */
const MARKS = {
  key: 'sk-test-SweepKey0123456789abcdef',
  prompt: 'Zwetschgendatschi im Sommergewitter',
  reply: 'Quittengelee auf Buchweizenwaffel',
  title: 'Heuschober Titelschrift',
  draft: 'Klapperstorch halbgetippter Entwurf',
  edit: 'Wetterfrosch halbgetippte Aenderung',
  search: 'Mondscheinsonate im Suchfeld',
  attached: 'Blaubeermuffin aus der Textdatei',
  imported: 'Gummibaerenbande aus dem Import',
  library: 'Federkernmatratze in der Bibliothek',
  misspelt: 'Haselnusskipferln mispelled',
} as const;

const importChat = async (app: ElectronApplication, page: Page): Promise<void> => {
  const file = path.join(ownFolder(), 'examples.jsonl');
  const line = {
    messages: [
      { role: 'user', content: MARKS.imported },
      { role: 'assistant', content: 'Yes' },
    ],
  };
  await writeFile(file, JSON.stringify(line));
  await chooseFiles(app, [file]);
  await clickMenu(app, 'Import…');
  const dialog = page.getByRole('dialog', { name: 'Import', exact: true });
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('The import is complete.');
  await dialog.getByRole('button', { name: 'Done' }).click();
};

/** What leaves the profile only by a person's choice: begun and cancelled. */
const cancelExports = async (app: ElectronApplication, page: Page, chatId: string): Promise<void> => {
  await choosePlace(app, '');
  for (const format of ['markdown', 'json', 'html', 'pdf', 'png'] as const)
    await page.evaluate((input) => parlance.request['transfer.exportChat'](input), { chatId, format });
};

const crashPage = async (app: ElectronApplication): Promise<void> => {
  const gone = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.webContents.once('render-process-gone', () => resolve());
        window?.webContents.forcefullyCrashRenderer();
      }),
  );
  await gone;
};

test('after a walk through everything no word of it is in clear in any file of the profile or of the temporary folder', async ({
  launch,
  server,
  profile,
}) => {
  test.setTimeout(120_000);
  // Short: Chromium makes a socket below it.
  const temporary = await makeProfile();
  const env = { TMPDIR: temporary };
  const { app, page } = await launch({ env });
  await saveServer(page, server.baseUrl, MARKS.key);
  await attach(page, [
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from(`${MARKS.attached}\n`.repeat(50)) },
  ]);
  await ask(page, MARKS.prompt);
  await answered(page);
  const chatId = await page.evaluate(async ({ title, library, reply }) => {
    const snapshot = await parlance.request['app.snapshot']({});
    const id = snapshot.ok ? snapshot.value.chats.chats[0]?.id : undefined;
    if (id === undefined) throw new Error('no chat');
    await parlance.request['chat.rename']({ chatId: id, title });
    await parlance.request['prompt.save']({ id: null, title: library, text: library, tags: [] });
    const options = { model: 'm', params: {} };
    await parlance.request['chat.addMessage']({ chatId: id, role: 'assistant', text: reply, options });
    return id;
  }, MARKS);
  await chatList(page).getByRole('button', { name: MARKS.title, exact: true }).click();
  await page.getByRole('searchbox', { name: 'Search chats' }).fill(MARKS.search);
  await page.getByRole('searchbox', { name: 'Search chats' }).fill(MARKS.prompt);
  await expect(page.getByRole('listbox', { name: 'Search results' }).getByRole('option')).not.toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search chats' }).fill('');
  await userMessages(page).first().getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Edit message' }).fill(MARKS.edit);
  await importChat(app, page);
  await cancelExports(app, page, chatId);
  const settings = await openSettings(page);
  const section = settings.getByRole('region', { name: 'Snapshots' });
  await section.getByRole('button', { name: 'Make one now' }).click();
  await expect(section.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  // Into the message box last: it is there when everything is killed.
  await messageBox(page).pressSequentially(`${MARKS.misspelt} ${MARKS.draft}`);
  const pid = await historyPid(app);
  await killHistory(app);
  await expect.poll(() => historyPid(app)).not.toBe(pid);
  await crashPage(app);
  const check = async (when: string): Promise<void> => {
    for (const [what, mark] of Object.entries(MARKS)) {
      for (const folder of [profile, temporary])
        expect((await filesHolding(folder, mark)).holding, `${what}, ${when}`).toEqual([]);
    }
    expect((await filesHolding(profile, MARKS.prompt)).read).toBeGreaterThan(10);
  };
  await check('after both crashed');
  await killAll(app);
  await check('after all was killed');
  const again = await launch({ env });
  await chatList(again.page).getByRole('button', { name: MARKS.title, exact: true }).click();
  await again.app.close();
  await check('closed');
  await removeProfile(temporary);
});
