import { expect, type Locator, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import type { OwnFacts } from '../../../preload/contract/own-facts';
import { type FaultServer, startFaultServer } from '../../support/fault-server';
import {
  answered,
  ask,
  assistantMessages,
  chooseAction,
  chooseOption,
  closeSettings,
  generationSettings,
  lastCompletion,
  messageBox,
  openSettings,
  saveServer,
  userMessages,
} from '../support/drive';
import { test } from '../support/fixtures';

declare const parlance: Bridge;

/** Starts a chat with a model that has these facts. */
const startWith = async (page: Page, server: FaultServer, facts: OwnFacts): Promise<void> => {
  server.offer(['house-model']);
  await saveServer(page, server.baseUrl);
  await page.evaluate(
    (own) =>
      parlance.request['settings.update']({
        modelFacts: { 'house-model': own },
        newChat: { model: 'house-model', params: {} },
      }),
    facts,
  );
  await page.getByRole('button', { name: 'New chat' }).click();
  await expect(page.getByRole('combobox', { name: 'Model', exact: true })).toContainText('house-model');
};

const contentsSent = (server: FaultServer): readonly string[] =>
  (lastCompletion(server) as { readonly messages: readonly { readonly content: string }[] }).messages.map(
    ({ content }) => content,
  );

const completions = (server: FaultServer): number =>
  server.requests.filter(({ path }) => path.endsWith('/completions')).length;

const chooseRule = async (page: Page, rule: string): Promise<Locator> => {
  const box = (await generationSettings(page)).getByRole('combobox', { name: 'When the chat is too long' });
  await chooseOption(box, rule);
  return box;
};

const words = (count: number): string => ' word'.repeat(count).trim();

const SMALL: OwnFacts = { contextWindow: 120, maxOutput: 20, encoding: 'o200k_base' };

test('a chat that is too long keeps what is pinned, or asks, and says so', async ({ launch }) => {
  const server = await startFaultServer({ reply: () => words(20) });
  const { page } = await launch();
  await startWith(page, server, SMALL);
  const note = page.getByRole('status', { name: 'Context note' });
  await ask(page, `Remember ${words(5)}`);
  await answered(page);
  await ask(page, words(20));
  await expect(assistantMessages(page)).toHaveCount(2);
  await answered(page);

  await chooseRule(page, 'Keep system and pinned messages');
  const first = userMessages(page).first();
  await chooseAction(first, 'Pin in context');
  await expect(first.getByText('Pinned')).toBeVisible();
  await messageBox(page).fill(words(20));
  await expect(note).toContainText('System and pinned messages stay');
  await expect(first.getByText('Still sent')).toBeVisible();
  await expect(page.getByText('except those marked “Still sent”')).toBeVisible();
  await messageBox(page).press('Enter');
  await expect(assistantMessages(page)).toHaveCount(3);
  await answered(page);
  expect(contentsSent(server)[0]).toBe(`Remember ${words(5)}`);
  expect(contentsSent(server).length).toBeLessThan(5);

  const box = await chooseRule(page, 'Stop and ask');
  const before = completions(server);
  await ask(page, 'And now?');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('tokens too long');
  await expect(messageBox(page)).toHaveValue('And now?');
  expect(completions(server)).toBe(before);
  await alert.getByRole('button', { name: 'Change the rule' }).click();
  await expect(box).toBeFocused();
  await messageBox(page).press('Enter');
  await page.getByRole('alert').getByRole('button', { name: 'Send without them' }).click();
  await expect(assistantMessages(page)).toHaveCount(4);
  await answered(page);
  await expect(messageBox(page)).toHaveValue('');
  expect(contentsSent(server).at(-1)).toBe('And now?');
  // Once is once.
  await ask(page, 'Again?');
  await expect(page.getByRole('alert')).toContainText('tokens too long');
  await server.close();
});

const PRICED: OwnFacts = {
  contextWindow: 100_000,
  maxOutput: 1000,
  encoding: 'o200k_base',
  price: { input: 1, cachedInput: null, output: 10_000 },
};

test('a monthly limit refuses a request before anything is sent or lost, and Settings tells what was spent', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => 'Short.' });
  const { page } = await launch();
  await startWith(page, server, PRICED);
  const dialog = await openSettings(page);
  const limit = dialog.getByRole('spinbutton', { name: 'Monthly limit' });
  await limit.fill('five');
  await expect(dialog.getByText('Enter an amount from 0')).toBeVisible();
  await limit.fill('5');
  await limit.press('Tab');
  await closeSettings(page);

  await ask(page, 'How much?');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The limit is $5.00');
  await expect(alert).toContainText('$10.00');
  await expect(messageBox(page)).toHaveValue('How much?');
  expect(completions(server)).toBe(0);

  await (await generationSettings(page)).getByRole('spinbutton', { name: 'Max tokens' }).fill('50');
  await messageBox(page).press('Enter');
  await answered(page);
  const settings = await openSettings(page);
  const spending = settings.getByRole('region', { name: 'Spending' });
  await expect(spending).toContainText(/This month: \$0\.\d+/);
  await expect(spending.getByRole('spinbutton', { name: 'Monthly limit' })).toHaveValue('5');
  await closeSettings(page);
  await page.getByRole('button', { name: 'Context details' }).click();
  const details = page.getByRole('dialog', { name: 'What the next request holds' });
  for (const row of [
    'Messages',
    'Prompt',
    'Kept free for the reply',
    'Context window',
    'This month',
    'Monthly limit',
  ])
    await expect(details.getByText(row, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await server.close();
});

