import { expect, type Page } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { answered, ask, assistantMessages, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import { turnWheel } from '../support/long-chat';

const SECTIONS = 90;

const section = (at: number): string =>
  [
    `## Part ${at}`,
    `Paragraph ${at} that goes on ${'for some more words '.repeat(at % 7)}to its end.`,
    `- point ${at}\n- another`,
    `\`\`\`ts\nconst part = ${at};\n\`\`\``,
    `| a | b |\n|---|---|\n| ${at} | row |`,
    '---',
  ].join('\n\n');

/** 540 blocks: more than one chapter of pages. */
const REPLY = `${Array.from({ length: SECTIONS }, (_, at) => section(at)).join('\n\n')}\n\nThe very end.`;

/** How many blocks of the reply the browser skips: those off the screen. */
const skipped = (page: Page): Promise<number> =>
  page
    .locator('article h2')
    .evaluateAll(
      (headings) => headings.filter((each) => !each.checkVisibility({ contentVisibilityAuto: true })).length,
    );

const streamed = async (page: Page, address: string): Promise<void> => {
  await saveServer(page, address);
  await ask(page, 'Tell me a lot');
  await answered(page);
  await expect(assistantMessages(page).getByText('The very end.')).toBeInViewport();
  await expect(assistantMessages(page).getByRole('table')).toHaveCount(SECTIONS);
  // Only what is near the end is left to lay out.
  await expect.poll(() => skipped(page)).toBeGreaterThan(SECTIONS / 2);
};

/** The height of the reply as it is, and as it is with nothing of it skipped, in CSS pixels. */
const heights = (page: Page): Promise<{ readonly now: number; readonly whole: number }> =>
  assistantMessages(page).evaluate((article) => {
    const now = article.getBoundingClientRect().height;
    const boxes = [...article.querySelectorAll<HTMLElement>('[data-drawn]')];
    for (const box of boxes) box.style.contentVisibility = 'visible';
    const whole = article.getBoundingClientRect().height;
    for (const box of boxes) box.style.contentVisibility = '';
    return { now, whole };
  });

/** Brings every part of the reply near the view, from its end to its beginning. */
const goThrough = (page: Page): Promise<void> =>
  page.getByRole('log').evaluate(async (log) => {
    const scroller = log.parentElement;
    if (scroller === null) return;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (scroller.scrollTop = scroller.scrollHeight; scroller.scrollTop > 0; scroller.scrollTop -= 300) {
      await frame();
      await frame();
    }
  });

test('what is off the screen of a long reply is skipped, and takes the room that it takes when it is not', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => REPLY });
  const { page } = await launch();
  await streamed(page, server.baseUrl);
  const { now, whole } = await heights(page);
  expect(now).toBeGreaterThan(10_000);
  expect(Math.abs(now - whole)).toBeLessThanOrEqual(1);
  await server.close();
});

test('in a window of another width each part has its new height from when one was near it', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => REPLY });
  const { app, page } = await launch();
  await streamed(page, server.baseUrl);
  const before = await heights(page);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(560, 800));
  await expect.poll(async () => (await heights(page)).whole).toBeGreaterThan(before.whole + 200);
  await goThrough(page);
  await expect.poll(() => skipped(page)).toBeGreaterThan(SECTIONS / 2);
  // Chromium keeps what it laid out until it lays out anew, which comparing the heights makes it do.
  await heights(page);
  const { now, whole } = await heights(page);
  expect(Math.abs(now - whole)).toBeLessThanOrEqual(1);
  await server.close();
});

test('going up through a long reply moves what one reads as far as the wheel, and nothing jumps', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => REPLY });
  const { page } = await launch();
  await streamed(page, server.baseUrl);
  await page.getByRole('main', { name: 'Conversation' }).hover();
  /** The first heading in view and where it is. */
  const read = () =>
    page.evaluate(() => {
      const view = (
        document.querySelector('[role="log"]')?.parentElement ?? document.body
      ).getBoundingClientRect();
      const headings = [...document.querySelectorAll('article h2')];
      const first = headings.find((each) => each.getBoundingClientRect().top > view.top);
      return { text: first?.textContent ?? '', top: first?.getBoundingClientRect().top ?? 0 };
    });
  const topOfPart = async (text: string) =>
    (await page.getByRole('heading', { name: text, exact: true }).boundingBox())?.y ?? Number.NaN;
  for (let step = 0; step < 25; step += 1) {
    const { text, top } = await read();
    await turnWheel(page, -400);
    await expect.poll(async () => Math.abs((await topOfPart(text)) - top - 400)).toBeLessThanOrEqual(1);
  }
  await server.close();
});

test('what is skipped of a long reply is found, gone to, selected and copied', async ({ launch }) => {
  const server = await startFaultServer({ reply: () => REPLY });
  const { app, page } = await launch();
  await streamed(page, server.baseUrl);
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox', { name: 'Find in chat' }).fill('part = 7;');
  await expect(assistantMessages(page).getByText('const part = 7;')).toBeInViewport();
  await page.keyboard.press('Escape');
  await assistantMessages(page).getByText('Paragraph 7 that').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain('The very end.');
  for (const at of [0, 1, 45, SECTIONS - 1]) expect(await copied()).toContain(`## Part ${at}\n`);
  await server.close();
});
