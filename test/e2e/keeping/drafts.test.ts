import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { chips, choose } from '../support/attach';
import { chatList, messageBox, userMessages } from '../support/drive';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';
import { killAll } from '../support/kill-all';
import { setPassphrase } from '../support/passphrase';

declare const parlance: Bridge;

const NOTE = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Beside the text') };

const editor = (page: Page) => page.getByRole('textbox', { name: 'Edit message' });
const edited = (page: Page) => userMessages(page).filter({ has: page.getByRole('textbox') });
const pencil = (page: Page) => userMessages(page).getByRole('button', { name: 'Edit', exact: true });

/** What the history holds of the first chat's drafts: typing is saved a moment later. */
const kept = (page: Page, chatId: string) =>
  page.evaluate(async (id) => {
    const opened = await parlance.request['chat.open']({ chatId: id });
    if (!opened.ok) throw new Error(opened.error.code);
    const { draft, editDrafts } = opened.value;
    return {
      text: draft?.text,
      role: draft?.role,
      name: draft?.name,
      files: draft?.attachments?.length,
      edits: editDrafts?.map(({ text, attachments, name }) => ({ text, files: attachments?.length, name })),
    };
  }, chatId);

/** What the history holds for a chat that does not exist yet. */
const keptForNewChat = (page: Page) =>
  page.evaluate(async () => {
    const snapshot = await parlance.request['app.snapshot']({});
    if (!snapshot.ok) throw new Error(snapshot.error.code);
    const { text, attachments } = snapshot.value.newChatDraft ?? {};
    return { text, files: attachments?.map(({ name }) => name) };
  });

const open = async (page: Page, title: string) =>
  chatList(page).getByRole('button', { name: title, exact: true }).click();

test('a message half written comes back after kill -9 with its role, name and files', async ({ launch }) => {
  const first = await launch();
  const chatId = await fillChat(first.page, ['Alpha', 'answer']);
  await open(first.page, 'Alpha');
  await messageBox(first.page).fill('Half a thought');
  await choose(first.page, [NOTE]);
  await expect(chips(first.page)).toHaveCount(1);
  await first.page.getByRole('combobox', { name: 'Role' }).click();
  await first.page.getByRole('option', { name: 'System' }).click();
  await first.page.getByRole('button', { name: 'Give the message a name' }).click();
  await first.page.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await expect
    .poll(() => kept(first.page, chatId))
    .toEqual({ text: 'Half a thought', role: 'system', name: 'Ada', files: 1 });
  await killAll(first.app);
  const { page } = await launch();
  await open(page, 'Alpha');
  await expect(messageBox(page)).toHaveValue('Half a thought');
  await expect(chips(page)).toContainText('note.txt');
  await expect(page.getByRole('combobox', { name: 'Role' })).toContainText('System');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ada');
});

test('an edit comes back after kill -9 with its name and without the file that was taken away', async ({
  launch,
}) => {
  const first = await launch();
  await messageBox(first.page).fill('With a file');
  await choose(first.page, [NOTE]);
  await first.page.getByRole('button', { name: 'Add without sending' }).click();
  await pencil(first.page).click();
  await edited(first.page).getByRole('button', { name: 'Remove note.txt' }).click();
  await edited(first.page).getByRole('button', { name: 'Give the message a name' }).click();
  await edited(first.page).getByRole('textbox', { name: 'Name' }).fill('Bo');
  const chatId = await first.page.evaluate(async () => {
    const snapshot = await parlance.request['app.snapshot']({});
    return snapshot.ok ? (snapshot.value.chats.chats[0]?.id ?? '') : '';
  });
  await expect
    .poll(() => kept(first.page, chatId).then(({ edits }) => edits))
    .toEqual([{ text: null, files: 0, name: 'Bo' }]);
  await killAll(first.app);
  const { page } = await launch();
  await open(page, 'With a file');
  await expect(editor(page)).toHaveValue('With a file');
  await expect(edited(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Bo');
  await expect(edited(page).getByRole('list', { name: 'Attachments' })).toHaveCount(0);
});

test('Escape keeps an edit and says so, Cancel throws it away, and both ways lead back', async ({
  launch,
}) => {
  const { page } = await launch();
  await fillChat(page, ['Alpha', 'answer']);
  await open(page, 'Alpha');
  await pencil(page).click();
  await editor(page).fill('Alpha and more');
  await editor(page).press('Escape');
  await expect(editor(page)).toHaveCount(0);
  await expect(pencil(page)).toHaveAccessibleDescription('With changes that are not saved');
  await pencil(page).click();
  await expect(editor(page)).toHaveValue('Alpha and more');
  await edited(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(editor(page)).toHaveCount(0);
  await expect(pencil(page)).not.toHaveAccessibleDescription(/not saved/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(editor(page)).toHaveValue('Alpha and more');
});

test('what is typed while the history is locked comes after the draft in it, and neither is lost', async ({
  launch,
}) => {
  const PASSPHRASE = 'correct horse battery staple';
  const first = await launch();
  await messageBox(first.page).fill('Kept since yesterday');
  await choose(first.page, [NOTE]);
  await expect
    .poll(() => keptForNewChat(first.page))
    .toEqual({ text: 'Kept since yesterday', files: ['note.txt'] });
  await setPassphrase(first.page, PASSPHRASE);
  await first.app.close();
  const { app, page } = await launch();
  const passphrase = page.getByLabel('Passphrase', { exact: true });
  // It takes the focus as it comes.
  await expect(passphrase).toBeFocused();
  await messageBox(page).fill('Typed before unlocking');
  // Leaving the box saves at once.
  await passphrase.fill(PASSPHRASE);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await passphrase.press('Enter');
  const both = 'Kept since yesterday\n\nTyped before unlocking';
  await expect(messageBox(page)).toHaveValue(both);
  await expect(chips(page)).toContainText('note.txt');
  await expect.poll(() => keptForNewChat(page)).toEqual({ text: both, files: ['note.txt'] });
  await killAll(app);
  const again = await launch();
  const field = again.page.getByLabel('Passphrase', { exact: true });
  await field.fill(PASSPHRASE);
  await field.press('Enter');
  await expect(messageBox(again.page)).toHaveValue(both);
});
