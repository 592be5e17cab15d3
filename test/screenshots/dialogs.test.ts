import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../preload/contract/bridge';
import { compareDialog, namingServer, openCompare } from '../e2e/support/compare';
import { chooseFiles, ownFolder } from '../e2e/support/dialogs';
import {
  answered,
  ask,
  assistantMessages,
  chatList,
  messageBox,
  openSettings,
  saveServer,
} from '../e2e/support/drive';
import { fillChat } from '../e2e/support/fill-chat';
import { test } from '../e2e/support/fixtures';
import { makeManyChats } from '../e2e/support/many-chats';
import { openRequest } from '../e2e/support/request-dialog';
import { shootAll } from './looks';

declare const parlance: Bridge;

const showPart = async (page: Page, name: string): Promise<void> => {
  const region = page
    .getByRole('dialog', { name: 'Settings', exact: true })
    .getByRole('region', { name, exact: true });
  await region.evaluate((part) => part.scrollIntoView({ block: 'start' }));
};

test('settings: the file, what is kept, spending, and every other part', async ({ launch, server }) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await fillChat(page, ['How do lighthouses work?', 'A light turns.']);
  const file = path.join(ownFolder(), 'Mine.json');
  await writeFile(
    file,
    JSON.stringify({
      parlance: 1,
      kind: 'settings',
      settings: {
        theme: 'dark',
        silenceSeconds: 7,
        colour: 'red',
        presets: [{ name: 'Fast', params: { maxTokens: 5 } }],
      },
    }),
  );
  await chooseFiles(app, [file]);
  const dialog = await openSettings(page);
  const names = await dialog.getByRole('region').evaluateAll((parts) =>
    parts.map((part) => {
      const heading = part.getAttribute('aria-labelledby');
      return (
        part.getAttribute('aria-label') ?? (heading && document.getElementById(heading)?.textContent) ?? ''
      );
    }),
  );
  for (const [at, name] of names.entries()) {
    await showPart(page, name);
    await shootAll(page, `settings-${String(at + 1).padStart(2, '0')}`);
  }
  await dialog.getByRole('button', { name: 'Import settings…' }).click();
  await expect(page.getByRole('list', { name: 'Changes', exact: true })).toBeVisible();
  await shootAll(page, 'settings-import');
  await page.keyboard.press('Escape');
  await dialog
    .getByRole('button', { name: /^Reset/ })
    .first()
    .click();
  await shootAll(page, 'settings-reset');
});

test('a list of many chats, alone and with some of them selected', async ({ launch, profile }) => {
  await makeManyChats(profile, 300, ['Work', 'Home', 'Reading']);
  const { page } = await launch();
  await shootAll(page, 'many-chats');
  await chatList(page).getByRole('button', { name: 'Chat 3', exact: true }).click();
  await chatList(page)
    .getByRole('button', { name: 'Chat 9', exact: true })
    .click({ modifiers: ['Shift'] });
  await expect(page.getByText('7 chats selected')).toBeVisible();
  await shootAll(page, 'many-chats-selected');
});

test('models, comparing, and what was sent', async ({ launch }) => {
  const server = await namingServer(40);
  server.offer(['gpt-4o', 'gpt-4o-mini', 'o3-mini', 'gpt-3.5-turbo', 'something-local']);
  const { page } = await launch();
  await saveServer(page, server.baseUrl, 'sk-test-picture-0123456789');
  await ask(page, 'How do lighthouses work?');
  await answered(page);
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Model/ })
    .or(page.getByRole('combobox', { name: 'Model' }))
    .first()
    .click();
  await shootAll(page, 'models');
  await page.keyboard.press('Escape');
  await messageBox(page).fill('And at night?');
  await openCompare(page);
  await shootAll(page, 'compare');
  await page.keyboard.press('Escape');
  await expect(compareDialog(page)).toBeHidden();
  await openRequest(page, assistantMessages(page).last());
  await shootAll(page, 'request');
  await server.close();
});

test('the lock, and the small window before anything is asked', async ({ launch }) => {
  const first = await launch();
  await first.page.evaluate(() =>
    parlance.request['vault.setPassphrase']({ passphrase: 'correct horse battery staple' }),
  );
  await first.app.close();
  const { page } = await launch();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible();
  await shootAll(page, 'locked');
});
