import { create } from 'zustand';
import type { ContextEstimate } from '../../preload/contract/context-estimate';
import type { TurnRetry } from '../../preload/contract/events';
import type { Chat } from '../../preload/contract/history';
import type { ChatOptions } from '../../preload/contract/parameters';
import type { ReadingPlace } from '../../preload/contract/reading-place';
import type { AppError } from '../../preload/contract/result';
import { emptyTranscript, type Transcript } from './transcript';

/** The chat on screen. */
export interface Conversation {
  /** Null: a chat that does not exist yet. */
  readonly chatId: string | null;
  readonly chat: Chat | null;
  readonly phase: 'ready' | 'loading' | { readonly failed: AppError };
  readonly transcript: Transcript;
  /** Where the reader left the chat that was just opened; null: at its end. */
  readonly place: ReadingPlace | null;
  /** How often the reader was sent to the end of the transcript. */
  readonly endCalls: number;
  readonly options: ChatOptions;
  /** What is worth saying of answers that are awaited, by message id. */
  readonly retries: Readonly<Record<string, TurnRetry>>;
  readonly estimate: ContextEstimate | null;
}

/** A conversation with nothing in it. */
export const newConversation = (options: ChatOptions): Conversation => ({
  chatId: null,
  chat: null,
  phase: 'ready',
  transcript: emptyTranscript,
  place: null,
  endCalls: 0,
  options,
  retries: {},
  estimate: null,
});

/** The chat on screen. */
export const useConversation = create<Conversation>()(() => newConversation({ model: '', params: {} }));

/** Where things that belong to a chat are kept on the page; the chat that does not exist yet has a key too. */
export const chatKey = (chatId: string | null): string => chatId ?? 'new';
