import { expect, type Locator, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { type FaultServer, startFaultServer } from '../../support/fault-server';
import {
  answered,
  ask,
  assistantMessages,
  chooseAction,
  chooseOption,
  generationSettings,
  lastCompletion,
  messageBox,
  saveServer,
} from '../support/drive';
import { test } from '../support/fixtures';

declare const parlance: Bridge;

const MODEL = 'gpt-3.5-turbo-instruct';
const BARE = { model: MODEL, stream: true, stream_options: { include_usage: true } };

const startLegacy = async (page: Page, server: FaultServer, params = {}): Promise<Locator> => {
  server.offer([MODEL, 'gpt-4o']);
  await saveServer(page, server.baseUrl);
  await page.evaluate((newChat) => parlance.request['settings.update']({ newChat }), {
    model: MODEL,
    params,
  });
  await page.getByRole('button', { name: 'New chat', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Model', exact: true })).toContainText(MODEL);
  return generationSettings(page);
};

const promptOf = (server: FaultServer): unknown =>
  (lastCompletion(server) as { readonly prompt?: unknown }).prompt;

/** Every box: its role and name, what is typed, and what must then stand in the body. */
const BOXES = [
  ['textbox', 'Suffix', '\n}', { suffix: '\n}' }],
  ['spinbutton', 'Temperature', '0', { temperature: 0 }],
  ['spinbutton', 'Top P', '0.5', { top_p: 0.5 }],
  ['spinbutton', 'Max tokens', '64', { max_tokens: 64 }],
  ['spinbutton', 'Number of answers', '2', { n: 2 }],
  ['spinbutton', 'Best of', '2', { best_of: 2 }],
  ['textbox', 'Stop sequences', 'END\n###', { stop: ['END', '###'] }],
  ['spinbutton', 'Presence penalty', '-2', { presence_penalty: -2 }],
  ['spinbutton', 'Frequency penalty', '2', { frequency_penalty: 2 }],
  ['spinbutton', 'Seed', '-1', { seed: -1 }],
  ['textbox', 'Logit bias', '50256: -100', { logit_bias: { '50256': -100 } }],
  ['textbox', 'User', 'u-7', { user: 'u-7' }],
] as const;

test('every setting of a legacy model reaches the wire, and what it does not take is disabled with the reason', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  const region = await startLegacy(page, server);
  for (const [role, name, text] of BOXES) await region.getByRole(role, { name, exact: true }).fill(text);
  await chooseOption(region.getByRole('combobox', { name: 'Echo' }), 'Yes');
  await chooseOption(region.getByRole('combobox', { name: 'Logprobs' }), 'Yes');
  const top = region.getByRole('spinbutton', { name: 'Top logprobs' });
  await top.fill('6');
  await expect(top).toHaveAccessibleDescription('Enter a number from 0 to 5.');
  await top.fill('5');
  for (const name of ['Response format', 'Verbosity', 'Service tier']) {
    const box = region.getByRole('combobox', { name });
    await expect(box).toBeDisabled();
    await expect(box).toHaveAccessibleDescription('This model does not take this setting.');
  }
  await expect(region.getByRole('combobox', { name: 'Reasoning effort' })).toHaveCount(0);
  await ask(page, 'Once upon a time');
  await answered(page);
  expect(lastCompletion(server)).toEqual({
    ...BARE,
    prompt: 'User: Once upon a time\n\nAssistant:',
    ...(Object.assign({}, ...BOXES.map((row) => row[3])) as object),
    echo: true,
    logprobs: 5,
  });
  // The reply begins with the prompt, as the server sends it.
  await expect(assistantMessages(page).first()).toContainText('Once upon a time');
});

test('a chat of several turns is one prompt to the letter: shown before, sent, counted, and shown again', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => ' Paris.\n' });
  const { page } = await launch();
  const region = await startLegacy(page, server, { systemPrompt: 'Be brief.' });
  await expect(region.getByRole('spinbutton', { name: 'Max tokens' })).toHaveAccessibleDescription(
    /ends after 16 tokens/,
  );
  await region.getByRole('button', { name: 'Add “User:”' }).click();
  await expect(region.getByRole('textbox', { name: 'Stop sequences' })).toHaveValue('User:');
  await expect(region.getByRole('button', { name: 'Add “User:”' })).toHaveCount(0);
  await ask(page, 'Capital of France?');
  await answered(page);
  await region.getByRole('button', { name: 'Show prompt' }).click();
  await messageBox(page).fill('And of Italy?');
  const prompt =
    'Be brief.\n\nUser: Capital of France?\n\nAssistant: Paris.\n\nUser: And of Italy?\n\nAssistant:';
  const preview = region.getByRole('region', { name: 'Prompt' });
  await expect.poll(() => preview.locator('pre').textContent()).toBe(prompt);
  // The tokens of this very text, as tiktoken counts it in cl100k_base.
  await expect(page.getByRole('meter', { name: 'Context usage' })).toHaveAttribute('aria-valuenow', '21');
  await messageBox(page).press('Enter');
  await expect(assistantMessages(page)).toHaveCount(2);
  await answered(page);
  expect(lastCompletion(server)).toEqual({ ...BARE, prompt, stop: ['User:'] });
  await page.getByRole('button', { name: 'Show request' }).last().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('region', { name: 'Sent' })).toContainText('byte for byte');
  await expect(dialog.getByRole('region', { name: 'Sent' })).toContainText('/v1/completions');
  await expect(dialog.getByRole('region', { name: 'Received' })).toContainText('text_completion');
  await page.keyboard.press('Escape');
  await chooseAction(assistantMessages(page).last(), 'Run again exactly');
  await expect.poll(() => server.requests.filter(({ path }) => path === '/completions').length).toBe(3);
  expect(promptOf(server)).toBe(prompt);
  await server.close();
});

