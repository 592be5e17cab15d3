import { expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { startFaultServer } from '../../support/fault-server';
import { callDeltas, streamOf } from '../../support/sse';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { namingServer, openCompare } from '../support/compare';
import {
  answered,
  ask,
  assistantMessages,
  chooseAction,
  generationSettings,
  messageBox,
  openSettings,
  saveServer,
} from '../support/drive';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';
import { setPassphrase } from '../support/passphrase';

declare const parlance: Bridge;

const MARKDOWN = [
  '# A heading\n\nText with `code`, a [link](https://example.org) and *more*.',
  '```ts\nconst answer = 42;\n```',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'A formula $x^2$, a note[^1].\n\n```diff\n-a\n+b\n```\n\n[^1]: The note.',
  '> A quote\n\n- [x] done\n- [ ] open\n\n1. one\n2. two\n\n---\n\n![A picture](https://example.org/x.png)',
].join('\n\n');

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

test('axe finds nothing wrong with tools, calls, results that are typed, thoughts and names', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await withoutMotion(page);
  await saveServer(page, server.baseUrl);
  const panel = await generationSettings(page);
  await panel.getByRole('button', { name: 'Insert example' }).click();
  await page.getByRole('button', { name: 'Give the message a name' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ada');
  const deltas = [
    { reasoning_content: 'Hm.' },
    { content: 'Look.' },
    ...callDeltas(0, 'a', 'get_weather', ['{"unit": "kelvin"}']),
    ...callDeltas(1, 'b', 'get_weather', ['{']),
  ];
  const text = streamOf(deltas, 'tool_calls');
  server.fail({ kind: 'raw', contentType: 'text/event-stream', text }, 1);
  await ask(page, 'Weather?');
  await answered(page);
  await page.getByRole('button', { name: 'Reasoning' }).click();
  await expect(page.getByText('do not fit')).toBeVisible();
  await checkEverywhere(page);
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

test('axe finds nothing wrong with what a request holds, nor with pins and messages that will not be sent', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => ' word'.repeat(20) });
  server.offer(['house-model']);
  const { page } = await launch();
  await withoutMotion(page);
  await saveServer(page, server.baseUrl);
  await page.evaluate(() =>
    parlance.request['settings.update']({
      monthlyLimitUsd: 5,
      modelFacts: { 'house-model': { contextWindow: 90, maxOutput: 20, encoding: 'o200k_base' } },
      newChat: { model: 'house-model', params: { contextRule: 'keepPinned', logitBias: { '13225': 1 } } },
    }),
  );
  await page.getByRole('button', { name: 'New chat' }).click();
  await ask(page, 'Remember this');
  await answered(page);
  const first = page.getByRole('article', { name: 'User message' }).first();
  await chooseAction(first, 'Pin in context');
  await messageBox(page).fill(' word'.repeat(40));
  await expect(first.getByText('Still sent')).toBeVisible();
  await page.getByRole('button', { name: 'Context details' }).click();
  await expect(page.getByRole('dialog')).toContainText('Monthly limit');
  await checkEverywhere(page);
  await server.close();
});
