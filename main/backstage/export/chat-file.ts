import type { AnswerFacts, Message } from '../../../preload/contract/history';
import type { ChatOptions, GenerationParams } from '../../../preload/contract/parameters';

/** Of docs/export-format.md. A reader takes every version up to its own. */
export const EXPORT_VERSION = 1;

/** An answer's facts, with its settings by their place in `paramSets`. */
export type FileFacts = Omit<AnswerFacts, 'params'> & { readonly params: number };

/** A message in a file. */
export interface FileMessage extends Omit<Message, 'chatId' | 'answer'> {
  readonly answer: FileFacts | null;
  /** Probabilities of the reply's tokens. Absent: none are kept. */
  readonly logprobs?: readonly unknown[];
}

/** What stands at the head of a chat's file. */
export interface FileChat {
  readonly id: string;
  readonly title: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly leafId: string | null;
  readonly options: ChatOptions;
  readonly costUsd: number | null;
  readonly unpricedRequests: number;
  /** When it was pinned, and when it was archived; null: it was not. */
  readonly pinnedAt: number | null;
  readonly archivedAt: number | null;
}

/** Bytes that messages name by their hash, for a chat whose file stands alone. */
export interface FileAttachment {
  readonly hash: string;
  readonly mime: string;
  readonly base64: string;
}

/** A chat as it is exported: complete, so that importing it gives the same chat. */
export interface ChatFile {
  /** The version of the format. */
  readonly parlance: number;
  readonly kind: 'chat';
  readonly chat: FileChat;
  /** Every message of every branch in the order they were made. */
  readonly messages: readonly FileMessage[];
  /** Settings of answers, each once. */
  readonly paramSets: readonly GenerationParams[];
  /** Absent where the bytes stand in files beside it. */
  readonly attachments?: readonly FileAttachment[];
}
