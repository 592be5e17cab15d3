import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { xssPayloads } from '../../support/xss-payloads';
import { complaints } from '../support/complaints';
import { answered, ask, assistantMessages, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

const REPLY = [
  '# Title',
  'Prices of $5 and $10; $e^{i\\pi}$ and a note.[^1] **说明：**如下，见 [paypal.com](https://example.org/login).',
  '$$\n\\sqrt{\\frac{a}{b}} = \\left\\{ \\begin{matrix} a \\\\ b \\\\ c \\\\ d \\end{matrix} \\right.\n$$',
  '| Head | Number |\n|---|--:|\n| **cell** | 1 |',
  `\`\`\`python\nprint("hello")  # ${'long '.repeat(60)}\n\`\`\``,
  '```diff\n-old\n+new\n```',
  '![Chart](https://tracker.example/pixel.png)',
  '[^1]: What the note says.',
].join('\n\n');

test('formulas, colours, notes and tables are shown in the real page, and its policy refuses none of it', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => REPLY });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const complained = complaints(page);
  await ask(page, 'Everything');
  await answered(page);
  const reply = assistantMessages(page).last();
  // A formula is set in KaTeX's own font, with MathML for screen readers.
  await expect(reply.locator('math').first()).toBeAttached();
  await expect(reply.locator('math annotation').first()).toHaveText('e^{i\\pi}');
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
      ),
    )
    .toContain('KaTeX_Main');
  await expect(reply.getByText('Prices of $5 and $10;')).toBeVisible();
  await expect(reply.locator('strong', { hasText: '说明：' })).toBeVisible();
  await expect(
    reply.getByRole('region', { name: 'Table' }).getByRole('cell', { name: 'cell' }),
  ).toBeVisible();
  await expect(reply.getByText('(example.org)')).toBeVisible();
  // Colours come from a worker.
  const python = reply.getByRole('figure', { name: 'Python' });
  await expect(python.locator('[data-kind="string"]')).toHaveText('"hello"');
  const changes = reply.getByRole('figure', { name: 'Diff' }).locator('[data-change]');
  await expect(changes).toHaveText(['-old', '+new']);
  await reply.getByRole('link', { name: 'Footnote 1', exact: true }).click();
  await expect(reply.getByRole('region', { name: 'Footnotes' }).getByRole('listitem')).toBeFocused();
  await reply.getByRole('link', { name: 'Back to the text, from footnote 1' }).click();
  await expect(reply.getByRole('link', { name: 'Footnote 1', exact: true })).toBeFocused();
  await expect(reply.getByText('Not loaded from tracker.example')).toBeVisible();
  expect(complained).toEqual([]);
  await server.close();
});

