import type { BegunTurn } from '../../main/backstage/protocol';
import { Turns } from '../../main/chat/turns';
import { completionBody } from '../../main/openai/request-body';
import type { TurnDelta, TurnRetry } from '../../preload/contract/events';
import type { Message } from '../../preload/contract/history';
import { type ModelInfo, unknownFacts } from '../../preload/contract/models';
import { textOf } from '../../preload/contract/parts';
import { type FaultServer, startFaultServer } from './fault-server';
import { begunTurn, MemoryHistory } from './memory-history';
import { TEST_KEY } from './run-completion';

/** A model nobody knows. */
export const MODEL: ModelInfo = { id: 'test-model', ...unknownFacts };

/** A reply long enough to be seen streaming. */
export const LONG = Array.from({ length: 400 }, (_, index) => `word${index} `).join('');

/** A server that gives each chat a text of its own back, so that mixing would show. */
export const echoServer = (): Promise<FaultServer> =>
  startFaultServer({ reply: ({ messages }, index) => `${messages.at(-1)?.content}#${index} ${LONG}` });

/** A local endpoint with a key. */
export const endpointAt = (baseUrl: string) =>
  ({ id: 'x', kind: 'compatible', baseUrl, apiVersion: null, apiKey: TEST_KEY }) as const;

/** A turn of chat `chatId` that asks `question of <chatId>`. */
export const ask = (chatId: string, n = 1, initial = '') =>
  begunTurn(chatId, [{ role: 'user', content: `question of ${chatId}` }], n, initial);

/** Turns against a server, with an in-memory history; keeps everything that was told. */
export const turnBench = (baseUrl: string, begun: readonly BegunTurn[], silenceMs = 5000) => {
  const history = new MemoryHistory(begun.flatMap(({ answers }) => answers));
  const deltas: TurnDelta[] = [];
  const batches: (readonly TurnDelta[])[] = [];
  const retries: TurnRetry[] = [];
  const changed: Message[] = [];
  const log: string[] = [];
  const turns = new Turns({
    fetch,
    silenceMs: () => silenceMs,
    history,
    events: {
      started: (chatId) => log.push(`started ${chatId}`),
      ended: (chatId) => log.push(`ended ${chatId}`),
      delta: (batch) => {
        batches.push(batch);
        deltas.push(...batch);
      },
      retry: (retry) => retries.push(retry),
      messageChanged: (message) => changed.push(message),
    },
  });
  const start = (turn: BegunTurn, params = {}) =>
    turns.start({
      begun: turn,
      endpoint: endpointAt(baseUrl),
      body: completionBody([], params, MODEL),
    });
  /** The page's text of a message: pieces put together by offset. */
  const pageText = (messageId: string, initial = '') =>
    deltas
      .filter((delta) => delta.messageId === messageId && delta.channel === 'text')
      .reduce((text, delta) => (delta.offset === text.length ? text + delta.text : `${text}<gap>`), initial);
  return { history, turns, start, pageText, batches, retries, changed, log };
};

/** The text of a turn's first answer as memory has it now. */
export const textNow = (turns: Turns, { answers }: BegunTurn): string => {
  const [first] = answers;
  return first === undefined ? '' : textOf(turns.current(first).parts);
};