test('a rule of one’s own makes the prompt; what is wrong with it is said beside its field and sends nothing', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  const region = await startLegacy(page, server);
  const format = region.getByRole('combobox', { name: 'Prompt format' });
  await chooseOption(format, 'Plain text');
  await ask(page, 'def add(a, b):');
  await answered(page);
  expect(promptOf(server)).toBe('def add(a, b):');
  await chooseOption(format, 'Custom');
  const user = region.getByRole('textbox', { name: 'User template' });
  await user.fill('### Instruction:\n');
  await expect(user).toHaveAccessibleDescription('{text} must stand here exactly once.');
  const sent = server.requests.length;
  await ask(page, 'Go on');
  await expect(messageBox(page)).toHaveValue('Go on');
  expect(server.requests.filter(({ path }) => path === '/completions')).toHaveLength(1);
  await user.fill('### Instruction:\n{text}\n');
  await region.getByRole('textbox', { name: 'Ending' }).fill('### Response:\n');
  await messageBox(page).press('Enter');
  await expect(assistantMessages(page)).toHaveCount(2);
  await answered(page);
  expect(server.requests.length).toBeGreaterThan(sent);
  expect(promptOf(server)).toMatch(/^### Instruction:\ndef add.*### Instruction:\nGo on\n### Response:\n$/s);
});

test('the best of several comes whole, and the page says so before; a reply cut by its bound is gone on with', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => ' one two three four five' });
  const { page } = await launch();
  const region = await startLegacy(page, server);
  const best = region.getByRole('spinbutton', { name: 'Best of' });
  await region.getByRole('spinbutton', { name: 'Number of answers' }).fill('3');
  await best.fill('2');
  await expect(best).toHaveAccessibleDescription('Enter a number from 3 to 20.');
  await region.getByRole('spinbutton', { name: 'Number of answers' }).fill('');
  await best.fill('3');
  await expect(best).toHaveAccessibleDescription(/does not stream/);
  await region.getByRole('spinbutton', { name: 'Max tokens' }).fill('2');
  await ask(page, 'Count');
  await answered(page);
  expect(lastCompletion(server)).toEqual({
    model: MODEL,
    prompt: 'User: Count\n\nAssistant:',
    max_tokens: 2,
    best_of: 3,
  });
  await expect(assistantMessages(page).last()).toContainText('one two');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect.poll(() => promptOf(server)).toBe('User: Count\n\nAssistant: one two');
  await answered(page);
  await expect(assistantMessages(page).last()).toContainText('one two one two');
  await server.close();
});

test('a model that nobody knows is asked at the legacy endpoint once the person says so', async ({
  launch,
  server,
}) => {
  server.offer(['house-base']);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await page.evaluate(
    (id) => parlance.request['settings.update']({ newChat: { model: id, params: {} } }),
    'house-base',
  );
  await page.getByRole('button', { name: 'New chat', exact: true }).click();
  await page.getByRole('combobox', { name: 'Model', exact: true }).click();
  await page.getByRole('button', { name: 'Edit facts' }).click();
  const dialog = page.getByRole('dialog', { name: 'Facts of house-base' });
  await chooseOption(dialog.getByRole('combobox', { name: 'Endpoint' }), 'Completions (legacy)');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const region = await generationSettings(page);
  await expect(region.getByRole('group', { name: 'Transcript to prompt' })).toBeVisible();
  await ask(page, 'Hello');
  await answered(page);
  expect(lastCompletion(server)).toEqual({
    ...BARE,
    model: 'house-base',
    prompt: 'User: Hello\n\nAssistant:',
  });
});

test('an error of the legacy endpoint is explained, and a setting it refuses is left out once', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  const region = await startLegacy(page, server);
  await region.getByRole('textbox', { name: 'Suffix' }).fill('}');
  server.fail({ kind: 'status', status: 400, message: 'Unsupported parameter: suffix', param: 'suffix' }, 1);
  await ask(page, 'Hello');
  await answered(page);
  expect(lastCompletion(server)).not.toHaveProperty('suffix');
  server.fail({ kind: 'status', status: 500 }, 5);
  await ask(page, 'Again');
  await answered(page, 'failed');
  await expect(assistantMessages(page).last().getByRole('alert')).toBeVisible();
});
