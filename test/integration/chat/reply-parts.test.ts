import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultServer } from '../../support/fault-server';
import { startFaultServer } from '../../support/fault-server';
import { runCompletion } from '../../support/run-completion';
import { callDeltas } from '../../support/sse';
import { ask, turnBench } from '../../support/turn-bench';

let server: FaultServer;
beforeEach(async () => {
  server = await startFaultServer();
});
afterEach(() => server.close());

const event = (choices: readonly object[]) => `data: ${JSON.stringify({ id: 'c', model: 'm', choices })}\n\n`;
const DONE = 'data: [DONE]\n\n';
const entry = (token: string) => ({ token, bytes: null, logprob: -1, top_logprobs: [] });

/** Four choices in turn, a delta of each in one event: what each says ends with its own number. */
const fourChoices = (): string => {
  const deltas = (index: number) => [
    { reasoning_content: `think${index}` },
    { content: `say${index}` },
    ...callDeltas(0, `a${index}`, 'f', ['{"x":', `${index}}`]),
    ...callDeltas(1, `b${index}`, 'g', ['[]']),
  ];
  const rows = Array.from({ length: 7 }, (_, row) =>
    [0, 1, 2, 3].map((index) => ({
      index,
      delta: deltas(index)[row] ?? {},
      ...(row === 1 ? { logprobs: { content: [entry(`t${index}`)] } } : {}),
      finish_reason: row === 6 ? 'tool_calls' : null,
    })),
  );
  return rows.map(event).join('') + DONE;
};

describe('a reply of more than text', () => {
  it('reaches history, journal and page whole, for each of four answers', async () => {
    server.fail({ kind: 'raw', contentType: 'text/event-stream', text: fourChoices() });
    const turn = ask('a', 4);
    const { history, turns, start, batches } = turnBench(server.baseUrl, [turn]);
    start(turn, { n: 4 });
    await turns.waitForAll();
    for (const index of [0, 1, 2, 3]) {
      const answer = history.finished.get(`a-${index}`);
      expect(answer?.facts.finishReason).toBe('tool_calls');
      expect(answer?.parts).toEqual([
        { type: 'reasoning', text: `think${index}` },
        { type: 'text', text: `say${index}` },
        { type: 'toolCall', id: `a${index}`, name: 'f', arguments: `{"x":${index}}` },
        { type: 'toolCall', id: `b${index}`, name: 'g', arguments: '[]' },
      ]);
      expect(JSON.parse(answer?.logprobs ?? '')).toMatchObject({ token: `t${index}` });
      const told = batches.flat().filter(({ messageId }) => messageId === `a-${index}`);
      const args = told.filter(({ call }) => call?.at === 0).map(({ text }) => text);
      expect(args.join('')).toBe(`{"x":${index}}`);
    }
  });

  it('cut in mid-call keeps half of the call', async () => {
    const text = event([{ index: 0, delta: callDeltas(0, 'a', 'f', [])[0] }]);
    const half = event([{ index: 0, delta: { tool_calls: [{ index: 0, function: { arguments: '{"x' } }] } }]);
    server.fail({ kind: 'raw', contentType: 'text/event-stream', text: text + half });
    const turn = ask('a');
    const { history, turns, start } = turnBench(server.baseUrl, [turn]);
    start(turn);
    await turns.waitForAll();
    expect(history.finished.get('a-0')).toMatchObject({
      status: 'failed',
      parts: [{ type: 'toolCall', arguments: '{"x' }],
      facts: { error: { code: 'api.cut' } },
    });
  });

  it.each([
    ['thoughts', { delta: { reasoning_content: 'x'.repeat(500_000) } }],
    ['arguments', { delta: { tool_calls: [{ index: 0, function: { arguments: 'x'.repeat(500_000) } }] } }],
    ['logprobs', { delta: {}, logprobs: { content: Array(20_000).fill(entry('x'.repeat(50))) } }],
  ])('is stopped when its %s have no end', async (_, choice) => {
    const text = event([{ index: 0, ...choice }]).repeat(10) + DONE;
    server.fail({ kind: 'raw', contentType: 'text/event-stream', text });
    expect((await runCompletion(server.baseUrl)).outcome.error?.code).toBe('api.tooLong');
  });
});
