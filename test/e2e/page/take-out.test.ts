import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { choosePlace } from '../support/dialogs';
import { answered, ask, assistantMessages, messageBox, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

const TABLE = '| Name | Größe 大小 |\n| --- | --: |\n| **a**, "b" | 1<br>2 |\n| $x^2$ | \\| |';

const REPLY = `Before $e^{i\\pi}$ after.\n\n$$\n\\frac{a}{b}\n$$\n\n${TABLE}`;

const show = async (page: Page, reply = REPLY) => {
  const server = await startFaultServer({ reply: () => reply });
  await saveServer(page, server.baseUrl);
  await ask(page, 'Show me');
  await answered(page);
  await server.close();
  return assistantMessages(page).last();
};

/** What the clipboard gives a program that takes HTML, and to one that does not: the message box. */
const clipboard = async (page: Page) => {
  const html = page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        document.addEventListener(
          'paste',
          (event) => resolve(event.clipboardData?.getData('text/html') ?? ''),
          {
            once: true,
            capture: true,
          },
        ),
      ),
  );
  await messageBox(page).fill('');
  await messageBox(page).press('Control+v');
  return { html: await html, text: await messageBox(page).inputValue() };
};

test('a table is copied as Markdown and for spreadsheets, and saved as CSV that Excel reads', async ({
  launch,
  profile,
}) => {
  const { app, page } = await launch();
  const reply = await show(page);
  await reply.getByRole('region', { name: 'Table' }).hover();
  await reply.getByRole('button', { name: 'Copy table' }).click();
  await expect.poll(async () => (await clipboard(page)).text).toBe(TABLE);
  const { html } = await clipboard(page);
  const cells = await page.evaluate(
    (copied) =>
      [...new DOMParser().parseFromString(copied, 'text/html').querySelectorAll('td')].map(
        ({ textContent }) => textContent,
      ),
    html,
  );
  expect(cells).toEqual(['a, "b"', '1\n2', '$x^2$', '|']);
  const file = path.join(profile, 'saved.csv');
  await choosePlace(app, file);
  await reply.getByRole('button', { name: 'Save table as CSV' }).click();
  await expect
    .poll(() => readFile(file, 'utf8').catch(() => ''))
    .toBe('\uFEFFName,Größe 大小\r\n"a, ""b""","1\n2"\r\n$x^2$,|\r\n');
});

test('a formula is copied as TeX by its button, and whole where only a part of it is selected', async ({
  launch,
}) => {
  const { page } = await launch();
  const reply = await show(page);
  const button = reply.getByRole('button', { name: 'Copy formula as TeX' });
  await button.focus();
  await expect(button).toHaveCSS('opacity', '1');
  await button.press('Enter');
  await expect.poll(async () => (await clipboard(page)).text).toBe('\\frac{a}{b}');
  await reply
    .locator('.katex-html')
    .first()
    .evaluate((formula) => getSelection()?.selectAllChildren(formula.querySelector('.mord') ?? formula));
  await page.keyboard.press('Control+c');
  await expect.poll(async () => (await clipboard(page)).text).toBe('$e^{i\\pi}$');
});

test('rows of a table that are selected stay a table', async ({ launch }) => {
  const { page } = await launch();
  const reply = await show(page);
  await reply.locator('tbody').evaluate((rows) => getSelection()?.selectAllChildren(rows));
  await page.keyboard.press('Control+c');
  await expect
    .poll(async () => (await clipboard(page)).text)
    .toBe('| **a**, "b" | 1<br>2 |\n| --- | --: |\n| $x^2$ | \\| |');
});

test('what is drawn otherwise than it was written is copied as it was written', async ({ launch }) => {
  const written = [
    'A note[^1] and [a.example](https://b.example/).',
    '![Chart](https://images.invalid/pixel.png)',
    '- [x] done\n- [ ] open',
    '> [!WARNING]\n> Mind the **gap**.',
    '[^1]: What it says.',
  ].join('\n\n');
  const { page } = await launch();
  const reply = await show(page, written);
  await expect(reply.getByText('Not loaded from images.invalid')).toBeVisible();
  await reply.evaluate((article) => getSelection()?.selectAllChildren(article));
  await page.keyboard.press('Control+c');
  await expect.poll(async () => (await clipboard(page)).text).toBe(written);
  const { html } = await clipboard(page);
  // No program that it is pasted into is made to load the image.
  expect(html).toContain('<a href="https://images.invalid/pixel.png">Chart</a>');
  expect(html).not.toContain('<img');
});