test('code is wrapped, numbered, and saved under a name where the person says, and looks the same after a restart', async ({
  launch,
  profile,
}) => {
  const server = await startFaultServer({ reply: () => REPLY });
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Code');
  await answered(page);
  const file = path.join(profile, 'saved.py');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = ((_window: unknown, options: { defaultPath: string }) => {
      Object.assign(globalThis, { proposed: options.defaultPath });
      return Promise.resolve({ canceled: false, filePath });
    }) as typeof dialog.showSaveDialog;
  }, file);
  const python = assistantMessages(page).last().getByRole('figure', { name: 'Python' });
  await python.hover();
  await python.getByRole('button', { name: 'Save code as a file' }).click();
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toMatch(/^print\("hello"\) {2}# long/);
  expect(await app.evaluate(() => Reflect.get(globalThis, 'proposed'))).toMatch(/[\\/]code\.py$/);
  const code = python.locator('pre');
  const overflows = () => code.evaluate((pre) => pre.scrollWidth > pre.clientWidth);
  await expect.poll(overflows).toBe(true);
  await python.getByRole('button', { name: 'Wrap long lines' }).click();
  await expect.poll(overflows).toBe(false);
  await python.getByRole('button', { name: 'Line numbers' }).click();
  await app.close();
  const again = await launch();
  await again.page
    .getByRole('list', { name: 'Chats' })
    .getByRole('button', { name: 'Code', exact: true })
    .click();
  const shown = assistantMessages(again.page).last().getByRole('figure', { name: 'Python' });
  await expect(shown.getByRole('button', { name: 'Wrap long lines' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(shown.getByRole('button', { name: 'Line numbers' })).toHaveAttribute('aria-pressed', 'true');
  await server.close();
});

const SVG =
  '```svg\n<svg width="40" height="30"><rect width="40" height="30" fill="red"/>' +
  '<script>globalThis.xss=1</script><image href="https://evil.example/x.png"/></svg>\n```';

test('a drawing is shown when it is asked for, as a picture that neither runs nor loads anything', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => SVG });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Draw');
  await answered(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:app|data|blob|frame):/.test(request.url())) asked.push(request.url());
  });
  const figure = assistantMessages(page).last().getByRole('figure', { name: 'SVG' });
  await figure.hover();
  await figure.getByRole('button', { name: 'Preview' }).click();
  const picture = figure.getByRole('img', { name: 'Drawing' });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);
  const middle = await picture.evaluate((image: HTMLImageElement) => {
    const context = new OffscreenCanvas(40, 30).getContext('2d');
    context?.drawImage(image, 0, 0);
    return [...(context?.getImageData(20, 15, 1, 1).data ?? [])];
  });
  expect(middle).toEqual([255, 0, 0, 255]);
  // As pixels, twice as many as it is wide; in the dialog as many as can be looked at.
  const densityOf = async (image: Locator) =>
    Number(/ (\S+)x$/.exec((await image.getAttribute('srcset')) ?? '')?.[1]);
  await expect.poll(() => densityOf(picture)).toBe(2);
  await figure.getByRole('button', { name: 'Enlarge' }).click();
  const dialog = page.getByRole('dialog', { name: 'Drawing' });
  await expect.poll(() => densityOf(dialog.getByRole('img', { name: 'Drawing' }))).toBeGreaterThan(100);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await page.evaluate(() => Reflect.has(globalThis, 'xss'))).toBe(false);
  expect(asked).toEqual([]);
  await server.close();
});

/** What of an article could run, or lead anywhere but to a web page or a mail. */
const dangers = (page: Page) =>
  page.evaluate(() => ({
    ran: Reflect.has(globalThis, 'xss'),
    elements: document.querySelectorAll(
      'article :is(script, iframe, object, embed, style, link, base, form, foreignObject, animate)',
    ).length,
    attributes: [...document.querySelectorAll('article *')].flatMap((element) =>
      [...element.attributes]
        .filter(({ name }) => /^on|srcdoc|formaction/i.test(name))
        .map(({ name }) => name),
    ),
    addresses: [...document.querySelectorAll('article a')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => !/^(?:https?:|mailto:|#)/.test(href)),
  }));

test('no payload of the corpus runs in the real page, leaves an attribute that could, or asks the network', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const size = 60;
  const replies = Array.from({ length: Math.ceil(xssPayloads.length / size) }, (_, index) =>
    [`Part ${index} of them`, ...xssPayloads.slice(index * size, (index + 1) * size)].join('\n\n-----\n\n'),
  );
  const server = await startFaultServer({
    reply: ({ messages }) => replies[Number(messages.at(-1)?.content ?? '')] ?? 'none',
  });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const asked: string[] = [];
  page.on('request', (request) => {
    // The frame that draws diagrams has our own files only; what it may ask is held by the tests of previews.
    if (!/^(?:app|frame|data|blob):/.test(request.url())) asked.push(request.url());
  });
  for (let index = 0; index < replies.length; index += 1) {
    await ask(page, String(index));
    await expect(assistantMessages(page).last()).toContainText(`Part ${index} of them`);
    await answered(page);
    // At each of them: what is far from the reader is not on the page.
    expect(await dangers(page)).toEqual({ ran: false, elements: 0, attributes: [], addresses: [] });
  }
  expect(asked).toEqual([]);
  await server.close();
});
