import { answerParts } from '../../preload/contract/answer-parts';
import type { TurnDelta } from '../../preload/contract/events';
import type { Message } from '../../preload/contract/history';
import type { TokenLogprob } from '../../preload/contract/logprobs';
import type { MessagePart } from '../../preload/contract/parts';
import { textOf } from '../../preload/contract/parts';
import type { JournalChannel, JournalPiece } from '../backstage/protocol-answers';
import type { ChoiceDelta } from '../openai/completion-chunk';
import type { ToolCallDelta } from '../openai/tool-call-delta';
import { LiveCalls } from './live-calls';

/** What is new of an answer: for the page, and for the journal. */
export interface Growth {
  readonly deltas: readonly TurnDelta[];
  readonly pieces: readonly JournalPiece[];
}

const asLine = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** An answer while it streams. What is in memory is the truth; the database follows. */
export class LiveAnswer {
  readonly #channels: Record<Exclude<JournalChannel, 'toolCalls'>, string>;
  readonly #calls = new LiveCalls();
  #callLinesLength = 0;

  constructor(readonly message: Message) {
    // Continue: the new answer begins with the old one's text.
    this.#channels = { text: textOf(message.parts), reasoning: '', logprobs: '' };
  }

  /** All text so far. */
  get text(): string {
    return this.#channels.text;
  }

  /** All that came so far but logprobs. */
  get parts(): readonly MessagePart[] {
    const { reasoning, text } = this.#channels;
    return answerParts({ reasoning, text, calls: this.#calls.all });
  }

  /** Logprobs of all tokens that came so far, as JSON Lines. */
  get logprobs(): string {
    return this.#channels.logprobs;
  }

  /** Adds what is new, and tells where each stretch begins. */
  take({ reasoning, text, toolCalls, logprobs }: ChoiceDelta): Growth {
    const grown = [
      ...this.#takeText('reasoning', reasoning),
      ...this.#takeText('text', text),
      ...toolCalls.map((delta) => this.#takeCall(delta)),
    ];
    return {
      deltas: grown.map(({ delta }) => delta),
      pieces: [...grown.map(({ piece }) => piece), ...this.#takeLogprobs(logprobs)],
    };
  }

  #takeText(channel: 'text' | 'reasoning', text: string) {
    if (text === '') return [];
    const { chatId, id: messageId } = this.message;
    const piece = this.#piece(channel, text);
    return [{ piece, delta: { chatId, messageId, channel, offset: piece.offset, text } }];
  }

  #takeCall(taken: ToolCallDelta) {
    const { chatId, id: messageId } = this.message;
    const callPiece = this.#calls.take(taken);
    const { at, arguments: text } = callPiece;
    const call = this.#calls.all[at];
    const offset = (call?.arguments.length ?? 0) - text.length;
    const told = { at, id: call?.id ?? '', name: call?.name ?? '' };
    const line = asLine(callPiece);
    const piece: JournalPiece = {
      messageId,
      channel: 'toolCalls',
      offset: this.#callLinesLength,
      text: line,
    };
    this.#callLinesLength += line.length;
    return { piece, delta: { chatId, messageId, channel: 'arguments' as const, call: told, offset, text } };
  }

  #takeLogprobs(entries: readonly TokenLogprob[]): readonly JournalPiece[] {
    return entries.length === 0 ? [] : [this.#piece('logprobs', entries.map(asLine).join(''))];
  }

  #piece(channel: Exclude<JournalChannel, 'toolCalls'>, text: string): JournalPiece {
    const offset = this.#channels[channel].length;
    this.#channels[channel] += text;
    return { messageId: this.message.id, channel, offset, text };
  }
}
