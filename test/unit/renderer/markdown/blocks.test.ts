import { describe, expect, it } from 'vitest';
import { nothingSplit, type SplitText, splitBlocks } from '../../../../renderer/features/markdown/blocks';
import { streamedText } from '../../../../renderer/stores/streamed-text';

const samples: Readonly<Record<string, string>> = {
  prose: 'One.\n\nTwo *words*.\n\n\nThree\nlines\n',
  fence: 'Before\n\n```js title=x\nconst a = 1;\n\n\nconst b = 2;\n```\nafter\n\n~~~\nx\n~~~\n',
  lists: '- a\n- b\n\n  more of b\n\n- c\n\n1. x\n\n   ```sh\n   ls\n   ```\n2. y\n\ntext\n\n-\n- d',
  setext: 'Title\n=====\n\nNot a rule\n---\n\n***\n\ntext',
  table: 'Intro\n| a | b |\n|---|--:|\n| 1 | 2 |\n\nafter | not a table\n',
  html: 'x\n\n<script>alert(1)</script>\nhello\n\n<div>\n\ntext\n\n</div>\n',
  quote: '> a\nlazy\n\n> b\n> - c\n\nend',
  indented: 'x\n\n    code\n\n    more\n\ny',
  windows: 'a\r\n\r\n```\r\nx\r\n```\r\n\r\nb\rc',
  chinese: '天空。\n\n1. 一\n2. 二\n\n> 引用\n',
};

const fed = (text: string, step: number): SplitText => {
  let split = nothingSplit;
  for (let end = step; end < text.length + step; end += step)
    split = splitBlocks(split, streamedText(text.slice(0, end)));
  return split;
};

describe('splitting Markdown into blocks', () => {
  for (const [name, text] of Object.entries(samples)) {
    it(`gives the same blocks token by token as at once: ${name}`, () => {
      const atOnce = splitBlocks(nothingSplit, streamedText(text)).blocks;
      for (const step of [1, 2, 3, 5, 7]) expect(fed(text, step).blocks).toEqual(atOnce);
    });
  }

  it('gives the same blocks for all samples in one text, however it is cut', () => {
    const text = Object.values(samples).join('\n\n');
    const atOnce = splitBlocks(nothingSplit, streamedText(text)).blocks;
    for (const step of [1, 4, 11]) expect(fed(text, step).blocks).toEqual(atOnce);
  });

  it('gives the same blocks whichever part of the text is the recent one, at each step', () => {
    const text = Object.values(samples).join('\n\n');
    const atOnce = splitBlocks(nothingSplit, streamedText(text)).blocks;
    for (const [step, recentLength] of [
      [3, 1],
      [5, 40],
      [2, 300],
    ] as const) {
      let split = nothingSplit;
      for (let end = step; end < text.length + step; end += step) {
        const whole = text.slice(0, end);
        // As while it grows: what came before stays the same for some steps.
        const cut = Math.max(0, end - recentLength - (end % 70));
        split = splitBlocks(split, { before: whole.slice(0, cut), recent: whole.slice(cut), whole });
      }
      expect(split.blocks).toEqual(atOnce);
    }
  });

  it('keeps settled blocks as they are, so that a token renders only the tail', () => {
    const text = 'One.\n\nTwo.\n\nThree.\n\nFour';
    const before = splitBlocks(nothingSplit, streamedText(text));
    const after = splitBlocks(before, streamedText(`${text} more`));
    expect(before.settledCount).toBeGreaterThan(1);
    for (let at = 0; at < before.settledCount; at += 1) expect(after.blocks[at]).toBe(before.blocks[at]);
  });

  it('starts anew when the text is another one', () => {
    const before = splitBlocks(nothingSplit, streamedText('a\n\nb\n\nc\n\nd'));
    expect(splitBlocks(before, streamedText('x')).blocks).toMatchObject([{ kind: 'markdown', source: 'x' }]);
  });

  it('takes code out of its fence with its language', () => {
    const [block] = splitBlocks(nothingSplit, streamedText('```ts extra\nlet a;\n```')).blocks;
    expect(block).toMatchObject({ kind: 'code', language: 'ts', code: 'let a;' });
  });

  it('never hands raw HTML on as Markdown', () => {
    const [block] = splitBlocks(nothingSplit, streamedText('<img src=x onerror=alert(1)>\n')).blocks;
    expect(block?.kind).toBe('html');
  });
});

