import type { AttachmentRef } from '../../preload/contract/attachments';
import type {
  Chat,
  ChatPage,
  Draft,
  Message,
  OpenedChat,
  Role,
  TranscriptPage,
} from '../../preload/contract/history';
import type { ChatOptions } from '../../preload/contract/parameters';
import type { PathChange } from '../../preload/contract/path-change';
import type { RequestInput } from '../../preload/contract/requests';
import type { ChatPageQuestion } from './history/chat-page';
import type { Op } from './op';

/** The operations on chats, their messages and their drafts. */
export interface ChatOps {
  readonly 'chat.page': Op<ChatPageQuestion, ChatPage>;
  readonly 'chat.open': Op<{ readonly chatId: string; readonly limit: number }, OpenedChat>;
  /** With the stretch around the place where its reader left it, or else with the end of its path. */
  readonly 'chat.openAtPlace': Op<{ readonly chatId: string; readonly limit: number }, OpenedChat>;
  /** Keeps where a chat is read; a history that is only read does not. Errors: `history.notFound`. */
  readonly 'chat.savePlace': Op<RequestInput<'chat.savePlace'>, null>;
  /** Errors: `history.notFound`. */
  readonly 'chat.stretch': Op<RequestInput<'chat.stretch'>, TranscriptPage>;
  /** What the newest comparison of a chat was asked with; empty where there is none. Errors: `history.notFound`. */
  readonly 'chat.lastComparison': Op<{ readonly chatId: string }, readonly ChatOptions[]>;
  /** Errors: `history.notFound` (one of them is not in the chat). */
  readonly 'chat.messages': Op<
    { readonly chatId: string; readonly messageIds: readonly string[] },
    readonly Message[]
  >;
  readonly 'chat.rename': Op<{ readonly chatId: string; readonly title: string }, Chat>;
  /** Keeps a chat at the top of the list, or no longer. Errors: `history.notFound`. */
  readonly 'chat.pin': Op<{ readonly chatId: string; readonly isPinned: boolean }, Chat>;
  /** Puts a chat away from the list, or back. Errors: `history.notFound`. */
  readonly 'chat.archive': Op<{ readonly chatId: string; readonly isArchived: boolean }, Chat>;
  readonly 'chat.setOptions': Op<{ readonly chatId: string; readonly options: ChatOptions }, Chat>;
  readonly 'chat.delete': Op<{ readonly chatId: string }, null>;
  readonly 'chat.restore': Op<{ readonly chatId: string }, Chat>;
  /** Makes the newest leaf under `messageId` the chat's current one. Answers with what is around the message. */
  readonly 'chat.selectBranch': Op<
    { readonly chatId: string; readonly messageId: string; readonly limit: number },
    OpenedChat
  >;
  /**
   * Appends a message as context only and clears the draft: one transaction. `chatId` null makes a new chat. Errors:
   * `chat.emptyMessage`, `chat.busy` (below a reply that still streams), `history.notFound`.
   */
  readonly 'chat.addMessage': Op<
    {
      readonly chatId: string | null;
      readonly role: Role;
      readonly name?: string | undefined;
      readonly text: string;
      readonly options: ChatOptions;
      readonly attachments?: readonly AttachmentRef[] | undefined;
      readonly limit: number;
    },
    OpenedChat
  >;
  /**
   * Appends what every call of a message gave, in the order of the calls, as the chat's new path: one transaction. Errors:
   * `history.notFound`, `chat.busy` (it still streams), `request.invalid` (not exactly one result for each call).
   */
  readonly 'chat.addToolResults': Op<
    RequestInput<'chat.sendToolResults'> & { readonly limit: number },
    OpenedChat
  >;
  /**
   * Makes a branch that differs from the chat's path by one change: one transaction. Errors: `history.notFound` (the
   * message is not on the path), `request.invalid` (it cannot be moved there), `chat.emptyMessage`, `chat.busy`.
   */
  readonly 'chat.changePath': Op<
    { readonly chatId: string; readonly change: PathChange; readonly limit: number },
    OpenedChat
  >;
  /**
   * `chatId` null: the chat that does not exist yet. A draft that holds nothing is removed.
   * Errors: `history.notFound` (an attachment that the history does not hold).
   */
  readonly 'draft.save': Op<RequestInput<'chat.saveDraft'>, null>;
  /**
   * Puts a text below what is stored there, for what was typed before that could be read. `quick`: the small window's.
   * Errors: `history.notFound`.
   */
  readonly 'draft.append': Op<RequestInput<'draft.note'>, null>;
  /** Errors: `history.notFound`. */
  readonly 'draft.saveResult': Op<RequestInput<'chat.saveResultDraft'>, null>;
  readonly 'draft.read': Op<{ readonly chatId: string | null }, Draft | null>;
  /** What is typed in the small window; nothing forgets it. Errors: `history.notFound` (an attachment). */
  readonly 'draft.saveQuick': Op<RequestInput<'quick.saveDraft'>, null>;
  readonly 'draft.readQuick': Op<null, Draft | null>;
}
