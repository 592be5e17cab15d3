import { create } from 'zustand';
import type { TurnRetry } from '../../preload/contract/events';
import type { Chat, ContextEstimate } from '../../preload/contract/history';
import type { ModelInfo } from '../../preload/contract/models';
import type { ChatOptions, ParamName } from '../../preload/contract/parameters';
import type { AppError } from '../../preload/contract/result';
import { emptyTranscript, type Transcript } from './transcript';

/** The chat on screen. */
export interface Conversation {
  /** Null: a chat that does not exist yet. */
  readonly chatId: string | null;
  readonly chat: Chat | null;
  readonly phase: 'ready' | 'loading' | { readonly failed: AppError };
  readonly transcript: Transcript;
  readonly loadingEarlier: boolean;
  readonly options: ChatOptions;
  readonly retry: TurnRetry | null;
  readonly estimate: ContextEstimate | null;
}

/** A conversation with nothing in it. */
export const newConversation = (options: ChatOptions): Conversation => ({
  chatId: null,
  chat: null,
  phase: 'ready',
  transcript: emptyTranscript,
  loadingEarlier: false,
  options,
  retry: null,
  estimate: null,
});

/** The chat on screen. */
export const useConversation = create<Conversation>()(() => newConversation({ model: '', params: {} }));

/** Where things that belong to a chat are kept on the page; the chat that does not exist yet has a key too. */
export const chatKey = (chatId: string | null): string => chatId ?? 'new';

/** The models of the current endpoint. */
export interface ModelList {
  readonly models: readonly ModelInfo[];
  readonly phase: 'idle' | 'loading' | 'ready' | 'failed';
}

const allSupported: readonly ParamName[] = [];

/** Settings that a model does not take, as far as that is known. */
export const unsupportedBy = (list: ModelList, modelId: string): readonly ParamName[] =>
  list.models.find(({ id }) => id === modelId)?.unsupported ?? allSupported;

/** The models of the current endpoint. */
export const useModels = create<ModelList>()(() => ({ models: [], phase: 'idle' }));
