import { expect, type Page } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { answered, ask, generationSettings, messageBox, saveServer, userMessages } from '../support/drive';
import { test } from '../support/fixtures';

/** Puts what another program would copy on the clipboard, as it is. */
const copyRich = async (page: Page, html: string, plain: string): Promise<void> => {
  await messageBox(page).focus();
  await page.evaluate(
    (data) =>
      document.addEventListener(
        'copy',
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          for (const [type, text] of Object.entries(data)) event.clipboardData?.setData(type, text);
        },
        { once: true, capture: true },
      ),
    { 'text/html': html, 'text/plain': plain },
  );
  await page.keyboard.press('Control+c');
};

/** What is in the message box after it is pasted there. */
const pasted = async (page: Page, html: string, plain: string, expected: string) => {
  const box = messageBox(page);
  await box.fill('');
  await copyRich(page, html, plain);
  await page.keyboard.press('Control+v');
  await expect(box).toHaveValue(expected);
};

const WEB = {
  html:
    '<meta charset=\'utf-8\'><h2>Title</h2><p>Some <b>bold </b>and <a href="https://example.org/">a link</a>, ' +
    '<code>x_y</code>.</p><ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>' +
    '<pre class="language-js"><code>let a;\n  b;</code></pre><script>globalThis.xss = 1</script>' +
    '<img src="https://tracker.example/pixel.png" alt="Dot" onerror="globalThis.xss = 1">' +
    '<table><tr><th>A|B</th><th style="text-align:right">N</th></tr><tr><td>l1<br>l2</td><td>2</td></tr></table>',
  plain: 'Title\n\nSome bold and a link, x_y.\n\none\ninner\ntwo\nlet a;\n  b;\nA|B\tN\nl1\nl2\t2',
  markdown: [
    '## Title',
    'Some **bold** and [a link](https://example.org/), `x_y`.',
    '- one\n  - inner\n- two',
    '```js\nlet a;\n  b;\n```',
    '![Dot](https://tracker.example/pixel.png)',
    '| A\\|B | N |\n| --- | --: |\n| l1<br>l2 | 2 |',
  ].join('\n\n'),
};

test('what is pasted of a web page is Markdown, one undo gives its plain text, and nothing of it is loaded or run', async ({
  launch,
}) => {
  const { page } = await launch();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const box = messageBox(page);
  await pasted(page, WEB.html, WEB.plain, WEB.markdown);
  await page.keyboard.press('Control+z');
  await expect(box).toHaveValue(WEB.plain);
  await page.keyboard.press('Control+z');
  await expect(box).toHaveValue('');
  // Without formatting; and in the middle of what is typed.
  await page.keyboard.press('Control+Shift+v');
  await expect(box).toHaveValue(WEB.plain);
  await box.fill('<>');
  await box.press('ArrowLeft');
  await page.keyboard.press('Control+v');
  await expect(box).toHaveValue(`<${WEB.markdown}>`);
  expect(await page.evaluate(() => Reflect.has(globalThis, 'xss'))).toBe(false);
  expect(asked.filter((url) => !url.startsWith('app:'))).toEqual([]);
});

test('lists of Word, spans of Google Docs and cells of Excel become Markdown', async ({ launch }) => {
  const { page } = await launch();
  const item = (level: number, marker: string, text: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span><span ` +
    `style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
  const word = `<p class=MsoNormal>Intro</p>${item(1, '1.', 'First')}${item(2, 'o', 'Inner')}${item(1, '2.', 'Second')}`;
  await pasted(page, word, 'Intro\n1. First\no Inner\n2. Second', 'Intro\n\n1. First\n   - Inner\n2. Second');
  const docs =
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span>' +
    '<span style="font-weight:400"> text</span></p><p><span style="font-style:italic">more</span> of it</p></b>';
  await pasted(page, docs, 'Bold text\nmore of it', '**Bold** text\n\n*more* of it');
  const sheet = '<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>';
  await pasted(page, sheet, 'a\t1\nb\t2', '| a | 1 |\n| --- | --- |\n| b | 2 |');
});

test('code of editors, a few words, a single cell and what is very long stay as they are', async ({
  launch,
}) => {
  const { page } = await launch();
  const editor =
    '<meta charset=\'utf-8\'><div style="font-family: Consolas, monospace;white-space: pre;"><div><span ' +
    'style="font-weight: bold">if</span> a:</div><div>    b</div></div>';
  await pasted(page, editor, 'if a:\n    b', 'if a:\n    b');
  await page.keyboard.type('!');
  await pasted(page, '<pre><i>a</i>\n  b</pre>', 'a\n  b', 'a\n  b');
  await page.keyboard.type('!');
  await pasted(page, '<h2><b>word</b></h2>', 'word', 'word');
  await page.keyboard.type('!');
  await pasted(page, '<table><tr><td><b>1</b></td></tr></table>', '1', '1');
  await page.keyboard.type('!');
  await expect(messageBox(page)).toHaveValue('1!');
  // So long that putting Markdown in its place would freeze the box.
  const lines = Array.from({ length: 1000 }, (_, at) => `line ${at}`);
  await pasted(
    page,
    `<ul>${lines.map((line) => `<li><b>${line}</b>.</li>`).join('')}</ul>`,
    lines.join('\n'),
    lines.join('\n'),
  );
  await page.keyboard.type('!');
  await expect(messageBox(page)).toHaveValue(`${lines.join('\n')}!`);
});

test('an earlier message, a system prompt and a saved prompt take what is pasted as Markdown too', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => 'Yes.' });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Question');
  await answered(page);
  await copyRich(page, '<p>a <b>b</b></p>', 'a b');
  await userMessages(page).getByRole('button', { name: 'Edit', exact: true }).click();
  const editor = userMessages(page).getByRole('textbox').first();
  await editor.fill('');
  await editor.press('Control+v');
  await expect(editor).toHaveValue('a **b**');
  const system = (await generationSettings(page)).getByRole('textbox', { name: 'System prompt' });
  await system.press('Control+v');
  await expect(system).toHaveValue('a **b**');
  await page.getByRole('button', { name: 'Prompts', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'New prompt' }).click();
  const prompt = page.getByRole('textbox', { name: 'Prompt text' });
  await prompt.press('Control+v');
  await expect(prompt).toHaveValue('a **b**');
  await server.close();
});