const linesOf = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

describe('one long block', () => {
  const long: Readonly<Record<string, string>> = {
    list: linesOf(3000, (index) => `- item ${index} with **some** words`),
    'numbered list': linesOf(3000, (index) => `${index + 1000}. item\n\n      more of it`),
    table: `| a | b |\n|---|---|\n${linesOf(3000, (index) => `| ${index} | words in a cell |`)}`,
    code: `\`\`\`js\n${linesOf(3000, (index) => `const x${index} = ${index};`)}\n\`\`\``,
  };
  for (const [name, text] of Object.entries(long)) {
    it(`is cut into pieces of a bounded length, so that a token renders none but the last: ${name}`, () => {
      const { blocks, settledCount } = splitBlocks(nothingSplit, streamedText(text));
      const lengths = blocks.map((block) => (block.kind === 'code' ? block.code : block.source).length);
      expect(Math.max(...lengths)).toBeLessThan(5000);
      expect(settledCount).toBeGreaterThanOrEqual(blocks.length - 1);
      expect(fed(text, 4999).blocks).toEqual(blocks);
    });

    it(`loses nothing of it: ${name}`, () => {
      const { blocks } = splitBlocks(nothingSplit, streamedText(text));
      const whole = blocks
        .map((block) => (block.kind === 'code' ? `${block.code}\n` : block.source))
        .join('');
      expect(name === 'code' ? `\`\`\`js\n${whole}\`\`\`` : whole).toBe(text);
    });
  }
});

const hostile: Readonly<Record<string, string>> = {
  quotes: '>'.repeat(2000),
  numbers: '1. '.repeat(3000),
  'an endless word': 'x'.repeat(100_000),
};

describe('text that would break the parsers', () => {
  for (const [name, text] of Object.entries(hostile)) {
    it(`is plain text, and its neighbours stay what they are: ${name}`, () => {
      const { blocks } = splitBlocks(nothingSplit, streamedText(`# Before\n\n${text}\n\n# After`));
      expect(blocks.map(({ kind }) => kind)).toEqual(['markdown', 'plain', 'markdown']);
      expect(blocks[1]).toMatchObject({ source: expect.stringContaining(text) });
    });
  }

  it('is plain text where a list of many lines gets too deep', () => {
    const text = Array.from({ length: 400 }, (_, level) => `${'  '.repeat(level)}- ${level}`).join('\n');
    const { blocks } = splitBlocks(nothingSplit, streamedText(text));
    expect(blocks).toEqual([{ kind: 'plain', source: text }]);
  });

  it('does not throw where nesting that is no line of its own is too deep for the parser', () => {
    for (const text of ['['.repeat(5000), '_a*b'.repeat(5000), '<div>'.repeat(3000), '- a '.repeat(5000)]) {
      const { blocks } = splitBlocks(nothingSplit, streamedText(text));
      expect(blocks.map((block) => ('source' in block ? block.source : ''))).toEqual([text]);
    }
  });

  it('gives the same blocks piece by piece', () => {
    const text = `One.\n\n${'>'.repeat(300)} deep\n\nTwo.\n\nThree.`;
    expect(fed(text, 7).blocks).toEqual(splitBlocks(nothingSplit, streamedText(text)).blocks);
  });

  it('is left whole in a fence', () => {
    const code = `${'>'.repeat(300)}\n${' '.repeat(300)}x`;
    const { blocks } = splitBlocks(nothingSplit, streamedText(`\`\`\`txt\n${code}\n\`\`\``));
    expect(blocks).toMatchObject([{ kind: 'code', language: 'txt', code }]);
  });
});
