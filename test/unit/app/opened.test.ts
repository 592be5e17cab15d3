import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openedBy, promptOfLink } from '../../../main/app/opened';
import { MAX_LINKED_TEXT } from '../../../preload/contract/opened';

describe('links from outside', () => {
  it.each([
    ['parlance://new?prompt=Hello%20there', 'Hello there'],
    ['parlance:new?prompt=你好', '你好'],
    ['PARLANCE://new/?prompt=%0Aline%0A', 'line'],
    ['parlance://new?model=gpt-4o&prompt=Hi&send=true', 'Hi'],
  ])('%s brings its text', (link, text) => expect(promptOfLink(link)).toBe(text));

  it.each([
    'parlance://settings?baseUrl=https://evil.example',
    'parlance://new',
    'parlance://new?prompt=%20',
    'https://new?prompt=x',
    'parlance://%%%?prompt=x',
    'new?prompt=x',
  ])('%s brings nothing', (link) => expect(promptOfLink(link)).toBe(null));

  it('bring no more than a bounded text', () => {
    expect(promptOfLink(`parlance://new?prompt=${'x'.repeat(MAX_LINKED_TEXT + 5)}`)).toHaveLength(
      MAX_LINKED_TEXT,
    );
  });
});

describe('a command line', () => {
  it('opens files, from the folder that it was given in, and links; switches wherever they stand are none', () => {
    const folder = path.resolve('folder');
    expect(
      openedBy(['--lang=zh-CN', 'notes.md', '', '-x', 'parlance://new?prompt=a', 'parlance://other'], folder),
    ).toEqual([
      { kind: 'file', path: path.join(folder, 'notes.md') },
      { kind: 'prompt', text: 'a' },
    ]);
  });
});
