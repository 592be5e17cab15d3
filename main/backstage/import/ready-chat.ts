import { createHash } from 'node:crypto';
import type { Draft, EditDraft, Message, ResultDraft } from '../../../preload/contract/history';
import type { ChatOptions } from '../../../preload/contract/parameters';

/** A message as it is written down. */
export interface ReadyMessage extends Omit<Message, 'chatId'> {
  /** Of the reply's tokens, as the history keeps them; null: none. */
  readonly logprobs: readonly unknown[] | null;
}

/** A chat as it is written down: parents before children, ids that are the same whenever it is imported. */
export interface ReadyChat {
  readonly id: string;
  readonly title: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly options: ChatOptions;
  readonly leafId: string | null;
  /** What is known to have been paid, and how many requests of unknown cost there were. */
  readonly costUsd: number | null;
  readonly unpriced: number;
  /** When it was put at the top of the list, and when away from it; null: it was not. */
  readonly pinnedAt: number | null;
  readonly archivedAt: number | null;
  readonly messages: readonly ReadyMessage[];
  /** Names of the folders it is in, the outermost first. Absent: none. */
  readonly folder?: readonly string[];
  /** Absent: none. */
  readonly tags?: readonly string[];
  /** When it went to the Trash; absent: it is not in it. */
  readonly trashedAt?: number;
  /** What was typed in it and not sent. */
  readonly draft?: Draft;
  readonly resultDrafts?: readonly ResultDraft[];
  readonly editDrafts?: readonly EditDraft[];
}

/** Whether an id was made by `stableUuid`: the message was written in another app. */
export const isStableUuid = (id: string): boolean => id[14] === '8';

/**
 * The UUID (version 8, RFC 9562) that names the same thing of the same source for ever: importing it again finds it.
 * @param path what it is, from the format to its own id.
 */
export const stableUuid = (...path: readonly string[]): string => {
  const hex = createHash('sha256').update(JSON.stringify(path)).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};

/**
 * As `stableUuid`, for something within a chat: begins as the chat's own id does, so that the ids of a chat stand together in
 * the index of ids, and writing a chat of 24 messages changes one page of it rather than 24.
 */
export const stableUuidIn = (chatId: string, ...path: readonly string[]): string =>
  chatId.slice(0, 13) + stableUuid(chatId, ...path).slice(13);
