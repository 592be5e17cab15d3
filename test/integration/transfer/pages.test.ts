import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BundleFormat } from '../../../preload/contract/transfer';
import { PNG } from '../../support/foreign-exports';
import { type Driver, OPTIONS, openDriver, temporaryFolder } from '../backstage/support';

const exported = async (driver: Driver, chatId: string, format: BundleFormat): Promise<string> => {
  const file = path.join(temporaryFolder(), 'chat');
  await driver.call('transfer.exportChat', { chatId, format, file });
  return readFileSync(file, 'utf8');
};

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[link](javascript:alert(1))',
  '![remote](https://tracker.example/pixel.png)',
  '[ref][r]\n\n[r]: data:text/html,<script>1</script>',
  '<!-- --><svg/onload=alert(1)>',
  '```html\n</code></pre><script>2</script>\n```',
].join('\n\n');

describe('an exported page', () => {
  it('runs nothing and loads nothing, whatever was written in the chat', async () => {
    const { driver } = await openDriver();
    const turn = await driver.exchange(null, HOSTILE, HOSTILE);
    const html = await exported(driver, turn.opened.chat.id, 'html');
    expect(html).not.toMatch(/<script|<img|<svg|onerror=(?!alert\(1\)&gt;)|href="(javascript|data)/i);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
  });

  it('shows formatted text and its own images', async () => {
    const { driver } = await openDriver();
    const image = await driver.call('attachment.add', { name: 'a".png', mime: 'image/png', bytes: PNG });
    const { chat } = await driver.call('chat.addMessage', {
      chatId: null,
      role: 'user',
      text: '**Bold** and `code`\n\n| a | b |\n|---|---|\n| 1 | 2 |',
      attachments: [{ hash: image.hash, name: 'a".png' }],
      options: OPTIONS,
      limit: 1,
    });
    const html = await exported(driver, chat.id, 'html');
    expect(html).toContain('<strong>Bold</strong>');
    expect(html).toContain('<th>a</th>');
    expect(html).toContain(`<img alt="a&quot;.png" src="data:image/png;base64,${PNG.toString('base64')}">`);
  });

  it('has the marks of lists, the bars of quotes and the columns of tables where their text begins', async () => {
    const { driver } = await openDriver();
    const reply = '1. أولا\n   - ثانيا\n\n> - اقتباس\n\n| أ | ب |\n|---|---|\n| ج | د |\n\n- <ul> is text';
    const turn = await driver.exchange(null, 'مرحبا', reply);
    const html = await exported(driver, turn.opened.chat.id, 'html');
    const opened = [...html.matchAll(/<(?:[uo]l|blockquote|table)\b[^>]*>/g)].map(([tag]) => tag);
    // What is within another goes the way of that one: of the outermost alone the first letter is looked for in all of its text.
    expect(opened).toEqual([
      ...['<ol dir="auto">', '<ul>', '<blockquote dir="auto">', '<ul>'],
      ...['<table dir="auto">', '<ul dir="auto">'],
    ]);
    expect(html).toContain('&lt;ul&gt; is text');
    // No side is fixed: it would be the wrong one in half of the languages.
    expect(/<style>.*?<\/style>/s.exec(html)?.[0]).not.toMatch(/(?:padding|border)-(?:left|right)/);
  });

  it('leads from each message to its own footnotes, though all have the same marks', async () => {
    const { driver } = await openDriver();
    const note = 'Known.[^1]\n\n[^1]: So.';
    const turn = await driver.exchange(null, note, note);
    const html = await exported(driver, turn.opened.chat.id, 'html');
    const ids = [...html.matchAll(/<li id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(html).toContain(`<a href="#${id}"`);
  });

  it('comes in a moment, however deep a text nests', async () => {
    const { driver } = await openDriver();
    const turn = await driver.exchange(null, '>'.repeat(20_000), '['.repeat(20_000));
    expect(await exported(driver, turn.opened.chat.id, 'html')).toContain('</html>');
  });
});

describe('a chat as JSONL', () => {
  it('is one line that fine-tuning takes: system prompt first, the chosen path, no failed replies', async () => {
    const { driver } = await openDriver();
    const options = { model: 'gpt-4o', params: { systemPrompt: 'Be brief.' } };
    const begun = await driver.begin({ kind: 'send', chatId: null, text: 'One?' }, { options });
    const [answer] = begun.answers;
    await driver.finish(answer?.id ?? '', 'One.');
    const chatId = begun.opened.chat.id;
    const second = await driver.begin({ kind: 'send', chatId, text: 'Two?' }, { options });
    await driver.finish(second.answers[0]?.id ?? '', '', { status: 'failed' });
    const jsonl = await exported(driver, chatId, 'jsonl');
    expect(jsonl.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(jsonl)).toEqual({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'One?' },
        { role: 'assistant', content: 'One.' },
        { role: 'user', content: 'Two?' },
      ],
    });
  });
});

describe('a chat as Markdown', () => {
  it('names who speaks and keeps text, reasoning and code as they are', async () => {
    const { driver } = await openDriver();
    const turn = await driver.exchange(null, 'Show `code`', '```js\nlet a;\n```');
    const text = await exported(driver, turn.opened.chat.id, 'markdown');
    expect(text).toMatch(/^# Show code\n/);
    expect(text).toMatch(/\n## User · \d{4}-\d\d-\d\d \d\d:\d\d UTC\n\nShow `code`\n/);
    expect(text).toMatch(/\n## Assistant · gpt-4o-mini · .*UTC\n\n```js\nlet a;\n```\n/);
  });
});
