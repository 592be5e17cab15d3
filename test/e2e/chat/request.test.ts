import { expect } from '@playwright/test';
import { HARD_TEXTS } from '../../support/hard-texts';
import {
  answered,
  ask,
  assistantMessages,
  generationSettings,
  messageBox,
  saveServer,
} from '../support/drive';
import { test } from '../support/fixtures';
import { asked, closeRequest, copied, lastText, openRequest, settle } from '../support/request-dialog';

const KEY = 'sk-test-0123456789-abcd';

test('the request of every answer is shown byte for byte as the server got it', async ({
  launch,
  server,
}) => {
  const parlance = await launch();
  const { page } = parlance;
  await saveServer(page, server.baseUrl, KEY);
  const settings = await generationSettings(page);
  const last = () => assistantMessages(page).last();

  await ask(page, HARD_TEXTS.slice(0, 6).join('\n'));
  await settle(page, server, 1);
  const plain = lastText(server);
  expect(await copied(parlance, last(), 'Sent')).toBe(plain);

  await settings.getByRole('textbox', { name: 'System prompt' }).fill('Be "brief".\n你好');
  await settings.getByRole('spinbutton', { name: 'Temperature' }).fill('0.3');
  await settings.getByRole('spinbutton', { name: 'Seed' }).fill('7');
  await ask(page, 'Second');
  await settle(page, server, 2);
  expect(lastText(server)).toContain('"seed":7');
  expect(await copied(parlance, last(), 'Sent')).toBe(lastText(server));

  await last().getByRole('button', { name: 'Regenerate' }).click();
  await settle(page, server, 3);
  expect(await copied(parlance, last(), 'Sent')).toBe(lastText(server));

  server.fail({ kind: 'close', after: 3 }, 1);
  await ask(page, 'Third');
  await answered(page, 'failed');
  await expect.poll(() => asked(server).length).toBe(4);
  expect(await copied(parlance, last(), 'Sent')).toBe(lastText(server));
  await last().getByRole('button', { name: 'Continue' }).click();
  await settle(page, server, 5);
  expect(await copied(parlance, last(), 'Sent')).toBe(lastText(server));

  await settings.getByRole('spinbutton', { name: 'Number of answers' }).fill('2');
  await ask(page, 'Fourth');
  await settle(page, server, 6);
  for (const index of [-2, -1]) {
    const answer = assistantMessages(page).nth(index);
    expect(await copied(parlance, answer, 'Sent')).toBe(lastText(server));
  }
  const received = JSON.parse(await copied(parlance, last(), 'Received'));
  expect(received).toMatchObject({
    object: 'chat.completion',
    choices: [{ index: 1, message: { role: 'assistant', content: 'Hello **world**, 你好，世界 👋🏽' } }],
  });

  // What was sent first is still shown as it was, whatever the settings are now.
  expect(await copied(parlance, assistantMessages(page).first(), 'Sent')).toBe(plain);
});

test('a refused parameter is gone from what is shown, and the refusal is told', async ({
  launch,
  server,
}) => {
  const parlance = await launch();
  const { page } = parlance;
  await saveServer(page, server.baseUrl);
  const settings = await generationSettings(page);
  await settings.getByRole('spinbutton', { name: 'Temperature' }).fill('0.3');
  server.fail(
    {
      kind: 'status',
      status: 400,
      code: 'unsupported_parameter',
      param: 'temperature',
      message: 'Unsupported',
    },
    1,
  );
  await ask(page, 'Hello');
  await settle(page, server, 2);
  expect(lastText(server)).not.toContain('temperature');
  expect(await copied(parlance, assistantMessages(page), 'Sent')).toBe(lastText(server));
  // Without opening anything: the person has set what was not used.
  await expect(assistantMessages(page)).toContainText('The server refused “temperature”');
  const dialog = await openRequest(page, assistantMessages(page));
  await expect(dialog.getByRole('region', { name: 'Sent' })).toContainText(
    'The server refused “temperature”',
  );
  await expect(dialog.getByRole('region', { name: 'Received' })).toContainText('Requests made2');
});

test('the dialog tells status, ids, tokens and times, and no character of the key', async ({
  launch,
  server,
}) => {
  // Of letters that stand in no port, id or time, four in a row.
  const key = 'sk-test-QZXJVKWQJXZVKQWZXKJQV';
  const { page } = await launch();
  await saveServer(page, server.baseUrl, key);
  await ask(page, 'Hello');
  await answered(page);
  const dialog = await openRequest(page, assistantMessages(page));
  const sent = dialog.getByRole('region', { name: 'Sent' });
  await expect(sent).toContainText(`POST ${server.baseUrl}/chat/completions`);
  await expect(sent).toContainText('authorization: Bearer …');
  const received = dialog.getByRole('region', { name: 'Received' });
  for (const fact of ['HTTP status200', 'Request IDreq_', 'System fingerprintfp_', 'Finish reasonstop'])
    await expect(received).toContainText(fact);
  await expect(received).toContainText(/Prompt tokens\d+ counted by the server, (about )?\d+/);
  await expect(received).toContainText(/Until the end\d+ ms/);
  const text = await dialog.innerText();
  for (let at = 'sk-test'.length; at + 4 <= key.length; at += 1)
    expect(text).not.toContain(key.slice(at, at + 4));
});

test('a request that never went out and an answer of a closed server say so', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await server.close();
  await ask(page, 'Hello');
  await answered(page, 'failed');
  const dialog = await openRequest(page, assistantMessages(page));
  await expect(dialog.getByRole('region', { name: 'Sent' })).toContainText('byte for byte');
  await expect(dialog.getByRole('region', { name: 'Received' })).toContainText('Nothing came.');
});

test('a prompt of megabytes is shown at once and copied whole', async ({ launch, server }) => {
  const parlance = await launch();
  const { page } = parlance;
  await saveServer(page, server.baseUrl);
  await messageBox(page).fill(`begin ${'megabytes of words, '.repeat(150_000)} end`);
  await messageBox(page).press('Enter');
  await answered(page);
  expect(lastText(server).length).toBeGreaterThan(3_000_000);
  const dialog = await openRequest(page, assistantMessages(page));
  const body = dialog.getByRole('figure', { name: 'Body sent' });
  expect((await body.innerText()).length).toBeLessThan(100_000);
  await dialog.getByRole('button', { name: /^Show more/ }).click();
  await expect.poll(async () => (await body.textContent())?.length).toBeGreaterThan(300_000);
  await closeRequest(page);
  expect(await copied(parlance, assistantMessages(page), 'Sent')).toBe(lastText(server));
});
