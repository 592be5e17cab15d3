import { expect } from '@playwright/test';
import type { FaultServer } from '../../support/fault-server';
import { streamOf } from '../../support/sse';
import {
  answered,
  ask,
  assistantMessages,
  lastCompletion,
  messageBox,
  saveServer,
  userMessages,
} from '../support/drive';
import { test } from '../support/fixtures';

const answerRaw = (server: FaultServer, text: string): void =>
  server.fail({ kind: 'raw', contentType: 'text/event-stream', text }, 1);

const messagesSent = (server: FaultServer): readonly unknown[] =>
  (lastCompletion(server) as { readonly messages: readonly unknown[] }).messages;

test('what a model thought is folded away, kept, and never sent back', async ({ launch, server }) => {
  const { page, app } = await launch();
  await saveServer(page, server.baseUrl);
  answerRaw(
    server,
    streamOf(
      [{ reasoning_content: 'First I ' }, { reasoning_content: 'count.' }, { content: 'Four.' }],
      'stop',
    ),
  );
  await ask(page, '2+2?');
  await answered(page);
  const reply = assistantMessages(page).first();
  await expect(reply).not.toContainText('First I count.');
  await reply.getByRole('button', { name: 'Reasoning' }).click();
  await expect(reply).toContainText('First I count.');
  await reply.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Four.');
  await page.reload();
  await assistantMessages(page).first().getByRole('button', { name: 'Reasoning' }).click();
  await expect(assistantMessages(page).first()).toContainText('First I count.');
  await ask(page, 'Sure?');
  await expect(assistantMessages(page)).toHaveCount(2);
  await answered(page);
  expect(messagesSent(server)).toEqual([
    { role: 'user', content: '2+2?' },
    { role: 'assistant', content: 'Four.' },
    { role: 'user', content: 'Sure?' },
  ]);
});

test('thoughts are shown as they come while they are unfolded', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const thoughts = streamOf([{ reasoning: 'hmm ' }], 'stop').split('\n\n')[0];
  server.fail({ kind: 'raw', contentType: 'text/event-stream', text: `${thoughts}\n\n`, staysOpen: true }, 1);
  await ask(page, 'q');
  const reply = assistantMessages(page).first();
  await reply.getByRole('button', { name: 'Reasoning' }).click();
  await expect(reply).toContainText('hmm');
});

for (const [reason, words, canContinue] of [
  ['stop', null, false],
  ['length', 'Cut at the token limit', true],
  ['content_filter', 'Held back by the content filter', false],
  ['tool_calls', 'Ended with a tool call', false],
  ['function_call', 'Ended with a function call', false],
  ['eos_weird', 'Ended: eos_weird', false],
] as const) {
  test(`a reply that ends with "${reason}" says so in words`, async ({ launch, server }) => {
    const { page } = await launch();
    await saveServer(page, server.baseUrl);
    answerRaw(server, streamOf([{ content: 'Well' }], reason));
    await ask(page, 'q');
    await answered(page);
    const reply = assistantMessages(page).first();
    if (words === null) await expect(reply).not.toContainText('Ended');
    else await expect(reply).toContainText(words);
    await expect(reply.getByRole('button', { name: 'Continue' })).toHaveCount(canContinue ? 1 : 0);
  });
}

test('a name is sent in its place, shown, changed by editing, and refused when the API would refuse it', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await page.getByRole('button', { name: 'Give the message a name' }).click();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(name).toBeFocused();
  await name.fill('Ada Lovelace');
  await expect(page.getByText('Letters, digits, _ and - only, at most 64 of them.')).toBeVisible();
  await ask(page, 'Hi');
  await expect(messageBox(page)).toHaveValue('Hi');
  await name.fill('Ada');
  await ask(page, 'Hi');
  await answered(page);
  const [sent] = messagesSent(server);
  expect(JSON.stringify(sent)).toBe('{"role":"user","content":"Hi","name":"Ada"}');
  await expect(userMessages(page).first()).toContainText('Ada');
  await userMessages(page).first().hover();
  await userMessages(page).first().getByRole('button', { name: 'Edit' }).click();
  await userMessages(page).first().getByRole('textbox', { name: 'Name', exact: true }).fill('Bob');
  await userMessages(page).first().getByRole('button', { name: 'Save', exact: true }).click();
  await expect(userMessages(page).first()).toContainText('Bob');
  await name.fill('');
  await ask(page, 'Again');
  await expect(assistantMessages(page)).toHaveCount(2);
  await answered(page);
  expect(messagesSent(server).at(0)).toEqual({ role: 'user', content: 'Hi', name: 'Bob' });
  expect(messagesSent(server).at(-1)).toEqual({ role: 'user', content: 'Again' });
});
