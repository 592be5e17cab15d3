import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Bridge } from '../../../preload/contract/bridge';
import { startFaultServer } from '../../support/fault-server';
import { namingServer, openCompare } from '../support/compare';
import {
  answered,
  ask,
  assistantMessages,
  generationSettings,
  messageBox,
  openSettings,
  saveServer,
} from '../support/drive';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';
import { setPassphrase } from '../support/passphrase';

declare const parlance: Bridge;
declare const axe: { readonly run: (options: RunOptions) => Promise<AxeResults> };

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

const MARKDOWN = [
  '# A heading\n\nText with `code`, a [link](https://example.org) and *more*.',
  '```ts\nconst answer = 42;\n```',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'A formula $x^2$, a note[^1].\n\n```diff\n-a\n+b\n```\n\n[^1]: The note.',
  '> A quote\n\n- [x] done\n- [ ] open\n\n1. one\n2. two\n\n---\n\n![A picture](https://example.org/x.png)',
].join('\n\n');

/** What axe finds wrong with the page as it is now, in few words. */
const violationsOf = async (page: Page): Promise<readonly string[]> => {
  // Not a <script>: the page's policy would refuse it.
  await page.evaluate(await axeSource);
  const results = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  );
};

/** Shows the page in each theme and language and gathers what is wrong anywhere. */
const checkEverywhere = async (page: Page): Promise<void> => {
  for (const theme of ['light', 'dark'] as const) {
    for (const language of ['en', 'zh-CN'] as const) {
      await page.evaluate((patch) => parlance.request['settings.update'](patch), { theme, language });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect([theme, language, ...(await violationsOf(page))]).toEqual([theme, language]);
    }
  }
};

/** Contrast is measured at rest, not in the middle of a fade. */
const withoutMotion = (page: Page) => page.emulateMedia({ reducedMotion: 'reduce' });

test('axe finds nothing wrong with the first screen', async ({ launch }) => {
  const { page } = await launch();
  await withoutMotion(page);
  await expect(page.getByRole('heading', { name: 'Welcome to Parlance' })).toBeVisible();
  await checkEverywhere(page);
});

test('axe finds nothing wrong with a chat full of Markdown with an error in it, nor with the list of models and their facts', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => MARKDOWN });
  server.offer(['gpt-4-0613', 'gpt-5.4', 'house-model']);
  const { page } = await launch();
  await withoutMotion(page);
  await saveServer(page, server.baseUrl);
  await ask(page, 'Show me everything');
  await answered(page);
  await expect(assistantMessages(page).getByRole('table')).toBeVisible();
  server.fail({ kind: 'status', status: 401, message: 'No.' });
  await ask(page, 'And an error');
  await answered(page, 'failed');
  await messageBox(page).fill('typing');
  await checkEverywhere(page);
  await page.getByRole('combobox', { name: '模型', exact: true }).click();
  await expect(page.getByRole('listbox')).toBeVisible();
  await checkEverywhere(page);
  await page.getByRole('button', { name: '编辑模型信息' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await checkEverywhere(page);
  await server.close();
});

test('axe finds nothing wrong with the request of an answer, nor with the menu of code', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await withoutMotion(page);
  await saveServer(page, server.baseUrl, 'sk-test-axe-0123456789');
  await ask(page, 'Hello');
  await answered(page);
  await assistantMessages(page).getByRole('button', { name: 'Show request' }).click();
  await expect(page.getByRole('figure', { name: 'Body sent' })).toBeVisible();
  await checkEverywhere(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '复制为代码' }).click();
  await expect(page.getByRole('menuitem', { name: 'curl' })).toBeVisible();
  await checkEverywhere(page);
});

test('axe finds nothing wrong with the Compare dialog, with compared answers, nor with what differs', async ({
  launch,
}) => {
  const server = await namingServer();
  const { page } = await launch();
  await withoutMotion(page);
  await saveServer(page, server.baseUrl);
  await messageBox(page).fill('Who are you?');
  const dialog = await openCompare(page);
  await dialog.getByRole('checkbox', { name: 'beta', exact: true }).check();
  await expect(dialog.getByRole('listitem').last()).toContainText('prompt tokens');
  await checkEverywhere(page);
  await page.getByRole('button', { name: '全部发送' }).click();
  await expect(page.locator('article[data-status="complete"]')).toHaveCount(3);
  await checkEverywhere(page);
  await page.getByRole('button', { name: '对比回答' }).click();
  await expect(page.getByRole('insertion').first()).toBeVisible();
  await checkEverywhere(page);
  await server.close();
});

test('axe finds nothing wrong with Settings', async ({ launch, server }) => {
  const { page } = await launch();
  await withoutMotion(page);
  await saveServer(page, server.baseUrl, 'sk-test-axe-0123456789');
  await openSettings(page);
  await page.getByRole('button', { name: 'Set passphrase' }).click();
  await checkEverywhere(page);
});

test('axe finds nothing wrong with the screen that asks for the passphrase', async ({ launch }) => {
  const first = await launch();
  await setPassphrase(first.page, 'correct horse battery staple');
  await first.app.close();
  const { page } = await launch();
  await withoutMotion(page);
  await page.getByRole('button', { name: 'Use the recovery key instead' }).click();
  await checkEverywhere(page);
});

test('axe finds nothing wrong with hits, with the operators where there are none, nor with the find bar', async ({
  launch,
}) => {
  const { page } = await launch();
  await withoutMotion(page);
  await fillChat(page, ['How do lighthouses work?', 'A light turns.', 'And at night?', 'Brighter light.']);
  const search = page.getByRole('searchbox').first();
  await search.fill('light');
  await expect(page.getByRole('option')).toHaveCount(3);
  await search.press('ArrowDown');
  await checkEverywhere(page);
  await search.press('Enter');
  await expect(page.getByRole('group', { name: /Search hit|搜索命中/ })).toBeVisible();
  await checkEverywhere(page);
  await search.fill('zebra');
  await expect(page.getByRole('button', { name: /^role:/ })).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('light');
  await expect(page.getByText('1 / 3')).toBeVisible();
  await checkEverywhere(page);
});

test('axe finds nothing wrong with the settings of a legacy model, nor with a reply as its tokens', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => ' Paris, on the Seine. 👋🏽\n\n你好，世界' });
  server.offer(['gpt-3.5-turbo-instruct']);
  const { page } = await launch();
  await withoutMotion(page);
  await saveServer(page, server.baseUrl);
  const params = { maxTokens: 99, logprobs: true, topLogprobs: 5 };
  await page.evaluate((newChat) => parlance.request['settings.update']({ newChat }), {
    model: 'gpt-3.5-turbo-instruct',
    params,
  });
  await page.getByRole('button', { name: 'New chat', exact: true }).click();
  await ask(page, 'Where is it?');
  await answered(page);
  const region = await generationSettings(page);
  await region.getByRole('combobox', { name: 'Prompt format' }).click();
  await page.getByRole('option', { name: 'Custom' }).click();
  await region.getByRole('textbox', { name: 'User template' }).fill('User:');
  await region.getByRole('button', { name: 'Show prompt' }).click();
  await assistantMessages(page).last().getByRole('button', { name: 'Logprobs' }).click();
  await page.getByRole('listbox', { name: 'Tokens' }).getByRole('option').nth(1).click();
  await expect(page.getByRole('dialog', { name: /^Alternatives to / })).toBeVisible();
  await checkEverywhere(page);
  await server.close();
});
