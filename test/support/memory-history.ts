import type { PromptMessage } from '../../main/backstage/prompt-message';
import type { BegunTurn } from '../../main/backstage/protocol';
import type { FinishedAnswer, JournalPiece } from '../../main/backstage/protocol-answers';
import type { TurnHistory } from '../../main/chat/turn-runner';
import type { Message } from '../../preload/contract/history';
import { textOf } from '../../preload/contract/parts';
import { Failure } from '../../preload/contract/result';
import { NO_FACTS } from './turn-facts';

const OPTIONS = { model: 'test-model', params: {} };

const placeholder = (chatId: string, id: string, text: string): Message => ({
  id,
  chatId,
  parentId: null,
  role: 'assistant',
  status: 'streaming',
  parts: text === '' ? [] : [{ type: 'text', text }],
  createdAt: 0,
  answer: {
    turnId: `turn-${chatId}`,
    endpointId: 'x',
    model: 'test-model',
    params: {},
    continuesId: null,
    sentFromId: null,
    ...NO_FACTS,
    finishReason: null,
    estimate: null,
    sent: null,
    repeats: null,
  },
});

/** A turn as backstage writes it down; `initialText` is what a continued answer begins with. */
export const begunTurn = (
  chatId: string,
  prompt: readonly PromptMessage[],
  n = 1,
  initialText = '',
): BegunTurn => {
  const chat = {
    id: chatId,
    title: '',
    createdAt: 0,
    updatedAt: 0,
    leafId: null,
    options: OPTIONS,
    cost: null,
  };
  return {
    opened: { chat, transcript: { entries: [], from: 0, length: 0 }, draft: null },
    answers: Array.from({ length: n }, (_, index) => placeholder(chatId, `${chatId}-${index}`, initialText)),
    prompt,
  };
};

/** The answers' side of backstage, in memory: writes by offset, refuses after the last write, can be away. */
export class MemoryHistory implements TurnHistory {
  /** By message; other channels by message, blank and channel. */
  readonly texts = new Map<string, string>();
  readonly finished = new Map<string, FinishedAnswer>();
  journalWrites = 0;
  /** That many writes fail as if backstage were restarting; -1: as if the disk were full. */
  away = 0;

  constructor(private readonly placeholders: readonly Message[]) {
    for (const { id, parts } of placeholders) this.texts.set(id, textOf(parts));
  }

  readonly journal = async (pieces: readonly JournalPiece[]): Promise<void> => {
    this.failIfAway();
    this.journalWrites += 1;
    for (const { messageId, channel, offset, text } of pieces) {
      const key = channel === 'text' ? messageId : `${messageId} ${channel}`;
      const before = this.texts.get(key) ?? '';
      if (this.finished.has(messageId)) throw new Error('journal after the last write');
      if (offset > before.length) throw new Error('a gap in the journal');
      this.texts.set(key, before.slice(0, offset) + text);
    }
  };

  /** The text of an answer's last write; undefined when there was none. */
  finishedText(messageId: string): string | undefined {
    const answer = this.finished.get(messageId);
    return answer && textOf(answer.parts);
  }

  readonly finish = async (answer: FinishedAnswer): Promise<Message> => {
    this.failIfAway();
    this.finished.set(answer.messageId, answer);
    const found = this.placeholders.find(({ id }) => id === answer.messageId);
    if (found === undefined) throw new Failure('history.notFound', 'no such message');
    return { ...found, status: answer.status, parts: answer.parts };
  };

  private failIfAway(): void {
    if (this.away < 0) throw new Failure('history.diskFull', 'full');
    if (this.away === 0) return;
    this.away -= 1;
    throw new Failure('history.unavailable', 'restarting');
  }
}
