import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { chooseFiles, choosePlace, ownFolder } from '../support/dialogs';
import { closeSettings, openSettings, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import { makeProfile, removeProfile } from '../support/launch';

declare const parlance: Bridge;

const KEY = 'sk-test-NotInTheFile0123456789';

/** As main has them. */
const settingsOf = (page: Page) =>
  page.evaluate(async () => {
    const answer = await parlance.request['app.snapshot']({});
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value.settings;
  });

test('settings go from one profile to another by a file, shown before they change, and are undone', async ({
  launch,
  server,
}) => {
  const file = path.join(ownFolder(), 'Mine.json');
  const first = await launch();
  await saveServer(first.page, server.baseUrl, KEY);
  await first.page.evaluate(() =>
    parlance.request['settings.update']({
      theme: 'dark',
      silenceSeconds: 7,
      presets: [{ name: 'Fast', params: { maxTokens: 5 } }],
    }),
  );
  await choosePlace(first.app, file);
  await openSettings(first.page);
  await first.page.getByRole('button', { name: 'Export settings…' }).click();
  await expect(first.page.getByText('Written to “Mine.json”.')).toBeVisible();
  expect(await readFile(file, 'utf8')).not.toContain(KEY);
  await first.app.close();

  const profile = await makeProfile();
  const { app, page } = await launch({ profile, lang: 'zh-CN' });
  await chooseFiles(app, [file]);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: '导入设置…' }).click();
  const changes = page.getByRole('list', { name: '更改', exact: true }).getByRole('listitem');
  await expect(changes).toContainText([
    /主题.*之后：深色/,
    /7/,
    /Fast/,
    new RegExp(new URL(server.baseUrl).host),
  ]);
  await page.getByRole('checkbox', { name: /预设/ }).uncheck();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', /./);
  await page.getByRole('button', { name: '应用更改' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('combobox', { name: '服务', exact: true })).toContainText(
    new URL(server.baseUrl).host,
  );
  const settings = await settingsOf(page);
  expect(settings).toMatchObject({ theme: 'dark', silenceSeconds: 7, presets: [] });
  await page.getByRole('dialog', { name: '设置' }).getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', /./);
  await expect(page.getByRole('combobox', { name: '服务', exact: true })).not.toContainText(
    new URL(server.baseUrl).host,
  );
  await app.close();
  await removeProfile(profile);
});

test('a file that is not one of settings, a newer one and a hostile one change nothing; what is odd is told', async ({
  launch,
}) => {
  const file = path.join(ownFolder(), 'Odd.json');
  const { app, page } = await launch();
  await withoutMotion(page);
  await chooseFiles(app, [file]);
  await openSettings(page);
  const pick = async (text: string) => {
    await writeFile(file, text);
    await page.getByRole('button', { name: 'Import settings…' }).click();
  };
  await pick('{"parlance": 1, "kind": "chat"}');
  await expect(page.getByRole('alert').filter({ hasText: 'not a file of Parlance settings' })).toBeVisible();
  await pick('{"parlance": 2, "kind": "settings"}');
  await expect(page.getByRole('alert').filter({ hasText: 'A newer version' })).toBeVisible();
  // 5 MB of names, one of them every object's, and nesting deeper than any call stack.
  const names = Array.from({ length: 50_000 }, (_, at) => `"${'x'.repeat(80)}${at}":1`).join(',');
  const deep = '['.repeat(500_000) + ']'.repeat(500_000);
  await pick(
    `{"parlance":1,"kind":"settings","settings":{"__proto__":{"theme":"dark"},"theme":"dark","textSize":9,"keys":${deep},${names}}}`,
  );
  const dialog = page.getByRole('dialog', { name: 'Import: what would change' });
  await expect(dialog.getByRole('list', { name: 'Changes' }).getByRole('listitem')).toHaveCount(1);
  const skipped = dialog.getByRole('region', { name: 'Not taken from the file' });
  await expect(skipped).toContainText('__proto__ not known to this version');
  await expect(skipped).toContainText('textSize its value cannot be used');
  await expect(skipped).toContainText('more');
  await checkEverywhere(page);
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});

test('a part of the settings, or all of it, goes back to what Parlance starts with', async ({ launch }) => {
  const { page } = await launch();
  await page.evaluate(() =>
    parlance.request['settings.update']({
      theme: 'dark',
      silenceSeconds: 7,
      monthlyLimitUsd: 5,
      presets: [{ name: 'Fast', params: { maxTokens: 5 } }],
    }),
  );
  const dialog = await openSettings(page);
  const silence = dialog.getByRole('textbox', { name: 'Give up after silence (seconds)' });
  await expect(silence).toHaveValue('7');
  await dialog.getByRole('button', { name: 'Reset “Network”…' }).click();
  const reset = page.getByRole('dialog', { name: 'Reset: what would change' });
  await expect(reset.getByRole('listitem')).toHaveCount(1);
  await expect(reset.getByRole('listitem')).toContainText('then: 120');
  await reset.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(reset).toBeHidden();
  await expect(silence).toHaveValue('120');
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(silence).toHaveValue('7');
  await dialog.getByRole('button', { name: 'Reset everything…' }).click();
  await expect(reset.getByRole('checkbox', { name: /Presets/ })).not.toBeChecked();
  await reset.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', /./);
  await expect(dialog.getByRole('spinbutton', { name: /limit/i })).toHaveValue('');
  // Fields are saved when they are taken away: none may bring its old text back.
  await closeSettings(page);
  const settings = await settingsOf(page);
  expect(settings).toMatchObject({ theme: 'system', silenceSeconds: 120, monthlyLimitUsd: null });
  expect(settings.presets).toHaveLength(1);
  // What was done last can be taken back without going into the settings again.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => settingsOf(page))
    .toMatchObject({ theme: 'dark', silenceSeconds: 7, monthlyLimitUsd: 5 });
  await openSettings(page);
  await page.getByRole('button', { name: 'Reset “Desktop”…' }).click();
  await expect(page.getByText('Nothing to reset')).toBeVisible();
});