test('a limit that is still being saved holds for the question right after it', async ({ launch }) => {
  const server = await startFaultServer({ reply: () => 'Short.' });
  const { page } = await launch();
  await startWith(page, server, PRICED);
  const refused = await page.evaluate(async () => {
    const saved = parlance.request['settings.update']({ monthlyLimitUsd: 5 });
    const options = { model: 'house-model', params: {} };
    const sent = await parlance.request['chat.send']({ chatId: null, text: 'How much?', options });
    await saved;
    return sent.ok ? null : sent.error.code;
  });
  expect(refused).toBe('chat.spendingLimit');
  expect(completions(server)).toBe(0);
  await server.close();
});

test('what a monthly limit cannot hold back is said where it is set, and before sending', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => 'Short.' });
  const { page } = await launch();
  const { price } = PRICED;
  await startWith(page, server, { encoding: 'o200k_base', price });
  const dialog = await openSettings(page);
  await dialog.getByRole('spinbutton', { name: 'Monthly limit' }).fill('5');
  await expect(dialog.getByText('whose price or longest reply is not known are not held back')).toBeVisible();
  // Closed with the field still in use.
  await closeSettings(page);
  await messageBox(page).fill('How much?');
  const details = page.getByRole('dialog', { name: 'What the next request holds' });
  await page.getByRole('button', { name: 'Context details' }).click();
  await expect(details.getByText('$5.00')).toBeVisible();
  await expect(details.getByText('Set “Max tokens” to bound it')).toBeVisible();
  await page.keyboard.press('Escape');
  await (await generationSettings(page)).getByRole('spinbutton', { name: 'Max tokens' }).fill('1000');
  await page.getByRole('button', { name: 'Context details' }).click();
  await expect(details.getByText('$10.00')).toBeVisible();
  await expect(details.getByText('cannot hold')).toHaveCount(0);
  await server.close();
});

test('the tokens of a message are counted when asked, and a text becomes token ids', async ({ launch }) => {
  const server = await startFaultServer({ reply: () => 'Hello' });
  const { page } = await launch();
  await startWith(page, server, { ...SMALL, contextWindow: 1000 });
  await ask(page, 'Hello');
  await answered(page);
  const message = userMessages(page).first();
  await chooseAction(message, 'Count tokens');
  await expect(message.getByText('5 tokens')).toBeVisible();

  const region = await generationSettings(page);
  await region.getByRole('textbox', { name: 'Text to token ids' }).fill('Hello 世界');
  await region.getByRole('textbox', { name: 'Text to token ids' }).press('Enter');
  await expect(region.getByRole('textbox', { name: 'Logit bias' })).toHaveValue(/^13225: -100\n\d+: -100$/);
  await expect(region.getByRole('list', { name: 'What the ids stand for' })).toContainText('"Hello"');
  await server.close();
});

const SCHEMA =
  '{"type":"object","properties":{"n":{"type":"number"}},"required":["n"],"additionalProperties":false}';

test('a reply is held to its schema while it is written', async ({ launch }) => {
  const replies = ['{"n": 1234567890, "other": "not allowed at all"}', '{"n": 42}'];
  const server = await startFaultServer({ reply: () => replies.shift() ?? '' });
  const { page } = await launch();
  await startWith(page, server, { ...SMALL, contextWindow: 100_000 });
  const region = await generationSettings(page);
  await region.getByRole('combobox', { name: 'Response format' }).click();
  await page.getByRole('option', { name: 'JSON schema', exact: true }).click();
  await region.getByRole('textbox', { name: 'Schema', exact: true }).fill(SCHEMA);
  server.fail({ kind: 'stall', after: 3 }, 1);
  await ask(page, 'Give me a number as JSON.');
  const last = assistantMessages(page).last();
  await expect(last.getByText('Fits the schema so far')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await answered(page, 'stopped');
  replies.unshift('{"n": 1234567890, "other": "not allowed at all"}');
  await last.getByRole('button', { name: 'Regenerate' }).click();
  await expect(last.getByText('Does not fit the schema at its root: other is not allowed')).toBeVisible();
  await answered(page);
  await last.getByRole('button', { name: 'Regenerate' }).click();
  await expect(last.getByText('Fits the schema', { exact: true })).toBeVisible();
  await server.close();
});
