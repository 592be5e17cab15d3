import { expect } from '@playwright/test';
import type { Fault } from '../../support/faults';
import { answered, ask, assistantMessages, closeSettings, openSettings, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import { glimpse } from '../support/glimpse';

interface Case {
  readonly name: string;
  readonly fault: Fault;
  /** A word of the sentence that is shown, in English. */
  readonly says: RegExp;
  /** Text that had come and must still be there. */
  readonly keeps?: string;
}

const status = (code: number, rest: Partial<Extract<Fault, { kind: 'status' }>> = {}): Fault => ({
  kind: 'status',
  status: code,
  ...rest,
});

const cases: readonly Case[] = [
  { name: '401', fault: status(401, { code: 'invalid_api_key' }), says: /key/i },
  { name: '403', fault: status(403), says: /not allow|permission|access/i },
  { name: '404 model', fault: status(404, { code: 'model_not_found' }), says: /model/i },
  {
    name: '400 context length',
    fault: status(400, { code: 'context_length_exceeded' }),
    says: /long|context/i,
  },
  { name: '400', fault: status(400, { message: 'teapots only' }), says: /teapots only/ },
  {
    name: '429 quota',
    fault: status(429, { code: 'insufficient_quota' }),
    says: /quota|credit|billing/i,
  },
  {
    name: 'HTML instead of an API',
    fault: { kind: 'raw', contentType: 'text/html', text: '<html>login</html>' },
    says: /Base URL|address|API/i,
  },
  {
    name: 'reset in mid-stream',
    fault: { kind: 'reset', after: 4 },
    says: /connection|broke|cut/i,
    keeps: 'Hello',
  },
  {
    name: 'end without an end mark',
    fault: { kind: 'end', after: 4 },
    says: /connection|broke|cut|end/i,
    keeps: 'Hello',
  },
  {
    name: 'broken JSON',
    fault: { kind: 'insert', after: 4, text: 'data: {"choices":[{]\n\n' },
    says: /not a reply/,
    keeps: 'Hello',
  },
];

for (const { name, fault, says, keeps } of cases) {
  test(`${name}: its own sentence, nothing lost, and the app goes on`, async ({ launch, server }) => {
    const { page } = await launch();
    await saveServer(page, server.baseUrl);
    server.fail(fault);
    await ask(page, 'Hello?');
    await answered(page, 'failed');
    await expect(assistantMessages(page).getByRole('alert')).toContainText(says);
    if (keeps !== undefined) await expect(assistantMessages(page)).toContainText(keeps);
    server.fail(null);
    await ask(page, 'Again?');
    await expect(assistantMessages(page)).toHaveCount(2);
    await answered(page);
  });
}

test('a busy server is asked again, and the person is told', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  server.fail(status(429, { headers: { 'retry-after': '1' } }), 1);
  const told = glimpse(page, '1 of 2');
  await ask(page, 'Hello?');
  await told;
  await answered(page);
  await expect(page.getByText(/1 of 2/)).toBeHidden();
});

test('UTF-8 and events split across packets arrive whole over the real network stack', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  server.fail({ kind: 'split', size: 1, lineEnd: '\r\n' });
  await ask(page, 'Hello?');
  await answered(page);
  await expect(assistantMessages(page)).toContainText('Hello world, 你好，世界 👋🏽');
});

test('a server that falls silent is given up after the time set, and the text stays', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const dialog = await openSettings(page);
  await dialog.getByRole('textbox', { name: 'Give up after silence (seconds)' }).fill('1');
  await dialog.getByRole('textbox', { name: 'Give up after silence (seconds)' }).press('Tab');
  await closeSettings(page);
  server.fail({ kind: 'stall', after: 4 });
  await ask(page, 'Hello?');
  await answered(page, 'failed');
  await expect(assistantMessages(page)).toContainText('Hello');
  await expect(assistantMessages(page).getByRole('alert')).toContainText(/stopped sending/);
});

test('a reply without end is given up at its bound, and the next question is answered', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  server.fail({ kind: 'flood' });
  await ask(page, 'Hello?');
  await expect(assistantMessages(page)).toHaveAttribute('data-status', /failed|streaming/);
  await answered(page, 'failed');
  server.fail(null);
  await ask(page, 'Again?');
  // A page that draws four million letters takes its time on a busy machine.
  await answered(page);
  await expect(assistantMessages(page)).toHaveCount(2);
});

for (const [name, baseUrl, says] of [
  ['a name that does not exist', 'http://nowhere.invalid/v1', /find|name|DNS/i],
  ['a port where nobody listens', 'http://127.0.0.1:9/v1', /Nothing answers/],
] as const) {
  test(`${name} is explained`, async ({ launch }) => {
    const { page } = await launch();
    await saveServer(page, baseUrl);
    await ask(page, 'Hello?');
    await answered(page, 'failed');
    await expect(assistantMessages(page).getByRole('alert')).toContainText(says);
  });
}
