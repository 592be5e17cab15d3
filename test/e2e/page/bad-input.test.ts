import { expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import {
  answered,
  ask,
  chatList,
  generationSettings,
  messageBox,
  openSettings,
  saveServer,
  userMessages,
} from '../support/drive';
import { test } from '../support/fixtures';
import { killAll } from '../support/kill-all';

declare const parlance: Bridge;

for (const [name, url] of [
  ['no URL', 'not a url at all'],
  ['not http(s)', 'ftp://example.org/v1'],
  ['a script', 'javascript:alert(1)'],
  ['with credentials', 'https://me:secret@example.org/v1'],
] as const) {
  test(`a base URL that is ${name} is refused beside its field and stays to be mended`, async ({
    launch,
  }) => {
    const { page } = await launch();
    const dialog = await openSettings(page);
    await dialog.getByRole('textbox', { name: 'Base URL' }).fill(url);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await expect(dialog.getByRole('textbox', { name: 'Base URL' })).toHaveValue(url);
  });
}

for (const [name, key] of [
  ['with spaces inside', 'sk two words'],
  ['in another script', 'sk-密钥密钥密钥'],
  ['of 5,000 characters', 'k'.repeat(5000)],
] as const) {
  test(`an API key ${name} is refused and nothing is saved`, async ({ launch, server }) => {
    const { page } = await launch();
    const dialog = await openSettings(page);
    await dialog.getByRole('textbox', { name: 'Base URL' }).fill(server.baseUrl);
    await dialog.getByLabel('API key', { exact: true }).fill(key);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    const stored = await page.evaluate(async () => {
      const answer = await parlance.request['app.snapshot']({});
      return answer.ok && answer.value.endpoints.some((endpoint) => endpoint.key.stored);
    });
    expect(stored).toBe(false);
  });
}

test('a key pasted with its header name, quotes and a line break is cleaned', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl, '"Bearer sk-test-cleaned-0123" ');
  await ask(page, 'Hello');
  await answered(page);
  expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer sk-test-cleaned-0123');
});

test('10,000 clicks on Send send one message', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await messageBox(page).fill('Once');
  await page.getByRole('button', { name: 'Send', exact: true }).evaluate((button: HTMLButtonElement) => {
    for (let click = 0; click < 10_000; click += 1) button.click();
  });
  await answered(page);
  await expect(userMessages(page)).toHaveCount(1);
  await expect(chatList(page).getByRole('listitem')).toHaveCount(1);
  expect(server.requests.filter(({ path }) => path === '/chat/completions')).toHaveLength(1);
});

test('a pasted text of 5 MB stays, with a clear answer, and the window goes on', async ({
  launch,
  server,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await page.evaluate(() => parlance.request['settings.update']({ newChat: { model: 'gpt-4', params: {} } }));
  await page.getByRole('button', { name: 'New chat' }).click();
  const text = 'A line of a log file that somebody pastes whole. 一行日志\n'.repeat(90_000);
  await app.evaluate(({ clipboard }, pasted) => clipboard.writeText(pasted), text);
  await messageBox(page).click();
  await page.keyboard.press('Control+V');
  await expect(page.getByText(`${text.length.toLocaleString('en')} characters`)).toBeVisible();
  await expect(page.getByRole('status', { name: 'Context note' })).toContainText(/does not fit/, {
    timeout: 60_000,
  });
  await messageBox(page).press('Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByText(`${text.length.toLocaleString('en')} characters`)).toBeVisible();
  expect(server.requests.filter(({ path }) => path === '/chat/completions')).toHaveLength(0);
  await page.getByRole('button', { name: 'Remove pasted text' }).click();
  await messageBox(page).fill('Short');
  await messageBox(page).press('Enter');
  await answered(page);
});

test('settings outside their range are said beside the field and send nothing', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const region = await generationSettings(page);
  const temperature = region.getByRole('spinbutton', { name: 'Temperature' });
  await temperature.fill('3');
  await expect(temperature).toHaveAttribute('aria-invalid', 'true');
  await ask(page, 'Hello');
  await expect(messageBox(page)).toHaveValue('Hello');
  expect(server.requests.filter(({ path }) => path === '/chat/completions')).toHaveLength(0);
  await temperature.fill('1');
  await messageBox(page).press('Enter');
  await answered(page);
  // The question was asked once, with what could be sent.
  await expect(userMessages(page)).toHaveCount(1);
  const asked = server.requests.filter(({ path }) => path === '/chat/completions');
  expect(asked.map(({ body }) => body)).toMatchObject([{ temperature: 1, messages: [{ content: 'Hello' }] }]);
});

test('a draft survives a crash of the whole app, for a chat and for a new one', async ({
  launch,
  server,
}) => {
  const first = await launch();
  await saveServer(first.page, server.baseUrl);
  await ask(first.page, 'A chat');
  await answered(first.page);
  await messageBox(first.page).fill('half a thought');
  await first.page.getByRole('button', { name: 'New chat' }).click();
  await messageBox(first.page).fill('another one');
  const savedDraft = () =>
    first.page.evaluate(async () => {
      const answer = await parlance.request['app.snapshot']({});
      return answer.ok ? answer.value.newChatDraft?.text : undefined;
    });
  await expect.poll(savedDraft).toBe('another one');
  await killAll(first.app);
  const { page } = await launch();
  await expect(messageBox(page)).toHaveValue('another one');
  await chatList(page).getByRole('button', { name: 'A chat', exact: true }).click();
  await expect(messageBox(page)).toHaveValue('half a thought');
});
