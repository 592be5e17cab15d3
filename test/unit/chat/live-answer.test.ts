import { describe, expect, it } from 'vitest';
import { LiveAnswer } from '../../../main/chat/live-answer';
import { readChunk } from '../../../main/openai/completion-chunk';
import { ask } from '../../support/turn-bench';

const liveAnswer = (initial = '') => {
  const [message] = ask('c', 1, initial).answers;
  if (message === undefined) throw new Error('a turn without answer');
  return new LiveAnswer(message);
};

/** Lets deltas come as a server sends them. */
const stream = (live: LiveAnswer, deltas: readonly unknown[]) =>
  deltas.flatMap((delta) =>
    readChunk({ choices: [{ index: 0, delta }] }).choices.map((choice) => live.take(choice)),
  );

const call = (index: number | undefined, id: string | undefined, name: string | undefined, text: string) => ({
  tool_calls: [{ index, id, function: { name, arguments: text } }],
});

const callsOf = (deltas: readonly unknown[]) => {
  const live = liveAnswer();
  stream(live, deltas);
  return live.parts.flatMap((part) =>
    part.type === 'toolCall' ? [[part.name, part.arguments, part.id]] : [],
  );
};

describe('calls are put together', () => {
  it('from interleaved deltas, by their index (OpenAI)', () => {
    const deltas = [
      call(0, 'a', 'f', ''),
      call(1, 'b', 'g', ''),
      call(0, undefined, undefined, '{"x"'),
      call(1, undefined, undefined, '{}'),
      call(0, undefined, undefined, ':1}'),
    ];
    expect(callsOf(deltas)).toEqual([
      ['f', '{"x":1}', 'a'],
      ['g', '{}', 'b'],
    ]);
  });

  it('from servers that give every call the same index, by id', () => {
    expect(callsOf([call(0, 'a', 'f', '{}'), call(0, 'b', 'f', '{"x":1}')])).toEqual([
      ['f', '{}', 'a'],
      ['f', '{"x":1}', 'b'],
    ]);
  });

  it('from servers that repeat id and name, or make a new id up, with every delta', () => {
    const deltas = [call(0, 'a', 'f', '{'), call(0, 'a', 'f', '"x":'), call(0, 'z', undefined, '1}')];
    expect(callsOf(deltas)).toEqual([['f', '{"x":1}', 'a']]);
  });

  it('from servers that give neither index nor id, with an id that a result can name', () => {
    const [made] = callsOf([
      call(undefined, undefined, 'f', '{'),
      call(undefined, undefined, undefined, '}'),
    ]);
    expect(made?.slice(0, 2)).toEqual(['f', '{}']);
    expect(made?.[2]).toMatch(/^call_\w{32}$/);
  });

  it('from the function_call of older servers, and from arguments that are an object', () => {
    expect(callsOf([{ function_call: { name: 'f', arguments: { x: 1 } } }])[0]?.slice(0, 2)).toEqual([
      'f',
      '{"x":1}',
    ]);
  });
});

describe('what is told of a live answer', () => {
  it('has the offset of each stretch on its own channel', () => {
    const live = liveAnswer('so far ');
    const told = stream(live, [
      { reasoning_content: 'hm ' },
      { reasoning: 'so', content: 'yes' },
      call(0, 'a', 'f', '{'),
      call(0, undefined, undefined, '}'),
    ]);
    const deltas = told.flatMap((growth) => growth.deltas);
    expect(deltas.map(({ channel, offset, text }) => [channel, offset, text])).toEqual([
      ['reasoning', 0, 'hm '],
      ['reasoning', 3, 'so'],
      ['text', 7, 'yes'],
      ['arguments', 0, '{'],
      ['arguments', 1, '}'],
    ]);
    expect(deltas.at(-1)?.call).toEqual({ at: 0, id: 'a', name: 'f' });
  });

  it('journals every channel without a gap', () => {
    const live = liveAnswer();
    const entry = { token: 'x', bytes: [120], logprob: -1, top_logprobs: [{ token: 'y', logprob: -2 }] };
    const choice = { index: 0, delta: { content: 'x' }, logprobs: { content: [entry, entry] } };
    const pieces = [
      ...stream(live, [call(0, 'a', 'f', '{'), call(0, undefined, undefined, '}')]).flatMap((g) => g.pieces),
      ...[choice, choice].flatMap((one) =>
        readChunk({ choices: [one] }).choices.flatMap((delta) => live.take(delta).pieces),
      ),
    ];
    const whole: Record<string, string> = {};
    for (const { channel, offset, text } of pieces) {
      expect(offset).toBe((whole[channel] ?? '').length);
      whole[channel] = (whole[channel] ?? '') + text;
    }
    expect(whole.text).toBe('xx');
    expect(whole.logprobs).toBe(live.logprobs);
    expect(live.logprobs.split('\n').filter(Boolean)).toHaveLength(4);
    expect(JSON.parse(live.logprobs.split('\n')[0] ?? '')).toEqual({
      token: 'x',
      bytes: [120],
      logprob: -1,
      top: [{ token: 'y', bytes: null, logprob: -2 }],
    });
  });
});
