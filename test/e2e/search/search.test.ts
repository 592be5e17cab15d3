import { expect, type Locator, type Page } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { streamOf } from '../../support/sse';
import {
  answered,
  ask,
  assistantMessages,
  beforeAsking,
  chatList,
  saveServer,
  userMessages,
} from '../support/drive';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';

const searchBox = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search chats' });
const results = (page: Page): Locator => page.getByRole('listbox', { name: 'Search results' });
const hits = (page: Page): Locator => results(page).getByRole('option');

/** The texts that are marked in the transcript: all, and the one that is gone to. */
const marked = (page: Page, name: 'found' | 'found-now'): Promise<readonly string[]> =>
  page.evaluate((which) => [...(CSS.highlights.get(which) ?? [])].map((range) => range.toString()), name);

/** True when the mark that is gone to lies within the transcript's visible part. */
const isMarkInView = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('found-now') ?? [];
    const scroller = document.querySelector('[role="log"]')?.parentElement;
    if (!(range instanceof Range) || !scroller) return false;
    const [mark, view] = [range.getBoundingClientRect(), scroller.getBoundingClientRect()];
    return mark.height > 0 && mark.top >= view.top && mark.bottom <= view.bottom;
  });

test('typing filters at once, the arrow keys choose, Enter opens the hit in view and marked, Escape gives the chats back', async ({
  launch,
}) => {
  const { page } = await launch();
  await fillChat(page, ['How do lighthouses work?', 'They shine a light.']);
  await fillChat(page, ['Name three birds', 'Heron, wren and the LIGHT-footed rail.']);
  await fillChat(page, ['今天北京的天气怎么样？', '晴。']);
  await searchBox(page).fill('light');
  await expect(hits(page)).toHaveCount(3);
  await expect(hits(page).first()).toContainText('How do lighthouses work?');
  await expect(hits(page).nth(1)).toContainText(/Name three birds.*Assistant Heron, wren/);
  await expect(hits(page).nth(1).getByText('LIGHT', { exact: true })).toBeVisible();
  await expect(chatList(page)).toBeHidden();

  await searchBox(page).press('ArrowDown');
  await searchBox(page).press('ArrowDown');
  await expect(hits(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  const active = await searchBox(page).getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toContainText('Name three birds');
  await searchBox(page).press('Enter');
  await expect(assistantMessages(page)).toContainText('Heron');
  await expect.poll(() => marked(page, 'found-now')).toEqual(['LIGHT']);

  await searchBox(page).fill('天气');
  await expect(hits(page)).toHaveCount(1);
  await searchBox(page).press('Enter');
  await expect(userMessages(page)).toContainText('今天北京');
  await expect.poll(() => marked(page, 'found-now')).toEqual(['天气']);

  await searchBox(page).press('Escape');
  await expect(searchBox(page)).toHaveValue('');
  await expect(chatList(page)).toBeVisible();
  await expect.poll(() => marked(page, 'found-now')).toEqual([]);
});

test('a hit far up in a chat of 2,000 messages is opened there, and the chat goes on in both directions', async ({
  launch,
}) => {
  const { page } = await launch();
  const texts = Array.from({ length: 2000 }, (_, index) => `Message number ${index}, with words of its own.`);
  await fillChat(page, texts.with(301, 'The kingfisher waits above the weir.'));
  await searchBox(page).fill('kingfisher');
  await hits(page).first().click();
  await expect.poll(() => isMarkInView(page)).toBe(true);
  await expect.poll(() => marked(page, 'found-now')).toEqual(['kingfisher']);
  const transcript = page.getByRole('log', { name: 'Transcript' });
  await expect(transcript.getByText('Message number 310,')).toBeAttached();
  await expect(transcript.getByText('Message number 1999,')).toHaveCount(0);

  await page.getByRole('main', { name: 'Conversation' }).hover();
  await page.mouse.wheel(0, 3000);
  await expect(transcript.getByText('Message number 340,')).toBeAttached();
  await page.mouse.wheel(0, -6000);
  await expect(transcript.getByText('Message number 280,')).toBeAttached();
  await expect(transcript.getByText('Message number 1999,')).toHaveCount(0);
  await page.getByRole('button', { name: 'Jump to latest' }).click();
  await expect(transcript.getByText('Message number 1999,')).toBeInViewport();
});

test('a hit on another branch takes the chat there', async ({ launch }) => {
  const animals = ['a pangolin', 'a walrus'];
  const server = await startFaultServer({
    reply: () => `This answer names ${animals.shift() ?? 'nothing'}.`,
  });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Name an animal');
  await answered(page);
  await beforeAsking(page);
  await assistantMessages(page).getByRole('button', { name: 'Regenerate' }).click();
  await expect(assistantMessages(page)).toContainText('walrus');
  await answered(page);
  await searchBox(page).fill('pangolin');
  await hits(page).first().click();
  await expect(assistantMessages(page)).toContainText('pangolin');
  await expect(page.getByText('1 / 2')).toBeVisible();
  await expect.poll(() => marked(page, 'found-now')).toEqual(['pangolin']);
  await server.close();
});

test('F3 goes from hit to hit through all chats, also past the first page of hits', async ({ launch }) => {
  const { page } = await launch();
  await fillChat(page, ['Older', 'one ibis']);
  await fillChat(page, ['Newer', ...Array.from({ length: 40 }, (_, index) => `ibis ${index}`)]);
  await searchBox(page).fill('ibis');
  await expect(hits(page)).toHaveCount(30);
  await hits(page).first().click();
  await expect(page.getByText('Hit 1 of more than 30')).toBeVisible();
  await page.keyboard.press('F3');
  await expect(page.getByText('Hit 2 of more than 30')).toBeVisible();
  await page.keyboard.press('Shift+F3');
  await expect(page.getByRole('button', { name: 'Previous hit' })).toBeDisabled();
  for (let at = 2; at <= 41; at += 1) {
    await page.getByRole('button', { name: 'Next hit' }).click();
    await expect(page.getByText(new RegExp(`^Hit ${at} of `))).toBeVisible();
  }
  await expect(assistantMessages(page)).toContainText('one ibis');
  await expect(page.getByRole('button', { name: 'Next hit' })).toBeDisabled();
});

test('search works while a reply streams in another chat, which goes on unharmed and is found when it ended', async ({
  launch,
}) => {
  const words = Array.from({ length: 300 }, (_, index) => `word${index}`).join(' ');
  const server = await startFaultServer({ reply: () => `${words} finale` });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await fillChat(page, ['About birds', 'A heron by the river']);
  server.fail({ kind: 'hold', after: 40 });
  await ask(page, 'Go on for long');
  await expect(assistantMessages(page)).toContainText('word5');
  await searchBox(page).fill('heron');
  await hits(page).first().click();
  await expect.poll(() => marked(page, 'found-now')).toEqual(['heron']);
  await searchBox(page).fill('finale');
  await expect(page.getByRole('status').filter({ hasText: 'No results' })).toBeAttached();
  await server.release();
  await searchBox(page).press('Escape');
  await chatList(page).getByRole('button', { name: 'Go on for long', exact: true }).click();
  await answered(page);
  await expect(assistantMessages(page)).toContainText(`${words} finale`);
  await searchBox(page).fill('finale');
  await expect(hits(page)).toHaveCount(1);
  await server.close();
});

test('what finds nothing offers the operators, and no half-typed query is an error', async ({ launch }) => {
  const { page } = await launch();
  await fillChat(page, ['A plain question', 'A plain answer']);
  await searchBox(page).fill('zebra');
  await expect(page.getByRole('status').filter({ hasText: 'No results' })).toBeAttached();
  await page.getByRole('button', { name: /^role:/ }).click();
  await expect(searchBox(page)).toBeFocused();
  await expect(searchBox(page)).toHaveValue('zebra role:');
  await searchBox(page).fill('plain ');
  await expect(hits(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Search operators' }).click();
  await page.getByRole('button', { name: /^has:/ }).click();
  await expect(searchBox(page)).toHaveValue('plain has:');
  for (const query of ['"', 'plain AND', 'plain"', '(plain', 'plain *', 'NEAR(plain', 'plain role:', '-']) {
    await searchBox(page).fill(query);
    await searchBox(page).press('End');
    await expect(page.getByText('The search could not be carried out.')).toHaveCount(0);
  }
  await searchBox(page).fill('plain role:nobody');
  await expect(page.getByText('No message can be “role:nobody”.')).toBeVisible();
  await searchBox(page).fill('plain role:assistant');
  await expect(hits(page)).toHaveCount(1);
  await expect(hits(page)).toContainText('A plain answer');
});

test('operators and their values are offered as one types, by Tab and Enter, and leave the hits their keys', async ({
  launch,
}) => {
  const { page } = await launch();
  await fillChat(page, ['A plain question', 'A plain answer']);
  await searchBox(page).fill('plain ro');
  const offered = page.getByRole('list', { name: 'Continue with' });
  await expect(offered.getByRole('button')).toHaveText(['role:']);
  for (let presses = 0; presses < 2; presses += 1) await page.keyboard.press('Tab');
  await expect(offered.getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(searchBox(page)).toBeFocused();
  await expect(searchBox(page)).toHaveValue('plain role:');
  await page.keyboard.type('a');
  await offered.getByRole('button', { name: 'role:assistant', exact: true }).click();
  await expect(searchBox(page)).toHaveValue('plain role:assistant ');
  await expect(offered).toBeHidden();
  await expect(hits(page)).toContainText(['A plain answer']);
  await searchBox(page).fill('plain in:');
  await expect(offered.getByRole('button')).toHaveText(['in:current']);
  await searchBox(page).press('ArrowDown');
  await expect(hits(page).first()).toHaveAttribute('aria-selected', 'true');
});

test('what a model thought is found, said to stand there, unfolded and gone to within its own scrollbar', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const thought = `${'Let me think about it.\n'.repeat(200)}Perhaps a cormorant?\n${'Or else.\n'.repeat(50)}`;
  const text = streamOf([{ reasoning_content: thought }, { content: 'It is a heron.' }], 'stop');
  server.fail({ kind: 'raw', contentType: 'text/event-stream', text }, 1);
  await ask(page, 'Which bird?');
  await answered(page);
  await expect(assistantMessages(page)).not.toContainText('cormorant');
  await searchBox(page).fill('cormorant');
  await expect(hits(page)).toHaveText(/Assistant Reasoning: .*Perhaps a cormorant/);
  await hits(page).click();
  await expect(assistantMessages(page)).toContainText('Perhaps a cormorant');
  await expect.poll(() => marked(page, 'found-now')).toEqual(['cormorant']);
  await expect.poll(() => isMarkInView(page)).toBe(true);
  // In the box of its own, not only in the transcript behind it.
  const isSeen = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('found-now') ?? [];
      if (!(range instanceof Range)) return false;
      const { left, top } = range.getBoundingClientRect();
      const at = document.elementFromPoint(left + 2, top + 2);
      return at !== null && range.startContainer.parentElement?.contains(at) === true;
    });
  await expect.poll(isSeen).toBe(true);
  await searchBox(page).fill('heron');
  // Until then those of the former word are there.
  await expect(hits(page)).toContainText(['heron']);
  await hits(page).first().click();
  await expect.poll(() => marked(page, 'found-now')).toEqual(['heron']);
});
