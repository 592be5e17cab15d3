import { expect } from '@playwright/test';
import {
  answered,
  ask,
  assistantMessages,
  chatList,
  generationSettings,
  lastCompletion,
  messageBox,
  openSettings,
  saveServer,
  startDemo,
  userMessages,
} from '../support/drive';
import { test } from '../support/fixtures';

const KEY = 'sk-test-0123456789-abcd';

test('a key typed into Settings arrives in Authorization and the reply on the screen', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl, KEY);
  await ask(page, 'What is a monad?');
  await answered(page);
  await expect(assistantMessages(page)).toContainText('Hello world, 你好，世界 👋🏽');
  const sent = server.requests.filter(({ path }) => path === '/chat/completions');
  expect(sent).toHaveLength(1);
  expect(sent[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(sent[0]?.body).toMatchObject({
    messages: [{ role: 'user', content: 'What is a monad?' }],
    stream: true,
  });
  await expect(messageBox(page)).toHaveValue('');
});

test('a chat is still there after a restart and can be read without any server', async ({
  launch,
  server,
}) => {
  const first = await launch();
  await saveServer(first.page, server.baseUrl, KEY);
  await ask(first.page, 'Remember me');
  await answered(first.page);
  await first.app.close();
  await server.close();

  const { page } = await launch();
  await chatList(page).getByRole('button', { name: 'Remember me', exact: true }).click();
  await expect(userMessages(page)).toContainText('Remember me');
  await expect(assistantMessages(page)).toContainText('Hello world');
  await expect(assistantMessages(page)).toHaveAttribute('data-status', 'complete');
});

test('the next question carries the whole conversation', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'First');
  await answered(page);
  await ask(page, 'Second');
  await expect(assistantMessages(page)).toHaveCount(2);
  await answered(page);
  const body = server.requests.filter(({ path }) => path === '/chat/completions').at(-1)?.body;
  expect(body).toMatchObject({
    messages: [
      { role: 'user', content: 'First' },
      { role: 'assistant', content: 'Hello **world**, 你好，世界 👋🏽' },
      { role: 'user', content: 'Second' },
    ],
  });
});

test('a server without a key gets no Authorization header', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Hello');
  await answered(page);
  expect(server.requests.some(({ headers }) => headers.authorization !== undefined)).toBe(false);
});

test('key and base URL from the environment work at once and are never written', async ({
  launch,
  server,
}) => {
  const { page } = await launch({ env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: server.baseUrl } });
  await ask(page, 'Hello');
  await answered(page);
  const sent = server.requests.filter(({ path }) => path === '/chat/completions');
  expect(sent[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  await openSettings(page);
  await expect(page.getByRole('status', { name: 'Key storage' })).toContainText('environment');
});

test('the demo answers on a fresh machine without a key', async ({ launch }) => {
  const { page } = await launch();
  await startDemo(page);
  await ask(page, 'What can you do?');
  await answered(page);
  await expect(assistantMessages(page)).toContainText('Parlance');
});

test('generation settings are sent as set, and empty ones not at all', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const settings = await generationSettings(page);
  await settings.getByRole('textbox', { name: 'System prompt' }).fill('Be brief.');
  await settings.getByRole('spinbutton', { name: 'Temperature' }).fill('0.3');
  await settings.getByRole('spinbutton', { name: 'Max tokens' }).fill('200');
  await settings.getByRole('textbox', { name: 'Stop sequences' }).fill('END\n###');
  await ask(page, 'Hello');
  await answered(page);
  const body = server.requests.find(({ path }) => path === '/chat/completions')?.body as Record<
    string,
    unknown
  >;
  expect(body).toMatchObject({
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Hello' },
    ],
    temperature: 0.3,
    stop: ['END', '###'],
  });
  expect(body.max_tokens ?? body.max_completion_tokens).toBe(200);
  for (const absent of ['top_p', 'n', 'seed', 'presence_penalty', 'frequency_penalty', 'reasoning_effort'])
    expect(body).not.toHaveProperty(absent);
});

test('several answers to one question stream side by side as siblings', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const settings = await generationSettings(page);
  await settings.getByRole('spinbutton', { name: 'Number of answers' }).fill('3');
  await ask(page, 'Hello');
  const answers = page
    .getByRole('group', { name: 'Answers' })
    .getByRole('article', { name: 'Assistant message' });
  await expect(answers).toHaveCount(3);
  for (const answer of await answers.all()) await expect(answer).toHaveAttribute('data-status', 'complete');
});

test('edit and regenerate make branches and lose nothing', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Old question');
  await answered(page);
  await assistantMessages(page).getByRole('button', { name: 'Regenerate' }).click();
  await expect(assistantMessages(page)).toContainText('2 / 2');
  await answered(page);
  await userMessages(page).getByRole('button', { name: 'Edit' }).click();
  await userMessages(page).getByRole('textbox').fill('New question');
  await userMessages(page).getByRole('textbox').press('Enter');
  await expect(userMessages(page)).toContainText('New question');
  await answered(page);
  await userMessages(page).getByRole('button', { name: 'Previous branch' }).click();
  await expect(userMessages(page)).toContainText('Old question');
  await expect(assistantMessages(page)).toContainText('2 / 2');
});

test('a setting that was changed the moment before counts for an answer that is made again', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Hello');
  await answered(page);
  const temperature = (await generationSettings(page)).getByRole('spinbutton', { name: 'Temperature' });
  const regenerate = assistantMessages(page).getByRole('button', { name: 'Regenerate' });
  await temperature.fill('0.5');
  await regenerate.click();
  await expect(page.getByText('2 / 2')).toBeVisible();
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({ temperature: 0.5 });
});
