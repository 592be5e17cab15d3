import { expect, type Page } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { answered, ask, assistantMessages, chatList, messageBox, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

/** Replies that parsers of Markdown nest too deeply in, or take too long for. */
const REPLIES: Readonly<Record<string, string>> = {
  quotes: '>'.repeat(2000),
  numbers: '1. '.repeat(3000),
  list: Array.from({ length: 400 }, (_, level) => `${'  '.repeat(level)}- ${level}`).join('\n'),
  brackets: '['.repeat(5000),
  emphasis: '_a*b'.repeat(5000),
  html: '<div>'.repeat(3000),
  word: 'x'.repeat(100_000),
};

const newChat = (page: Page) => page.getByRole('button', { name: 'New chat' });

/** The text that ends the reply is there, so the whole of it is shown. Stars are emphasis by then. */
const expectShown = async (page: Page, text: string) => {
  const end = text.trimEnd().slice(-20).replaceAll('*', '');
  // Not toContainText: a failure would print the whole reply.
  await expect.poll(async () => (await assistantMessages(page).textContent())?.includes(end)).toBe(true);
  await expect(newChat(page)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
};

test('no reply, however it nests, takes the window away, nor its chat after a restart', async ({
  launch,
}) => {
  const server = await startFaultServer({
    reply: ({ messages }) => REPLIES[messages.at(-1)?.content ?? ''] ?? '',
  });
  const first = await launch();
  await saveServer(first.page, server.baseUrl);
  for (const [name, text] of Object.entries(REPLIES)) {
    await newChat(first.page).click();
    await ask(first.page, name);
    await answered(first.page);
    await expectShown(first.page, text);
  }
  await first.app.close();
  const { page } = await launch();
  for (const [name, text] of Object.entries(REPLIES)) {
    await chatList(page).getByRole('button', { name, exact: true }).click();
    await expectShown(page, text);
    await messageBox(page).fill(`still alive: ${name}`);
    await expect(messageBox(page)).toHaveValue(`still alive: ${name}`);
  }
  await server.close();
});
