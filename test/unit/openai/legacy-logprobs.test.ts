import { expect, it } from 'vitest';
import { readLegacyLogprobs } from '../../../main/openai/legacy-logprobs';

const bytes = (text: string) => [...Buffer.from(text)];

it('reads the parallel arrays, likeliest alternative first', () => {
  const logprobs = {
    tokens: [' Hi', '!'],
    token_logprobs: [-0.5, -0.1],
    top_logprobs: [{ ' Yo': -2, ' Hi': -0.5 }, null],
    text_offset: [0, 3],
  };
  expect(readLegacyLogprobs(logprobs)).toEqual([
    {
      token: ' Hi',
      bytes: bytes(' Hi'),
      logprob: -0.5,
      top: [
        { token: ' Hi', bytes: bytes(' Hi'), logprob: -0.5 },
        { token: ' Yo', bytes: bytes(' Yo'), logprob: -2 },
      ],
    },
    { token: '!', bytes: bytes('!'), logprob: -0.1, top: [] },
  ]);
});

it('puts halves of a character together again by their bytes', () => {
  const logprobs = { tokens: ['bytes:\\xf0\\x9f', 'bytes:\\x91\\x8b'], token_logprobs: [-1, 0] };
  const read = readLegacyLogprobs(logprobs).flatMap((token) => token.bytes ?? []);
  expect(Buffer.from(read).toString('utf8')).toBe('👋');
});

it('gives the first token of an echoed prompt no probability instead of certainty', () => {
  expect(readLegacyLogprobs({ tokens: ['Once'], token_logprobs: [null] })[0]?.logprob).toBeNull();
});

it.each([null, undefined, 'x', {}, { tokens: 'x' }, { tokens: [1, null] }, { content: [] }])(
  'takes %j for nothing',
  (logprobs) => {
    expect(readLegacyLogprobs(logprobs)).toEqual([]);
  },
);
