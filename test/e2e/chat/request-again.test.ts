import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { HARD_TEXTS } from '../../support/hard-texts';
import {
  answered,
  ask,
  assistantMessages,
  chooseAction,
  generationSettings,
  saveServer,
} from '../support/drive';
import { test } from '../support/fixtures';
import { asked, clipboardOf, copied, lastText, settle } from '../support/request-dialog';

const KEY = 'sk-test-0123456789-abcd';

test('code copied from the menu sends the same body', async ({ launch, server }) => {
  const parlance = await launch();
  const { page, app } = parlance;
  await saveServer(page, server.baseUrl, KEY);
  await ask(page, HARD_TEXTS.slice(0, 6).join('\n'));
  await answered(page);
  const body = lastText(server);
  const code = new Map<string, string>();
  for (const name of ['Python', 'Python (openai < 1.0)', 'Node.js', 'curl']) {
    await app.evaluate(async ({ clipboard }) => clipboard.writeText(''));
    await assistantMessages(page).getByRole('button', { name: 'Copy as code' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
    await expect.poll(() => clipboardOf(parlance)).toContain('OPENAI_API_KEY');
    code.set(name, await clipboardOf(parlance));
    expect(code.get(name)).toContain(server.baseUrl);
    expect(code.get(name)).not.toContain(KEY);
  }
  expect(code.get('Python (openai < 1.0)')).toContain('openai.ChatCompletion.create(');
  await promisify(execFile)('sh', ['-c', code.get('curl') ?? ''], {
    env: { ...process.env, OPENAI_API_KEY: 'other' },
  });
  expect(asked(server)).toHaveLength(2);
  expect(asked(server)[1]?.body).toEqual(JSON.parse(body));
  expect(asked(server)[1]?.headers.authorization).toBe('Bearer other');
});

test('a request is run again exactly, whatever the settings are now, and a new fingerprint is told', async ({
  launch,
  server,
}) => {
  const parlance = await launch();
  const { page } = parlance;
  await saveServer(page, server.baseUrl);
  const settings = await generationSettings(page);
  await settings.getByRole('spinbutton', { name: 'Seed' }).fill('7');
  await settings.getByRole('textbox', { name: 'System prompt' }).fill('Be brief.');
  await ask(page, 'Hello');
  await settle(page, server, 1);
  await settings.getByRole('spinbutton', { name: 'Seed' }).fill('8');
  await settings.getByRole('textbox', { name: 'System prompt' }).fill('Be long.');

  await chooseAction(assistantMessages(page), 'Run again exactly');
  await expect(assistantMessages(page)).toContainText('2 / 2');
  await settle(page, server, 2);
  expect(lastText(server)).toBe(asked(server)[0]?.text);
  await expect(assistantMessages(page)).not.toContainText('fingerprint');
  expect(await copied(parlance, assistantMessages(page), 'Sent')).toBe(lastText(server));

  const chunk = {
    id: 'x',
    object: 'chat.completion.chunk',
    model: 'm',
    system_fingerprint: 'fp_other',
    choices: [{ index: 0, delta: { content: 'Hi' }, finish_reason: 'stop' }],
  };
  server.fail({
    kind: 'raw',
    contentType: 'text/event-stream',
    text: `data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`,
  });
  await chooseAction(assistantMessages(page), 'Run again exactly');
  await expect(assistantMessages(page)).toContainText('3 / 3');
  await settle(page, server, 3);
  expect(lastText(server)).toBe(asked(server)[0]?.text);
  await expect(assistantMessages(page)).toContainText('to fp_other');
});
