import { describe, expect, it } from 'vitest';
import { type Heard, nextSaid, nothingHeard } from '../../../renderer/features/transcript/spoken-text';

const CODE = 'Code.';

/** What is said of a text that comes in pieces of so many characters. */
const saidOf = (text: string, size: number): readonly string[] => {
  const said: string[] = [];
  let heard: Heard = nothingHeard;
  for (let end = size; end < text.length + size; end += size) {
    const next = nextSaid(text.slice(0, end), heard, CODE, end >= text.length);
    heard = next;
    if (next.said !== '') said.push(next.said);
  }
  return said;
};

describe('a reply that is read out while it is written', () => {
  it('is said by whole sentences, whatever pieces it comes in', () => {
    const text = 'One is here. Two? “Three!” And four…\nFive without an end';
    expect(saidOf(text, 1)).toEqual(['One is here.', 'Two?', '“Three!”', 'And four…', 'Five without an end']);
    expect(saidOf(text, 1000)).toEqual([text.replace('\n', '\n')]);
  });

  it('ends Chinese sentences where no space follows', () => {
    expect(saidOf('你好。再见！还有', 1)).toEqual(['你好。', '再见！', '还有']);
  });

  it('does not stop at the number of a list, nor within a figure', () => {
    expect(saidOf('1. First 3.14 of it\n2. Second\n', 1)).toEqual(['1. First 3.14 of it', '2. Second']);
  });

  it('says that there is code, once, and not the code', () => {
    expect(saidOf('Look:\n```js\nlet a = 1; // b. c\n```\nDone.\n', 1)).toEqual(['Look:', CODE, 'Done.']);
  });

  it('leaves out the marks of Markdown', () => {
    expect(
      saidOf('## Head\n\n- **bold** and *soft* `x_y`\n> [a link](https://a.example/)\n---\n', 1000),
    ).toEqual(['Head\nbold and soft x_y\na link']);
    expect(saidOf('| a | b |\n| --- | ---: |\n| 1 | 2 |\n', 1000)).toEqual(['a, b\n1, 2']);
  });

  it('says everything once: nothing is lost between two times', () => {
    const text = 'A b. C d! E f? G h. I j… K';
    for (const size of [1, 2, 3, 5, 8, 13]) expect(saidOf(text, size).join(' ')).toBe(text);
  });
});
