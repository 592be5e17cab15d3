import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Backstage } from '../../../main/backstage/backstage';
import { createBackstage } from '../../../main/backstage/backstage';
import type {
  BegunTurn,
  OpInput,
  OpName,
  OpOutput,
  TurnOrigin,
  TurnRequest,
} from '../../../main/backstage/protocol';
import type { FinishedAnswer } from '../../../main/backstage/protocol-answers';
import type { PlannedRequest } from '../../../preload/contract/exchange';
import type { Message, TranscriptEntry } from '../../../preload/contract/history';
import type { ChatOptions } from '../../../preload/contract/parameters';
import { textOf as textOfParts } from '../../../preload/contract/parts';
import type { AppError, Result } from '../../../preload/contract/result';
import { NO_FACTS, RULE } from '../../support/turn-facts';

export const KEY = '0123456789abcdef'.repeat(4);
export const OTHER_KEY = 'fedcba9876543210'.repeat(4);
export const OPTIONS: ChatOptions = { model: 'gpt-4o-mini', params: {} };
/** The request that main plans for these options. */
export const requestFor = ({ model, params: { n } }: ChatOptions): PlannedRequest => ({
  url: 'http://127.0.0.1:1/v1/chat/completions',
  body: { model, messages: [], stream: true, ...(n === undefined ? {} : { n }) },
});

/** A folder that is gone after the test. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parlance-backstage-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A backstage driven as main drives it. */
export class Driver {
  readonly #backstage: Backstage;
  #lastId = 0;

  constructor(clock?: () => number) {
    this.#backstage = createBackstage(clock);
  }

  async attempt<N extends OpName>(op: N, input: OpInput<N>): Promise<Result<OpOutput<N>>> {
    this.#lastId += 1;
    const reply = await this.#backstage.handle({ id: this.#lastId, op, input });
    return reply.result as Result<OpOutput<N>>;
  }

  async call<N extends OpName>(op: N, input: OpInput<N>): Promise<OpOutput<N>> {
    const result = await this.attempt(op, input);
    if (!result.ok) throw new Error(`${op}: ${result.error.code} ${result.error.message}`);
    return result.value;
  }

  async error<N extends OpName>(op: N, input: OpInput<N>): Promise<AppError> {
    const result = await this.attempt(op, input);
    if (result.ok) throw new Error(`${op} succeeded`);
    return result.error;
  }

  begin(origin: TurnOrigin, changes: Partial<TurnRequest> = {}): Promise<BegunTurn> {
    const options = changes.options ?? OPTIONS;
    const request = requestFor(options);
    return this.call('turn.begin', {
      origin,
      options,
      endpointId: 'demo',
      rule: RULE,
      request,
      price: null,
      ...changes,
    });
  }

  finish(messageId: string, text: string, changes: Partial<FinishedAnswer> = {}): Promise<Message> {
    return this.call('turn.finish', {
      messageId,
      status: 'complete',
      parts: [{ type: 'text', text }],
      logprobs: '',
      facts: NO_FACTS,
      ...changes,
    });
  }

  /** Sends a message and lets its first answer come; answers with the begun turn. */
  async exchange(
    chatId: string | null,
    text: string,
    reply: string,
    parentId?: string | null,
  ): Promise<BegunTurn> {
    const turn = await this.begin({ kind: 'send', chatId, parentId, text });
    for (const answer of turn.answers) await this.finish(answer.id, reply);
    return turn;
  }
}

/** An open backstage on a new history. */
export const openDriver = async (
  clock?: () => number,
  file = path.join(temporaryFolder(), 'history.db'),
): Promise<{ readonly driver: Driver; readonly file: string }> => {
  const driver = new Driver(clock);
  await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
  return { driver, file };
};

export const textOf = (message: Message | undefined): string => textOfParts(message?.parts ?? []);

export const textsOf = (entries: readonly TranscriptEntry[]): readonly string[] =>
  entries.map((entry) => textOf(entry.message));

/** The first of a list that must not be empty. */
export const first = <T>(items: readonly T[]): T => {
  const [item] = items;
  if (item === undefined) throw new Error('Empty list');
  return item;
};
