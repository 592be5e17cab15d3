import { describe, expect, it } from 'vitest';
import { readPromptJson, writePromptJson } from '../../../main/backstage/prompts/prompt-json';
import { readPromptMarkdown, writePromptMarkdown } from '../../../main/backstage/prompts/prompt-markdown';

const hostile = [
  { title: 'Plain', text: 'Say hello.', tags: ['a', 'b, c'] },
  { title: '---', text: '---\ntitle: "not one"\n---\nbody\n', tags: [] },
  { title: 'Quotes " and \\ and 中文', text: '\\---\n\n---', tags: ['标签'] },
  { title: 'Empty', text: '', tags: [] },
  { title: 'Ends', text: '\n\nwith breaks\n\n', tags: [] },
];

describe('files of prompts', () => {
  it('read back as they were written, whatever stands in the texts', () => {
    expect(readPromptMarkdown(writePromptMarkdown(hostile), 'x')).toEqual({ prompts: hostile, refused: 0 });
    expect(readPromptJson(writePromptJson(hostile))).toEqual({ prompts: hostile, refused: 0 });
  });

  it('are read as other apps write them', () => {
    const json =
      '[{"act":"Poet","prompt":"Rhyme"},{"command":"fix","title":"Fix","content":"Fix it"},{"x":1},7]';
    expect(readPromptJson(json)).toEqual({
      prompts: [
        { title: 'Poet', text: 'Rhyme', tags: [] },
        { title: 'Fix', text: 'Fix it', tags: [] },
      ],
      refused: 2,
    });
  });

  it('are read as a person writes them by hand, on Windows too', () => {
    expect(
      readPromptMarkdown('---\r\ntitle: My prompt\r\ntags: a, b\r\n---\r\nText\r\n', 'x').prompts,
    ).toEqual([{ title: 'My prompt', text: 'Text', tags: ['a', 'b'] }]);
    expect(readPromptMarkdown('# Hello\n\nBe kind.\n', 'kind').prompts).toEqual([
      { title: 'kind', text: '# Hello\n\nBe kind.', tags: [] },
    ]);
  });

  it('are refused entry by entry where they are too long or no prompts', () => {
    expect(readPromptJson('not json')).toEqual({ prompts: [], refused: 1 });
    expect(readPromptJson(JSON.stringify([{ title: 'x', text: 'y'.repeat(100_001) }]))).toEqual({
      prompts: [],
      refused: 1,
    });
  });
});
