import type { AnswerFacts, Draft, EditDraft, Message, ResultDraft } from '../../../preload/contract/history';
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
  /** Names of the folders it is in, the outermost first; absent: it is in none. */
  readonly folder?: readonly string[];
  /** Absent: none. */
  readonly tags?: readonly string[];
  /** When it went to the Trash; absent: it is not in it. */
  readonly trashedAt?: number;
  /** What was typed and not sent; absent: nothing, or it is not told. */
  readonly draft?: Draft;
  /** What was typed as results of calls and not sent; absent as well. */
  readonly resultDrafts?: readonly ResultDraft[];
  /** What was changed in editors of messages and not sent; absent as well. */
  readonly editDrafts?: readonly EditDraft[];
}

/** Bytes that messages name by their hash, for a chat whose file stands alone. */
export interface FileAttachment {
  readonly hash: string;
  readonly mime: string;
  readonly base64: string;
}

/** The last file of an export of several chats. */
export interface ManifestFile {
  readonly parlance: number;
  readonly kind: 'export';
  /** What was typed for a chat that does not exist yet; absent: nothing. */
  readonly draft?: Draft;
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
