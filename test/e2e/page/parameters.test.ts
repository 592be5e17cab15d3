import { expect, type Locator, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import {
  answered,
  ask,
  chooseOption,
  generationSettings,
  lastCompletion,
  messageBox,
  saveServer,
} from '../support/drive';
import { test } from '../support/fixtures';

declare const parlance: Bridge;

type Body = Readonly<Record<string, unknown>>;

const SCHEMA = '{ "type": "object", "properties": { "n": { "type": "number" } } }';
const FORMAT = {
  type: 'json_schema',
  json_schema: {
    name: 'numbers',
    strict: true,
    schema: { type: 'object', properties: { n: { type: 'number' } } },
  },
};

/** Every box: its role and name, what is typed, and what must then stand in the body. */
const BOXES: readonly (readonly ['spinbutton' | 'textbox', string, string, Body])[] = [
  ['spinbutton', 'Temperature', '0.7', { temperature: 0.7 }],
  ['spinbutton', 'Top P', '0', { top_p: 0 }],
  ['spinbutton', 'Max tokens', '64', { max_tokens: 64 }],
  ['spinbutton', 'Number of answers', '2', { n: 2 }],
  ['textbox', 'Stop sequences', 'END\n###', { stop: ['END', '###'] }],
  ['spinbutton', 'Presence penalty', '-1.5', { presence_penalty: -1.5 }],
  ['spinbutton', 'Frequency penalty', '2', { frequency_penalty: 2 }],
  ['spinbutton', 'Seed', '42', { seed: 42 }],
  ['textbox', 'Logit bias', '50256: -100\n1734: 2.5', { logit_bias: { '1734': 2.5, '50256': -100 } }],
  ['textbox', 'User', 'u-7', { user: 'u-7' }],
];

/** Every choice: its name, what is chosen, and what must then stand in the body. */
const CHOICES: readonly (readonly [string, string, Body])[] = [
  ['Reasoning effort', 'Low', { reasoning_effort: 'low' }],
  ['Verbosity', 'High', { verbosity: 'high' }],
  ['Service tier', 'Flex', { service_tier: 'flex' }],
  ['Logprobs', 'Yes', { logprobs: true }],
];

const startWith = async (page: Page, model: string): Promise<Locator> => {
  await page.evaluate(
    (id) => parlance.request['settings.update']({ newChat: { model: id, params: {} } }),
    model,
  );
  await page.getByRole('button', { name: 'New chat' }).click();
  const box = page.getByRole('combobox', { name: 'Model', exact: true });
  await expect(box).toContainText(model);
  // What it takes is known with its other facts, a moment later.
  await expect(box).toHaveAttribute('data-tip', /context/);
  return generationSettings(page);
};

/** Sets everything that can be set; answers with what the body must hold for it. */
const setEverything = async (region: Locator): Promise<Body> => {
  const bodies: Body[] = [];
  await region.getByRole('textbox', { name: 'System prompt' }).fill('Answer with JSON.');
  for (const [role, name, text, body] of BOXES) {
    const box = region.getByRole(role, { name, exact: true });
    if (await box.isDisabled()) continue;
    await box.fill(text);
    bodies.push(body);
  }
  for (const [name, option, body] of CHOICES) {
    const box = region.getByRole('combobox', { name, exact: true });
    if ((await box.count()) === 0 || (await box.isDisabled())) continue;
    await chooseOption(box, option);
    bodies.push(body);
  }
  const top = region.getByRole('spinbutton', { name: 'Top logprobs' });
  if (!(await top.isDisabled())) {
    await top.fill('20');
    bodies.push({ top_logprobs: 20 });
  }
  await chooseOption(region.getByRole('combobox', { name: 'Response format' }), 'JSON schema');
  await region.getByRole('textbox', { name: 'Schema name' }).fill('numbers');
  await region.getByRole('textbox', { name: 'Schema', exact: true }).fill(SCHEMA);
  return Object.assign({ response_format: FORMAT }, ...bodies) as Body;
};

const NOT_FOR_REASONING = [
  'temperature',
  'top_p',
  'presence_penalty',
  'frequency_penalty',
  'logit_bias',
  'logprobs',
  'stop',
];

for (const [kind, model, missing] of [
  ['a chat model', 'gpt-4o', ['reasoning_effort', 'verbosity']],
  ['a reasoning model', 'o3', [...NOT_FOR_REASONING, 'verbosity']],
  ['a reasoning model with verbosity', 'gpt-5', NOT_FOR_REASONING],
  ['an unknown model', 'house-model', []],
] as const) {
  test(`every setting reaches the wire, and none that ${kind} (${model}) does not take`, async ({
    launch,
    server,
  }) => {
    server.offer([model]);
    const { page } = await launch();
    await saveServer(page, server.baseUrl);
    const set = await setEverything(await startWith(page, model));
    await ask(page, 'Hello');
    await answered(page);
    const { max_tokens: bound, ...others } = set;
    const boundName = missing.includes('temperature' as never) ? 'max_completion_tokens' : 'max_tokens';
    expect(lastCompletion(server)).toEqual({
      model,
      messages: [
        { role: 'system', content: 'Answer with JSON.' },
        { role: 'user', content: 'Hello' },
      ],
      stream: true,
      stream_options: { include_usage: true },
      [boundName]: bound,
      ...others,
    });
    const everything = [...BOXES, ...CHOICES].flatMap((row) => Object.keys(row.at(-1) ?? {}));
    const sent = new Set(Object.keys(set));
    expect(everything.filter((name) => !sent.has(name)).sort()).toEqual([...missing].sort());
  });
}

test('a setting that the model does not take is disabled and says why; empty fields are not sent', async ({
  launch,
  server,
}) => {
  server.offer(['gpt-4-0613']);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const region = await startWith(page, 'gpt-4-0613');
  const format = region.getByRole('combobox', { name: 'Response format' });
  await expect(format).toBeDisabled();
  await expect(format).toHaveAccessibleDescription('This model does not take this setting.');
  await ask(page, 'Hello');
  await answered(page);
  expect(Object.keys(lastCompletion(server) as Body).sort()).toEqual([
    'messages',
    'model',
    'stream',
    'stream_options',
  ]);
});

for (const [model, what, hint] of [
  ['gpt-4-turbo', 'is not known to follow a schema is said', /not known to follow a schema/],
  ['gpt-4o', 'follows a schema has no such warning', ''],
] as const) {
  test(`a model that ${what} beside the format`, async ({ launch, server }) => {
    server.offer([model]);
    const { page } = await launch();
    await saveServer(page, server.baseUrl);
    const format = (await startWith(page, model)).getByRole('combobox', { name: 'Response format' });
    await chooseOption(format, 'JSON schema');
    await expect(format).toHaveAccessibleDescription(hint);
  });
}

test('a broken schema or bias is said beside its field and sends nothing; another format frees the way', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const region = await startWith(page, 'gpt-4o');
  const format = region.getByRole('combobox', { name: 'Response format' });
  await chooseOption(format, 'JSON schema');
  const schema = region.getByRole('textbox', { name: 'Schema', exact: true });
  await schema.fill('{ "type": "object", ');
  await expect(schema).toHaveAccessibleDescription('This is not valid JSON yet.');
  await schema.fill('{ "type": "string" }');
  await expect(schema).toHaveAttribute('aria-invalid', 'true');
  await region.getByRole('textbox', { name: 'Schema name' }).fill('two words');
  const bias = region.getByRole('textbox', { name: 'Logit bias' });
  await bias.fill('hello: 5');
  await expect(bias).toHaveAttribute('aria-invalid', 'true');
  await bias.fill('15339: 5');
  await ask(page, 'Hello');
  await expect(messageBox(page)).toHaveValue('Hello');
  expect(server.requests.filter(({ path }) => path === '/chat/completions')).toHaveLength(0);
  await chooseOption(format, 'JSON object');
  await expect(format).toHaveAccessibleDescription(/the word JSON/);
  await messageBox(page).press('Enter');
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({ response_format: { type: 'json_object' } });
});

test('a reply asked for as JSON says whether it is JSON, and where it breaks', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const region = await startWith(page, 'gpt-4o');
  await chooseOption(region.getByRole('combobox', { name: 'Response format' }), 'JSON object');
  await ask(page, 'Words instead of JSON');
  await answered(page);
  await expect(page.getByText('Not valid JSON: it breaks in line 1, column 1')).toBeVisible();
  const chunk = { choices: [{ index: 0, delta: { content: '{"a": [1, 2]}' }, finish_reason: 'stop' }] };
  const text = `data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`;
  server.fail({ kind: 'raw', text, contentType: 'text/event-stream' }, 1);
  await ask(page, 'Now JSON');
  await answered(page);
  await expect(page.getByText('Valid JSON', { exact: true })).toBeVisible();
});
