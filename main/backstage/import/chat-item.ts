import type { Draft } from '../../../preload/contract/history';
import type { Failure } from '../../../preload/contract/result';
import type { SkipReason } from '../../../preload/contract/transfer';
import type { ChatFile } from '../export/chat-file';
import type { SourceChat } from './source-chat';

/** What was met in a file: a chat, a chat of our own format, or something that cannot be taken. */
export type ChatItem =
  | { readonly kind: 'chat'; readonly chat: SourceChat }
  | { readonly kind: 'own'; readonly file: ChatFile }
  /** What was typed for a chat that did not exist yet. */
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'left'; readonly reason: SkipReason; readonly title: string }
  | { readonly kind: 'failed'; readonly error: Failure; readonly title: string };
