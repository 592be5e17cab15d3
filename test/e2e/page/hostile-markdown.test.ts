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
  code: `\`\`\`text\n${'x'.repeat(100_000)}\n\`\`\``,
};

const newChat = (page: Page) => page.getByRole('button', { name: 'New chat' });

/** The text that ends the reply is there, so the whole of it is shown. Stars are emphasis by then. */
const expectShown = async (page: Page, text: string) => {
  const end = text
    .replaceAll(/[*`\n]/g, '')
    .trimEnd()
    .slice(-20);
  // Not toContainText: a failure would print the whole reply.
  await expect.poll(async () => (await assistantMessages(page).textContent())?.includes(end)).toBe(true);
  await expect(newChat(page)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
};

/** Letters of a word without end: of all pieces that the page lays out on their own, and of the longest. */
const laidOut = (page: Page, pieces: string) =>
  assistantMessages(page)
    .locator(pieces)
    .evaluateAll((found) => {
      const lengths = found.flatMap(({ textContent }) =>
        /^x+$/.test(textContent ?? '') ? [textContent?.length ?? 0] : [],
      );
      return { all: lengths.reduce((sum, length) => sum + length, 0), longest: Math.max(...lengths) };
    });

const copied = (page: Page): Promise<string | undefined> =>
  assistantMessages(page)
    .last()
    .evaluate((article) => {
      getSelection()?.selectAllChildren(article);
      const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true });
      article.dispatchEvent(event);
      return event.clipboardData?.getData('text/plain');
    });

test('no reply, however it nests, takes the window away, nor its chat after a restart', async ({
  launch,
}) => {
  // Sixteen chats are opened that are made to be slow.
  test.setTimeout(180_000);
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
  // Nothing parts the last two, but the page must not lay out all of one for each token.
  const inPieces = { all: 100_000, longest: 8000 };
  await expect.poll(() => laidOut(first.page, 'pre span span span')).toEqual(inPieces);
  expect(await copied(first.page)).toBe(REPLIES.code);
  await chatList(first.page).getByRole('button', { name: 'word', exact: true }).click();
  await expect.poll(() => laidOut(first.page, 'p > span')).toEqual(inPieces);
  expect(await copied(first.page)).toBe(REPLIES.word);
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
