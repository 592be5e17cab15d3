import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { answered, ask, chatList, messageBox, saveServer, userMessages } from '../support/drive';
import { test } from '../support/fixtures';
import { mostPendingStates } from '../support/pending-states';

const REPLY = Array.from(
  { length: 6 },
  (_, at) =>
    `## Part ${at}\n\nSome **words**, \`code\`, $x^${at}$ and [a link](https://example.org/).\n\n- one\n- two\n\n` +
    `| a | b |\n|---|---|\n| 1 | 2 |\n\n\`\`\`ts\nconst value${at} = '${at}';\n\`\`\``,
).join('\n\n');

const CHATS = ['Alpha', 'Beta', 'Gamma'];

/** What the page holds when its garbage is gone. A session of its own each time: one that is open may hold elements itself. */
const held = async (page: Page): Promise<{ readonly nodes: number; readonly listeners: number }> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { nodes, listeners: jsEventListeners };
};

/** Streams that main holds when its garbage is gone: every request has some, with all that came of it. */
const streamsInMain = (app: ElectronApplication): Promise<number> =>
  app.evaluate(() => {
    const v8 = process.getBuiltinModule('node:v8');
    return v8.queryObjects(ReadableStream, { format: 'count' });
  });

const newChat = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'New chat', exact: true }).click();
  await expect(page.getByRole('article')).toHaveCount(0);
};

/** Asks once more in every chat, and ends at an empty one. */
const goRound = async (page: Page, round: number): Promise<void> => {
  for (const title of CHATS) {
    await chatList(page).getByRole('button', { name: title, exact: true }).click();
    await expect(userMessages(page).last()).toContainText(round === 1 ? title : `Round ${round - 1}`);
    await ask(page, `Round ${round}`);
    // The question and the place of its answer come at once.
    await expect(userMessages(page).last()).toContainText(`Round ${round}`);
    await answered(page);
  }
  await newChat(page);
};

test('replies and chats that are no longer on screen leave no element, no listener and no request behind', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const server = await startFaultServer({ reply: () => REPLY });
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  for (const title of CHATS) {
    await ask(page, title);
    await answered(page);
    await newChat(page);
  }
  for (const round of [1, 2]) await goRound(page, round);
  const before = await held(page);
  const streams = await streamsInMain(app);
  // One reply is some 300 elements with their texts; three rounds are nine.
  for (const round of [3, 4, 5]) await goRound(page, round);
  await messageBox(page).focus();
  await expect.poll(async () => (await held(page)).nodes - before.nodes).toBeLessThan(100);
  await expect.poll(async () => (await held(page)).listeners - before.listeners).toBeLessThan(10);
  // Nine replies came meanwhile, each by four of them.
  await expect.poll(async () => (await streamsInMain(app)) - streams).toBeLessThan(4);
  // Everything that happens in a window: each of it tells the whole page that it happened.
  for (const times of [1, 2, 3, 4, 5, 6]) {
    await messageBox(page).pressSequentially(`typed ${times}`);
    await page.mouse.wheel(0, 40 * times);
    await messageBox(page).press('ControlOrMeta+A');
    await page.mouse.click(400 + times, 300);
    await messageBox(page).focus();
  }
  const pending = await mostPendingStates(page);
  expect(pending).toBeGreaterThanOrEqual(0);
  expect(pending).toBeLessThan(10);
  await server.close();
});
