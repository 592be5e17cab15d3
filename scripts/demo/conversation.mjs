import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from '../lib/stop.mjs';
import { printablePiece } from './reply-text.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const QUESTION = 'What is Parlance, and where are my chats kept?';
const REPLY_LIMIT_MS = 60_000;
const LOOK_EVERY_MS = 50;

/**
 * Chooses the built-in demo on the first-run screen and asks it something, as a person would: by what the page shows.
 * @param {Page} page
 */
export async function askDemo(page) {
  await page.getByRole('button', { name: 'Try the demo' }).click();
  const message = page.getByRole('textbox', { name: 'Message' });
  await message.fill(QUESTION);
  await message.press('Enter');
  console.log(`You: ${QUESTION}\n`);
}

/**
 * Prints the reply while it streams.
 * @param {Page} page
 * @throws {Stop} when it does not complete, or is empty
 */
export async function printReply(page) {
  const reply = page.getByRole('article', { name: 'Assistant message' }).last();
  await reply.waitFor();
  const deadline = Date.now() + REPLY_LIMIT_MS;
  let printed = '';
  for (;;) {
    const status = await reply.getAttribute('data-status');
    const isComplete = status === 'complete';
    const piece = printablePiece(printed, await readText(reply), isComplete);
    process.stdout.write(piece);
    printed += piece;
    if (isComplete) break;
    if (status !== 'streaming') throw new Stop(`The reply ended as "${status}".`);
    if (Date.now() > deadline) throw new Stop('The reply did not end within a minute.');
    await pause(LOOK_EVERY_MS);
  }
  if (printed.trim() === '') throw new Stop('The reply is empty.');
}

/**
 * The text of a message as the page shows it, without its buttons and the line of facts below a finished one.
 * @param {import('@playwright/test').Locator} article
 * @returns {Promise<string>}
 */
async function readText(article) {
  const text = await article.innerText();
  const buttons = new Set(await article.getByRole('button').allInnerTexts());
  const below = article.locator('footer');
  const end = (await below.count()) > 0 ? text.lastIndexOf(await below.innerText()) : -1;
  const lines = (end >= 0 ? text.slice(0, end) : text).trimEnd().split('\n');
  return lines.filter((line) => line === '' || !buttons.has(line)).join('\n');
}
