import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
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

test('rows of a table, items of a list and a part of code are copied as what they are', async ({
  launch,
}) => {
  const { page } = await launch();
  const reply = await show(
    page,
    `${REPLY}\n\n1. one\n2. **two**\n3. three\n\nAfter it.\n\n\`\`\`ts\nlet a = 1;\nlet b = 2;\n\`\`\``,
  );
  await reply.locator('tbody').evaluate((rows) => getSelection()?.selectAllChildren(rows));
  await page.keyboard.press('Control+c');
  await expect
    .poll(async () => (await clipboard(page)).text)
    .toBe('| **a**, "b" | 1<br>2 |\n| --- | --: |\n| $x^2$ | \\| |');
  await reply.getByRole('list').evaluate(({ children: [, second, third] }) => {
    if (second && third) getSelection()?.setBaseAndExtent(second, 0, third, 1);
  });
  await page.keyboard.press('Control+c');
  await expect.poll(async () => (await clipboard(page)).text).toBe('2. **two**\n3. three');
  await reply.evaluate((article) => {
    const [third, after] = [article.querySelector('ol > :last-child'), article.querySelector('ol ~ p')];
    if (third && after) getSelection()?.setBaseAndExtent(third, 0, after, 1);
  });
  await page.keyboard.press('Control+c');
  await expect.poll(async () => (await clipboard(page)).text).toBe('3. three\n\nAfter it.');
  await reply.getByRole('figure').evaluate((figure) => {
    const [, line] = figure.querySelectorAll('code > * > *');
    if (line) getSelection()?.selectAllChildren(line);
  });
  await page.keyboard.press('Control+c');
  await expect.poll(async () => (await clipboard(page)).text.trim()).toBe('let b = 2;');
  // Dark as the theme may be, it is pasted in the colours of where it is pasted.
  expect((await clipboard(page)).html).not.toContain('style');
});

test('what is drawn otherwise than it was written is copied as it was written', async ({ launch }) => {
  const written = [
    'A note[^1] and [a.example](https://b.example/).',
    'One line  \nand the next.',
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
  expect(html).toContain('>Warning</p>');
  // No program that it is pasted into is made to load the image.
  expect(html).toContain('<a href="https://images.invalid/pixel.png">Chart</a>');
  expect(html).not.toContain('<img');
});

test('code that is folded is copied whole where what is selected goes on behind it, else as far as it is selected', async ({
  launch,
}) => {
  const { page } = await launch();
  const code = Array.from({ length: 450 }, (_, at) => `line ${at}`).join('\n');
  const reply = await show(page, `Before.\n\n\`\`\`ts\n${code}\n\`\`\`\n\nAfter.`);
  await expect(reply.getByRole('button', { name: 'Show all 450 lines' })).toBeVisible();
  const copied = async (end: string) => {
    await reply.evaluate((article, text) => {
      const last = [...article.querySelectorAll('p, pre span')].find(
        (each) => each.textContent?.trim() === text,
      );
      const start = article.querySelector('p');
      if (start && last) getSelection()?.setBaseAndExtent(start, 0, last, last.childNodes.length);
    }, end);
    await page.keyboard.press('Control+c');
    return (await clipboard(page)).text;
  };
  await expect.poll(() => copied('After.')).toBe(`Before.\n\n\`\`\`ts\n${code}\n\`\`\`\n\nAfter.`);
  await expect.poll(() => copied('line 1')).toBe('Before.\n\n```ts\nline 0\nline 1\n```');
});

test('several messages are copied as Markdown, and formatted for programs that take HTML, with all of the code that is folded', async ({
  launch,
}) => {
  const { page } = await launch();
  const code = Array.from({ length: 450 }, (_, at) => `line ${at}`).join('\n');
  const written = `**Bold** and $e^{i\\pi}$.\n\n\`\`\`ts\n${code}\n\`\`\`\n\n\`\`\`mermaid\nflowchart LR\na --> b\n\`\`\``;
  await show(page, written);
  await show(page, 'The last.');
  await page.getByRole('log').evaluate((log) => {
    const [first, last] = [log.querySelector('article'), [...log.querySelectorAll('article')].at(-1)];
    if (first && last) getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
  });
  await page.keyboard.press('Control+c');
  await expect
    .poll(async () => (await clipboard(page)).text)
    .toBe(
      `## User\n\nShow me\n\n## Assistant\n\n${written}\n\n## User\n\nShow me\n\n## Assistant\n\nThe last.`,
    );
  const { html } = await clipboard(page);
  const parts = await page.evaluate((copied) => {
    const { body } = new DOMParser().parseFromString(copied, 'text/html');
    const textsOf = (selector: string) =>
      [...body.querySelectorAll(selector)].map(({ textContent }) => textContent?.trim());
    return [textsOf('h2'), textsOf('strong'), textsOf('pre'), textsOf('p')];
  }, html);
  expect(parts).toEqual([
    ['User', 'Assistant', 'User', 'Assistant'],
    ['Bold'],
    [code, 'flowchart LR\na --> b'],
    ['Show me', 'Bold and $e^{i\\pi}$.', 'Show me', 'The last.'],
  ]);
  expect(html).not.toMatch(/color:|<svg|<button/);
});

test('a table from right to left has its tools on its left, and is pasted elsewhere in its direction', async ({
  launch,
}) => {
  const { page } = await launch();
  const reply = await show(page, '| اسم | قيمة |\n| --- | --- |\n| أ | 1 |');
  const table = reply.getByRole('table');
  await expect(table).toHaveCSS('direction', 'rtl');
  const copy = reply.getByRole('button', { name: 'Copy table' });
  const leftOf = async (element: Locator) => (await element.boundingBox())?.x ?? Number.NaN;
  expect(await leftOf(copy)).toBeLessThan(await leftOf(table));
  await copy.click();
  await expect.poll(async () => (await clipboard(page)).html).toMatch(/<table[^>]* dir="auto"/);
});
