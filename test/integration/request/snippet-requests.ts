import { randomBytes } from 'node:crypto';
import type { SentRequest } from '../../../preload/contract/exchange';
import { callDeltas } from '../../support/sse';

/** Every kind of value that a body can hold, and fields whose names look like something else. */
export const BODY = {
  model: 'gpt-4o-mini',
  messages: [] as object[],
  stream: true,
  stream_options: { include_usage: true },
  temperature: 0.30000000000000004,
  n: 2,
  stop: ['END', "it's"],
  seed: Number.MIN_SAFE_INTEGER,
  logit_bias: { '50256': -100, '1': 5e-7 },
  parallel_tool_calls: false,
  response_format: {
    type: 'json_schema',
    json_schema: {
      name: 'a',
      schema: JSON.parse(
        '{"type":"object","properties":{"__proto__":{"default":null},"two words":{},"class":{"enum":[]}}}',
      ),
    },
  },
};
export const OPENAI_URL = 'https://api.openai.com/v1/chat/completions';
export const AZURE_URL =
  'https://res.openai.azure.com/openai/deployments/my%20gpt/chat/completions?api-version=2024-10-21';

export const sentTo = (url: string): SentRequest => ({
  url,
  body: { ...BODY },
  headers: [],
  digest: null,
  tries: 1,
  refusedParameter: null,
});

/** A message with a text and an image of a megabyte, as it is on the wire. */
export const bodyWithImage = (): string => {
  const url = `data:image/png;base64,${randomBytes(1_000_000).toString('base64')}`;
  const content = [
    { type: 'text', text: 'What is "this"?' },
    { type: 'image_url', image_url: { url, detail: 'high' } },
  ];
  return JSON.stringify({ ...BODY, messages: [{ role: 'user', content }] });
};

/** What code that asks with tools must print of a streamed call. */
export const CALL_DELTAS = [
  { content: 'Look: ' },
  ...callDeltas(0, 'a', 'weather', ['{"city":', '"Oslo"}']),
  ...callDeltas(1, 'b', 'time', ['{}']),
];
export const CALL_PRINTED = 'Look: \nweather {"city":"Oslo"}\ntime {}';
export const bodyWithTools = (): string =>
  JSON.stringify({
    model: 'm',
    messages: [
      { role: 'user', content: 'q', name: 'Ada' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          { id: 'a', type: 'function', function: { name: 'weather', arguments: '{"city": "Oslo"}' } },
        ],
      },
      { role: 'tool', content: 'rain\n', tool_call_id: 'a' },
    ],
    stream: true,
    tools: [
      { type: 'function', function: { name: 'weather', parameters: { type: 'object', properties: {} } } },
    ],
    tool_choice: { type: 'function', function: { name: 'weather' } },
    parallel_tool_calls: true,
  });
