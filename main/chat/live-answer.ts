import type { TurnDelta } from '../../preload/contract/events';
import type { Message } from '../../preload/contract/history';
import { textOf } from '../../preload/contract/parts';

/** An answer while it streams. The text in memory is the truth; the database follows. */
export class LiveAnswer {
  #current: string;

  constructor(readonly message: Message) {
    // Continue: the new answer begins with the old one's text.
    this.#current = textOf(message.parts);
  }

  /** All text so far. */
  get text(): string {
    return this.#current;
  }

  /** Adds new text and tells where it begins. */
  append(text: string): TurnDelta {
    const { chatId, id: messageId } = this.message;
    const offset = this.#current.length;
    this.#current += text;
    return { chatId, messageId, offset, text };
  }
}
