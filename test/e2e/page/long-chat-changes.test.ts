import { expect, type Page } from '@playwright/test';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { test } from '../support/fixtures';
import { dragTo, held, messageAt, openLongChat, settled, topOf } from '../support/long-chat';

/** Counts from now on how often a message that is in view is not loaded when a frame is painted. */
const watchBlanks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const scroller = document.querySelector('[role="log"]')?.parentElement ?? document.body;
    document.body.dataset.blanks = '0';
    const look = () => {
      const view = scroller.getBoundingClientRect();
      const blank = [...scroller.querySelectorAll('[data-blank]')].some((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > view.top && top < view.bottom;
      });
      if (blank) document.body.dataset.blanks = String(Number(document.body.dataset.blanks) + 1);
      requestAnimationFrame(look);
    };
    look();
  });

const blanks = (page: Page): Promise<string | null> => page.locator('body').getAttribute('data-blanks');

/** The nearest question below the top of the view, which can be edited to become a branch. */
const questionInView = async (page: Page): Promise<number> => {
  const { at } = await held(page);
  return at % 2 === 1 ? at + 2 : at + 1;
};

test('an edit, another branch and a deletion far from the end keep the place, show no message as missing, and keep the focus', async ({
  launch,
}) => {
  const parlance = await launch();
  const { page } = parlance;
  await openLongChat(parlance, 400, 'Changed');
  await dragTo(page, 0.4);
  await settled(page);
  const at = await questionInView(page);
  await messageAt(page, at).scrollIntoViewIfNeeded();
  await settled(page);
  await watchBlanks(page);
  const reader = await held(page);
  const isKept = async () => {
    await settled(page);
    expect(Math.abs((await topOf(page, reader.at)) - reader.top)).toBeLessThanOrEqual(1);
    expect(await blanks(page)).toBe('0');
  };

  await messageAt(page, at).getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Edit message' }).fill('Asked otherwise');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(messageAt(page, at)).toContainText('Asked otherwise');
  await isKept();

  await messageAt(page, at).getByRole('button', { name: 'Previous branch' }).focus();
  await page.keyboard.press('Enter');
  await expect(messageAt(page, at)).toContainText(`Question ${at}`);
  await expect(messageAt(page, at)).toBeFocused();
  await isKept();
  await messageAt(page, at).getByRole('button', { name: 'Next branch' }).click();
  await expect(messageAt(page, at)).toContainText('Asked otherwise');
  await isKept();

  await messageAt(page, at).getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(messageAt(page, at)).not.toContainText('Asked otherwise');
  await isKept();
  await expect(messageAt(page, at)).toHaveAttribute('aria-setsize', '399');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(messageAt(page, at)).toContainText('Asked otherwise');
  await isKept();
});

test('a page that is previewed goes on while one reads elsewhere', async ({ launch }) => {
  const parlance = await launch();
  const { page } = parlance;
  const html = '<button onclick="this.textContent = Number(this.textContent) + 1">0</button>';
  await openLongChat(parlance, 400, 'Previewed', `\`\`\`html\n${html}\n\`\`\``);
  await messageAt(page, 400).getByRole('button', { name: 'Preview', exact: true }).click();
  await messageAt(page, 400).getByRole('button', { name: 'Run scripts' }).click();
  const counter = page.getByTitle('Preview of the page').contentFrame().getByRole('button');
  await counter.click();
  await expect(counter).toHaveText('1');
  await messageAt(page, 400).getByRole('button', { name: 'Stop scripts' }).focus();
  await page.keyboard.press('Home');
  await expect(messageAt(page, 1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(messageAt(page, 400)).toBeInViewport();
  await expect(counter).toHaveText('1');
});

test('an edit that one scrolls away from is where it was, with the caret in it', async ({ launch }) => {
  const parlance = await launch();
  const { page } = parlance;
  await openLongChat(parlance, 400, 'Left');
  await messageAt(page, 399).getByRole('button', { name: 'Edit', exact: true }).click();
  const box = page.getByRole('textbox', { name: 'Edit message' });
  await page.keyboard.press('Home');
  await page.keyboard.type('A');
  for (const part of [0.2, 0, 0.6, 1]) {
    await dragTo(page, part);
    await settled(page);
  }
  await expect(box).toBeFocused();
  await page.keyboard.type('B');
  await expect(box).toHaveValue('ABQuestion 399');
});

test('axe finds nothing wrong with a long chat that is read by keys, away from its end, with all selected', async ({
  launch,
}) => {
  const parlance = await launch();
  const { page } = parlance;
  await withoutMotion(page);
  await openLongChat(parlance, 120, 'Read by keys');
  await messageAt(page, 120).focus();
  await page.keyboard.press('Home');
  await expect(messageAt(page, 1)).toBeFocused();
  await page.keyboard.press('j');
  await expect(messageAt(page, 2)).toBeFocused();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('All 120 messages selected')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Jump to latest' })).toBeVisible();
  await checkEverywhere(page);
});
