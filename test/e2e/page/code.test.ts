import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { makePng } from '../../support/make-image';
import { answered, ask, assistantMessages, chatList, messageBox, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

const QUOTED = 'x = "text"';

/** A line of each that has a colour in it. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    (
      'python javascript typescript java c cpp csharp go rust swift kotlin ruby perl lua r scala dart ' +
      'php bash powershell groovy julia elixir haskell graphql nginx toml ini makefile'
    )
      .split(' ')
      .map((language) => [language, QUOTED]),
  ),
  json: '{ "a": 1 }',
  yaml: 'a: "b"',
  html: '<p class="a">b</p>',
  xml: '<a b="c"/>',
  css: 'a { color: red; }',
  scss: '$a: 1px;',
  sql: "SELECT 'a' FROM b;",
  markdown: '# Title',
  dockerfile: 'FROM node:20',
  latex: '\\section{A}',
  diff: '+added',
};

test('code in forty languages is coloured in the real page', async ({ launch }) => {
  const names = Object.keys(LANGUAGES);
  expect(names.length).toBeGreaterThanOrEqual(40);
  const server = await startFaultServer({
    reply: () => names.map((name) => `\`\`\`${name}\n${LANGUAGES[name]}\n\`\`\``).join('\n\n'),
  });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'All languages');
  await answered(page);
  const blocks = assistantMessages(page).last().getByRole('figure');
  await expect(blocks).toHaveCount(names.length);
  for (const [index, name] of names.entries()) {
    const block = blocks.nth(index);
    await block.scrollIntoViewIfNeeded();
    await expect(block.locator('[data-kind], [data-change]').first(), name).toBeAttached();
  }
  await server.close();
});

test('long code is shown in part when its chat is opened, and copied whole', async ({ launch }) => {
  const lines = Array.from({ length: 500 }, (_, at) => `line ${at + 1}`);
  const server = await startFaultServer({ reply: () => `\`\`\`text\n${lines.join('\n')}\n\`\`\`` });
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Long');
  await answered(page);
  await page.getByRole('button', { name: 'New chat' }).click();
  await chatList(page).getByRole('button', { name: 'Long', exact: true }).click();
  const code = assistantMessages(page).last().getByRole('figure');
  await expect(code.getByText('line 20', { exact: true })).toBeAttached();
  await expect(code.getByText('line 21', { exact: true })).toHaveCount(0);
  await code.getByRole('button', { name: 'Copy code' }).click();
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(lines.join('\n'));
  await messageBox(page).press('Control+v');
  await expect(messageBox(page)).toHaveValue(lines.join('\n'));
  await code.getByRole('button', { name: 'Show all 500 lines' }).click();
  await expect(code.getByText('line 500', { exact: true })).toBeAttached();
  // By Tab, or under the pointer, what can be done with the code is seen; until then its head is quiet.
  const icon = code.getByRole('button', { name: 'Line numbers' }).locator('svg');
  await messageBox(page).click();
  await expect(icon).toBeHidden();
  await code.getByRole('button', { name: 'Line numbers' }).focus();
  await expect(icon).toBeVisible();
  await messageBox(page).click();
  await expect(icon).toBeHidden();
  await code.hover();
  await expect(icon).toBeVisible();
  await code.getByRole('button', { name: 'Line numbers' }).click();
  const numberOf = (line: Element) => getComputedStyle(line, '::before').content;
  for (const at of [1, 250, 500])
    expect(await code.getByText(`line ${at}`, { exact: true }).evaluate(numberOf)).toBe(`"${at}"`);
  await code.getByRole('button', { name: 'Show less' }).click();
  await expect(code.getByText('line 21', { exact: true })).toHaveCount(0);
  await server.close();
});

test('a link and an image say where they lead, and only a click opens exactly that', async ({ launch }) => {
  const image = 'https://tracker.example/pixel.png?who=me';
  const server = await startFaultServer({
    reply: () => `[paypal.com](https://example.org/login)\n\n![Chart](${image})`,
  });
  const { app, page } = await launch();
  await app.evaluate(({ shell }) => {
    Object.assign(globalThis, { opened: [] });
    shell.openExternal = (url) => {
      Reflect.get(globalThis, 'opened').push(url);
      return Promise.resolve();
    };
  });
  const opened = () => app.evaluate(() => Reflect.get(globalThis, 'opened') as readonly string[]);
  await saveServer(page, server.baseUrl);
  await ask(page, 'Links');
  await answered(page);
  const reply = assistantMessages(page).last();
  const link = reply.getByRole('link', { name: 'paypal.com' });
  await expect(link).toHaveAttribute('title', 'https://example.org/login');
  await expect(reply.getByText('(example.org)')).toBeVisible();
  const open = reply.getByRole('button', { name: 'Open in browser: image at tracker.example' });
  await expect(open).toHaveAttribute('title', image);
  expect(await opened()).toEqual([]);
  await link.click();
  await open.click();
  await expect.poll(opened).toEqual(['https://example.org/login', image]);
  await server.close();
});

/** A drawing that tries to run and to fetch. */
const drawing = (origin: string) => `<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="parent.ran = 1; fetch('${origin}/onload')">
  <style>@import url(${origin}/style.css); rect { fill: url(${origin}/fill.svg#a) }</style>
  <script>parent.ran = 1; new Image().src = '${origin}/script.png'</script>
  <image href="${origin}/image.png" width="9" height="9"/><use href="${origin}/use.svg#a"/>
  <foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="${origin}/html.png"/></foreignObject>
  <rect width="40" height="20"/>
</svg>`;

/** A few hundred bytes that stand for a thousand million rectangles. */
const bomb = (): string => {
  const level = (at: number) => `<g id="l${at}">${`<use href="#l${at - 1}"/>`.repeat(10)}</g>`;
  const levels = Array.from({ length: 9 }, (_, at) => level(at + 1)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg"><defs><rect id="l0" width="1" height="1"/>${levels}</defs><use href="#l9"/></svg>`;
};

test('a drawing that would take all there is holds up nothing and is given up, from a server or as code', async ({
  launch,
}) => {
  // It is given up twice, after ten seconds each.
  test.setTimeout(90_000);
  const images = createServer((_request, response) => response.end(bomb()));
  await new Promise<void>((resolve) => images.listen(0, '127.0.0.1', resolve));
  const { port } = images.address() as AddressInfo;
  const server = await startFaultServer({
    reply: () => `![Bomb](http://127.0.0.1:${port}/bomb)\n\n\`\`\`svg\n${bomb()}\n\`\`\``,
  });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Image');
  await answered(page);
  await assistantMessages(page).last().getByRole('button', { name: 'Load image from' }).click();
  await expect.poll(() => page.frames().some((frame) => frame.url().startsWith('frame://'))).toBe(true);
  await messageBox(page).pressSequentially('typed while it is drawn');
  await expect(messageBox(page)).toHaveValue('typed while it is drawn');
  await expect(page.getByRole('alert')).toContainText('could not be loaded', { timeout: 30_000 });
  await expect.poll(() => page.frames().length).toBe(1);
  const code = assistantMessages(page).last().getByRole('figure', { name: 'SVG' });
  await code.getByRole('button', { name: 'Preview' }).click();
  await expect.poll(() => page.frames().some((frame) => frame.url().startsWith('frame://'))).toBe(true);
  await messageBox(page).fill('');
  await messageBox(page).pressSequentially('typed again');
  await expect(messageBox(page)).toHaveValue('typed again');
  await expect(code.getByRole('note')).toContainText('cannot be shown', { timeout: 30_000 });
  await expect.poll(() => page.frames().length).toBe(1);
  // It can also be left before.
  await code.getByRole('button', { name: 'Preview' }).click();
  await code.getByRole('button', { name: 'Preview' }).click();
  await expect.poll(() => page.frames().some((frame) => frame.url().startsWith('frame://'))).toBe(true);
  await code.getByRole('button', { name: 'Preview' }).click();
  await expect.poll(() => page.frames().length).toBe(1);
  images.closeAllConnections();
  images.close();
  await server.close();
});

test('an image on a server is loaded by a click and not before, and is copied as it was written', async ({
  launch,
}) => {
  const asked: IncomingHttpHeaders[] = [];
  const images = createServer(({ url, headers }, response) => {
    asked.push(headers);
    if (url === '/gone.png') response.writeHead(404).end();
    else if (url === '/chart.png') response.writeHead(302, { location: '/moved.png' }).end();
    else if (url === '/drawing') response.end(drawing(origin));
    else response.end(makePng(30, 20));
  });
  await new Promise<void>((resolve) => images.listen(0, '127.0.0.1', resolve));
  const { port } = images.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const written = `![Chart](${origin}/chart.png)\n\n![Drawing](${origin}/drawing)\n\n![](${origin}/gone.png)`;
  const server = await startFaultServer({ reply: () => written });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Images');
  await answered(page);
  const reply = assistantMessages(page).last();
  const load = reply.getByRole('button', { name: `Load image from 127.0.0.1:${port}` });
  await expect(load).toHaveCount(3);
  expect(asked).toEqual([]);
  await load.last().click();
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  const widthOf = (name: string) =>
    reply.getByRole('img', { name }).evaluate((shown: HTMLImageElement) => shown.naturalWidth);
  await load.first().click();
  await expect.poll(() => widthOf('Chart')).toBe(30);
  await expect(load).toHaveCount(2);
  await load.first().click();
  await expect.poll(() => widthOf('Drawing')).toBe(40);
  await expect(load).toHaveCount(1);
  // Who asks is not said.
  expect(asked).toHaveLength(4);
  for (const { cookie, referer, authorization } of asked)
    expect([cookie, referer, authorization]).toEqual([undefined, undefined, undefined]);
  await page.getByRole('button', { name: 'New chat' }).click();
  await chatList(page).getByRole('button', { name: 'Images', exact: true }).click();
  await expect.poll(() => widthOf('Chart')).toBe(30);
  await expect.poll(() => widthOf('Drawing')).toBe(40);
  expect(asked).toHaveLength(4);
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  const copied = await reply.evaluate((article) => {
    getSelection()?.selectAllChildren(article);
    const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true });
    article.dispatchEvent(event);
    return event.clipboardData?.getData('text/plain');
  });
  expect(copied).toBe(written);
  images.closeAllConnections();
  images.close();
  await server.close();
});
