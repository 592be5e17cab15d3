import { describe, expect, it } from 'vitest';
import type { Role, TranscriptEntry } from '../../../preload/contract/history';
import type { MessagePart } from '../../../preload/contract/parts';
import { parseTools, toolsProblem } from '../../../preload/contract/tools';
import { argumentsProblem, prettyArguments } from '../../../renderer/features/tools/call-arguments';
import { callAnsweredBy, isAnswered, isStrayResult } from '../../../renderer/features/tools/call-state';
import { EXAMPLE_TOOLS } from '../../../renderer/features/tools/example-tools';
import { copiedText } from '../../../renderer/features/transcript/copied-text';

const call = (id: string): MessagePart => ({ type: 'toolCall', id, name: `f_${id}`, arguments: '{}' });
const result = (callId: string): MessagePart => ({ type: 'toolResult', callId, text: 'x' });
const entry = (id: string, role: Role, ...parts: readonly MessagePart[]): TranscriptEntry => ({
  message: { id, chatId: 'c', parentId: null, role, status: 'complete', parts, createdAt: 0, answer: null },
  siblingIds: [id],
  answers: [],
});

it('a reply of calls alone is copied as its calls, not as nothing', () => {
  const parts = [call('1'), call('2')];
  expect(JSON.parse(copiedText({ parts }, ''))).toEqual([
    { id: '1', type: 'function', function: { name: 'f_1', arguments: '{}' } },
    { id: '2', type: 'function', function: { name: 'f_2', arguments: '{}' } },
  ]);
  expect(copiedText({ parts }, 'said')).toBe('said');
  expect(copiedText({ parts: [] }, '')).toBe('');
});

describe('calls and results on a path', () => {
  const asks = entry('a', 'assistant', call('1'), call('2'));
  const [one, two] = [entry('r1', 'tool', result('1')), entry('r2', 'tool', result('2'))];
  const user = entry('u', 'user', { type: 'text', text: 'q' });

  it.each([
    ['all are there, in any order', [asks, two, one, user], true],
    ['one is missing', [asks, one], false],
    ['something stands between', [asks, one, user, two], false],
    ['one is there twice and one not at all', [asks, one, one], false],
    ['it is the last message', [asks], false],
  ])('calls are answered or not: %s', (_, entries, answered) => {
    expect(isAnswered(entries, 'a')).toBe(answered);
  });

  it('a result finds its call over other results, and none beyond another message', () => {
    expect(callAnsweredBy([asks, one, two], 'r2')).toMatchObject({ id: '2', name: 'f_2' });
    expect(callAnsweredBy([asks, one, user, two], 'r2')).toBeUndefined();
  });

  it('a result is called stray only where the message above it is known', () => {
    const stray = (from: number, ...entries: TranscriptEntry[]) =>
      isStrayResult({ entries, from, length: 9 }, 'r1');
    expect(stray(0, user, one)).toBe(true);
    expect(stray(0, asks, one)).toBe(false);
    expect(stray(4, one)).toBe(false);
    expect(stray(0, one)).toBe(true);
  });
});

describe('arguments of a call', () => {
  const tools = parseTools(EXAMPLE_TOOLS);

  it.each([
    ['fit', '{"location": "Oslo", "unit": "celsius"}', null],
    ['are no JSON', '{"location": "Oslo"', { kind: 'broken' }],
    ['lack a property', '{"location": "Oslo"}', { kind: 'misfit', at: { path: [], keyword: 'required' } }],
    [
      'have a wrong value',
      '{"location": "Oslo", "unit": "kelvin"}',
      { kind: 'misfit', at: { path: ['unit'], keyword: 'enum' } },
    ],
  ])('that %s are marked so', async (_, text, problem) => {
    const found = await argumentsProblem('get_weather', text, tools);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatchObject(problem);
  });

  it('of a function that was not offered are marked, and where nobody knows what was offered they are not', async () => {
    expect(await argumentsProblem('other', '{}', tools)).toEqual({ kind: 'notOffered' });
    expect(await argumentsProblem('other', '{}', null)).toBeNull();
  });

  it('may be empty, as some servers send them for a function without parameters', async () => {
    const bare = parseTools(
      '[{"type": "function", "function": {"name": "now", "parameters": {"type": "object"}}}]',
    );
    expect(await argumentsProblem('now', '', bare)).toBeNull();
  });

  it('are laid out where they are JSON, and left alone where they are not', () => {
    expect(prettyArguments('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(prettyArguments('{"a":')).toBe('{"a":');
  });
});

describe('toolsProblem', () => {
  const tool = (name: unknown) => ({ type: 'function', function: { name } });

  it.each([
    ['[', { kind: 'notJson' }],
    ['{}', { kind: 'notArray' }],
    ['[]', { kind: 'none' }],
    [JSON.stringify([tool('a'), { type: 'function' }]), { kind: 'noFunction', at: 1 }],
    [JSON.stringify([tool('a b')]), { kind: 'badName', at: 0 }],
    [JSON.stringify([tool('a'), tool('b'), tool('a')]), { kind: 'sameName', at: 2 }],
    [JSON.stringify(Array.from({ length: 129 }, (_, at) => tool(`f${at}`))), { kind: 'tooMany' }],
    [EXAMPLE_TOOLS, null],
  ])('%.40s', (text, problem) => {
    expect(toolsProblem(text)).toEqual(problem);
  });
});
