import { expect, type Locator, type Page } from '@playwright/test';
import { makePng } from '../../support/make-image';
import { test } from '../support/fixtures';
import { longText, messageAt, openLongChat, settled, turnWheel } from '../support/long-chat';

const PICTURE = `![Grey](data:image/png;base64,${makePng(40, 600).toString('base64')})`;
const PARAGRAPHS = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} of what is read.`).join('\n\n');

/** How far below the top of the window a text begins. */
const topOfText = async (text: Locator): Promise<number> => (await text.boundingBox())?.y ?? Number.NaN;

/** Takes the only picture away, and gives it back as one that comes late. */
const picture = (page: Page) => ({
  takeAway: () =>
    page.evaluate(() => {
      const image = document.querySelector<HTMLImageElement>('article img');
      if (image === null) throw new Error('There is no picture');
      image.dataset.late = image.src;
      image.removeAttribute('src');
    }),
  comes: () =>
    page.evaluate(async () => {
      const image = document.querySelector<HTMLImageElement>('article img[data-late]');
      if (image === null) throw new Error('There is no picture');
      image.src = image.dataset.late ?? '';
      await image.decode();
      return image.getBoundingClientRect().height;
    }),
});

test('a picture that comes late moves nobody who reads below it, in its own message or in a later one', async ({
  launch,
}) => {
  const parlance = await launch();
  const { page } = parlance;
  await openLongChat(parlance, 20, 'Pictures', `${PICTURE}\n\n${PARAGRAPHS}`);
  await page.getByRole('main', { name: 'Conversation' }).hover();
  await expect(messageAt(page, 20).getByRole('img', { name: 'Grey' })).toBeAttached();
  const late = picture(page);
  for (const paragraph of ['Paragraph 20', 'Paragraph 50']) {
    await late.takeAway();
    const line = messageAt(page, 20).getByText(`${paragraph} of`, { exact: false });
    await line.scrollIntoViewIfNeeded();
    await turnWheel(page, -60);
    await settled(page);
    const before = await topOfText(line);
    expect(await late.comes()).toBeGreaterThan(400);
    await expect.poll(async () => Math.abs((await topOfText(line)) - before)).toBeLessThanOrEqual(1);
  }
});

test('a click and Shift with a click far below select all between them, also what is not on the page', async ({
  launch,
}) => {
  const parlance = await launch();
  const { app, page } = parlance;
  await openLongChat(parlance, 300, 'Selected');
  await page.getByRole('main', { name: 'Conversation' }).hover();
  await messageAt(page, 300).click();
  await page.keyboard.press('Home');
  const first = messageAt(page, 3).getByText(longText(3), { exact: true });
  await first.click({ position: { x: 1, y: 8 } });
  await page.evaluate(() => {
    const scroller = document.querySelector('[role="log"]')?.parentElement ?? document.body;
    scroller.scrollTop = scroller.scrollHeight;
  });
  const last = messageAt(page, 299).getByText(longText(299), { exact: true });
  await expect(last).toBeInViewport();
  const { width = 0 } = (await last.boundingBox()) ?? {};
  await last.click({ position: { x: width - 1, y: 8 }, modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');
  const expected = Array.from({ length: 297 }, (_, nth) => nth + 3)
    .map((at) => (at % 2 === 1 ? `## User\n\n${longText(at)}` : `## Assistant\n\n${longText(at)}`))
    .join('\n\n');
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(expected);
});

test('at the end one stays at the end, also when what is above shrinks as the end grows', async ({
  launch,
}) => {
  const parlance = await launch();
  const { page } = parlance;
  await openLongChat(parlance, 20, 'Shrinks', PARAGRAPHS);
  await expect(messageAt(page, 20).getByRole('paragraph')).toHaveCount(60);
  await page.getByRole('main', { name: 'Conversation' }).hover();
  await turnWheel(page, -200);
  await turnWheel(page, 400);
  await expect(messageAt(page, 20).getByText('Paragraph 59 of')).toBeInViewport();
  await settled(page);
  // A frame's work of formatting: some of it off the screen, some on it.
  const leftBelow = await messageAt(page, 20).evaluate(async (article) => {
    const [, above] = article.querySelectorAll('p');
    const last = [...article.querySelectorAll('p')].at(-1);
    if (above === undefined || last === undefined) throw new Error('There are no paragraphs');
    above.style.display = 'none';
    last.style.paddingBlockEnd = '300px';
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    const {
      scrollHeight = 0,
      scrollTop = 0,
      clientHeight = 0,
    } = article.closest('[role="log"]')?.parentElement ?? {};
    return scrollHeight - scrollTop - clientHeight;
  });
  expect(leftBelow).toBeLessThan(1);
});
