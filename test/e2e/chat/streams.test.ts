import { expect } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import {
  answered,
  ask,
  assistantMessages,
  beforeAsking,
  chatList,
  saveServer,
  wordsIn,
} from '../support/drive';
import { test } from '../support/fixtures';

/** Answers with the question's own word, numbered: text of another chat would show at once. */
const echoServer = (count: number, tokensPerSecond?: number) =>
  startFaultServer({
    reply: ({ messages }) => {
      const word = String(messages.at(-1)?.content ?? '').trim();
      return Array.from({ length: count }, (_, index) => `${word}${index}`).join(' ');
    },
    ...(tokensPerSecond === undefined ? {} : { tokensPerSecond }),
  });

/** A reply that is under way for as long as its test wants. */
const SOME_WORDS = { kind: 'hold', after: 100 } as const;

const numbered = (word: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${word}${index}`);

test('two chats stream at once without mixing, while one switches between them', async ({ launch }) => {
  const server = await echoServer(400);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  server.fail(SOME_WORDS);
  await ask(page, 'alpha');
  await expect(assistantMessages(page)).toContainText('alpha5');
  await page.getByRole('button', { name: 'New chat' }).click();
  await ask(page, 'beta');
  await expect(assistantMessages(page)).toContainText('beta5');
  for (const name of ['alpha', 'beta', 'alpha', 'beta']) {
    await chatList(page).getByRole('button', { name, exact: true }).click();
    await expect(assistantMessages(page)).toContainText(`${name}5`);
    await expect(assistantMessages(page)).toHaveAttribute('data-status', 'streaming');
  }
  await server.release(2);
  for (const name of ['alpha', 'beta']) {
    await beforeAsking(page);
    await chatList(page).getByRole('button', { name, exact: true }).click();
    await answered(page);
    await expect
      .poll(() => wordsIn(assistantMessages(page), /(alpha|beta)\d+/g))
      .toEqual(numbered(name, 400));
  }
  await server.close();
});

test('reloading the page does not stop a reply, and the page catches up without gap or double', async ({
  launch,
}) => {
  const server = await echoServer(500);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  server.fail(SOME_WORDS);
  await ask(page, 'gamma');
  await expect(assistantMessages(page)).toContainText('gamma20');
  await page.reload();
  await chatList(page).getByRole('button', { name: 'gamma', exact: true }).click();
  await expect(assistantMessages(page)).toHaveAttribute('data-status', 'streaming');
  await server.release();
  await answered(page);
  await expect.poll(() => wordsIn(assistantMessages(page), /gamma\d+/g)).toEqual(numbered('gamma', 500));
  await server.close();
});

test('Stop keeps what came and tells the server at once', async ({ launch }) => {
  const server = await echoServer(5000, 150);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'delta');
  await expect(assistantMessages(page)).toContainText('delta10');
  const gone = server.clientGone();
  await page.getByRole('button', { name: 'Stop' }).click();
  await gone;
  await answered(page, 'stopped');
  await expect(assistantMessages(page)).toContainText('delta10');
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
  await server.close();
});

test('Continue goes on from a stopped reply in a branch of its own', async ({ launch }) => {
  const server = await startFaultServer({
    reply: ({ messages }) =>
      messages.at(-1)?.role === 'assistant' ? ' and the rest.' : numbered('word', 3000).join(' '),
    tokensPerSecond: 150,
  });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Begin');
  await expect(assistantMessages(page)).toContainText('word10');
  await page.getByRole('button', { name: 'Stop' }).click();
  await answered(page, 'stopped');
  await assistantMessages(page).getByRole('button', { name: 'Continue' }).click();
  await answered(page);
  await expect(assistantMessages(page)).toContainText('word10');
  await expect(assistantMessages(page)).toContainText('and the rest.');
  await expect(assistantMessages(page)).toContainText('2 / 2');
  await server.close();
});

test('quitting in mid-stream keeps what came as interrupted', async ({ launch }) => {
  const server = await echoServer(5000, 150);
  const first = await launch();
  await saveServer(first.page, server.baseUrl);
  await ask(first.page, 'epsilon');
  await expect(assistantMessages(first.page)).toContainText('epsilon30');
  await first.app.close();
  const { page } = await launch();
  await chatList(page).getByRole('button', { name: 'epsilon', exact: true }).click();
  await answered(page, 'interrupted');
  await expect(assistantMessages(page)).toContainText('epsilon30');
  await server.close();
});
