import { expect, type Locator } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { answered, ask, assistantMessages, messageBox, saveServer, userMessages } from '../support/drive';
import { test } from '../support/fixtures';

const REPLY = ['مرحبا `f(x)` بك.', '- أولا\n- second one\n', '> اقتباس', 'In English: שלום.'].join('\n\n');

/** On which side of its element the words stand: the nearer edge. */
const sideOf = (element: Locator) =>
  element.evaluate((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const [words, whole] = [range.getBoundingClientRect(), node.getBoundingClientRect()];
    return words.left - whole.left > whole.right - words.right ? 'right' : 'left';
  });

test('Arabic and Hebrew are read and written from right to left, and English beside them from left to right', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => REPLY });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'كيف أكتب (code)؟\nAn English line.');
  await answered(page);
  const reply = assistantMessages(page).last();
  await expect.poll(() => sideOf(reply.getByText('مرحبا'))).toBe('right');
  await expect.poll(() => sideOf(reply.getByText('In English'))).toBe('left');
  // The mark of a list and the bar of a quote stand where their text begins.
  for (const block of ['list', 'blockquote'] as const)
    await expect(reply.getByRole(block)).toHaveCSS('direction', 'rtl');
  await expect.poll(() => sideOf(reply.getByText('second one'))).toBe('right');
  // Code in the midst of it reads as it was written: the bracket that closes it stays at its end.
  await expect(reply.getByText('f(x)')).toHaveCSS('direction', 'ltr');
  await expect(userMessages(page).getByText('كيف')).toHaveCSS('unicode-bidi', 'plaintext');
  await messageBox(page).fill('سؤال');
  await expect(messageBox(page)).toHaveCSS('direction', 'rtl');
  await messageBox(page).fill('question');
  await expect(messageBox(page)).toHaveCSS('direction', 'ltr');
  await server.close();
});
