import { expect } from 'vitest';
import type { BegunTurn, TurnOrigin } from '../../../main/backstage/protocol';
import { Turns } from '../../../main/chat/turns';
import type { RequestBody } from '../../../main/openai/request-body';
import { completionBody } from '../../../main/openai/request-body';
import { completionUrl } from '../../../main/openai/request-url';
import type { ChatOptions } from '../../../preload/contract/parameters';
import type { FaultServer } from '../../support/fault-server';
import { endpointAt, MODEL } from '../../support/turn-bench';
import { RULE } from '../../support/turn-facts';
import type { Driver } from '../backstage/support';
import { openDriver } from '../backstage/support';

/** Everything from the tree to the socket is real: backstage, turns, SDK, HTTP. */
export interface Bench {
  readonly driver: Driver;
  readonly file: string;
  readonly turns: Turns;
  readonly ask: (origin: TurnOrigin, options?: ChatOptions, window?: number) => Promise<BegunTurn>;
  readonly again: (chatId: string, messageId: string) => Promise<BegunTurn>;
}

export const PLAIN: ChatOptions = { model: 'test-model', params: {} };

const lastText = ({ requests }: FaultServer): string => requests.at(-1)?.text ?? '';

/** Opens a bench before a server. */
export const openBench = async (server: FaultServer): Promise<Bench> => {
  const { driver, file } = await openDriver();
  const turns = new Turns({
    fetch,
    silenceMs: () => 5000,
    history: {
      journal: (pieces) => driver.call('turn.journal', { pieces }),
      finish: (answer) => driver.call('turn.finish', answer),
    },
    events: {
      started: () => undefined,
      ended: () => undefined,
      delta: () => undefined,
      retry: () => undefined,
      messageChanged: () => undefined,
    },
  });
  const endpoint = endpointAt(server.baseUrl);
  const run = async (begun: BegunTurn, body: RequestBody): Promise<BegunTurn> => {
    turns.start({ begun, endpoint, body });
    await turns.waitForAll();
    return begun;
  };
  return {
    driver,
    file,
    turns,
    ask: async (origin, options = PLAIN, window = 128_000) => {
      const body = completionBody([], options.params, MODEL);
      const request = { url: completionUrl(endpoint, MODEL.id), body: { ...body } };
      const rule = { ...RULE, contextWindow: window, reservedTokens: 0 };
      return run(await driver.begin(origin, { options, request, rule }), body);
    },
    again: async (chatId, messageId) => {
      const { begun, request } = await driver.call('turn.repeat', { chatId, messageId });
      return run(begun, request.body as unknown as RequestBody);
    },
  };
};

export const recordOf = ({ driver }: Bench, { opened, answers }: BegunTurn, index = 0) =>
  driver.call('answer.record', {
    chatId: opened.chat.id,
    messageId: answers[index]?.id ?? '',
  });

/** Checks that an answer's request is shown as the server got its last one. */
export const expectShown = async (server: FaultServer, bench: Bench, turn: BegunTurn, index = 0) => {
  const record = await recordOf(bench, turn, index);
  expect(record.sentBody).toBe(lastText(server));
  expect(record.proven).toBe(true);
  return record;
};
