import { expect } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { answered, ask, assistantMessages, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

const SECTIONS = 400;

const section = (index: number): string =>
  `Paragraph ${index} with *some* emphasis and enough words to fill a line or two.\n\n- point **${index}**\n- another`;

const REPLY = Array.from({ length: SECTIONS }, (_, index) => section(index)).join('\n\n');
const LONG_LIST = Array.from({ length: 600 }, (_, index) => `- entry **${index}** of one long list`).join(
  '\n',
);
/** Plain, so that what is seen is as long as what came. */
const PARAGRAPHS = `${Array.from({ length: 6000 }, (_, index) => `Paragraph ${index} is one line of words.`).join('\n\n')}\n\nThe very end.`;
/** What `paced.ts` allows, and what else comes into the transcript meanwhile: the question, names, buttons. */
const LETTERS_IN_A_FRAME = 24_000 + 500;

test('a long reply that comes at once ends up formatted to its first line, with the end in view', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => REPLY });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Tell me a lot');
  await answered(page);
  const reply = assistantMessages(page);
  await expect(reply.getByRole('listitem')).toHaveCount(2 * SECTIONS, { timeout: 30_000 });
  await expect(reply.locator('em')).toHaveCount(SECTIONS);
  await expect(reply).not.toContainText('**');
  await expect(reply.getByRole('listitem').last()).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Jump to latest' })).toBeHidden();
  await page.reload();
  await expect(assistantMessages(page).locator('em')).toHaveCount(SECTIONS, { timeout: 30_000 });
  await expect(assistantMessages(page).getByRole('listitem').last()).toBeInViewport();
  await server.close();
});

test('a block that was too long to format while it grew is formatted once it is complete', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => LONG_LIST });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'List everything');
  await answered(page);
  await expect(assistantMessages(page).getByRole('listitem')).toHaveCount(600, { timeout: 30_000 });
  await expect(assistantMessages(page)).not.toContainText('**');
  await server.close();
});

test('a burst is shown in bounded steps: no frame gets more of it than it can lay out', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => PARAGRAPHS });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await page.evaluate((allowed) => {
    const { dataset } = document.body;
    let before = 0;
    const look = () => {
      const now = document.querySelector('[role=log]')?.textContent?.length ?? 0;
      if (now - before > allowed) dataset.tooMuch = `${now - before} letters in one frame`;
      before = now;
      requestAnimationFrame(look);
    };
    look();
  }, LETTERS_IN_A_FRAME);
  await ask(page, 'Tell me a lot');
  await answered(page);
  await expect(assistantMessages(page)).toContainText('The very end.');
  expect(await page.evaluate(() => document.body.dataset.tooMuch ?? 'never')).toBe('never');
  await server.close();
});
