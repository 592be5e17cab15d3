import type { Branch, MessageBeginning, MovedBranch } from '../../preload/contract/branches';
import type { Chat, OpenedChat, Usage } from '../../preload/contract/history';
import type { ChatOrder, FolderInput, RemovedFolder } from '../../preload/contract/organise';
import type { ModelPrice } from '../../preload/contract/price';
import type { ChangedChats, WantedChanges } from './history/change-chats';
import type { Op } from './op';

/** What a model is told to find a title: the beginnings of question and answer. */
export interface TitleMaterial {
  readonly question: string;
  readonly answer: string;
}

/** A branch of a chat: a message and what hangs from it. */
interface BranchOfChat {
  readonly chatId: string;
  readonly messageId: string;
}

/** Operations on the tree of a chat and on the order of chats. */
export interface OrganiseOps {
  /** Goes on below a message. What stood below stays as a branch. Errors: `history.notFound`, `chat.busy`. */
  readonly 'branch.from': Op<BranchOfChat & { readonly limit: number }, OpenedChat>;
  /**
   * Copies the path to a message into a new chat, with `isWhole` also all that hangs from it. Errors: `history.notFound`,
   * `chat.busy` (one of them still streams).
   */
  readonly 'branch.copy': Op<
    BranchOfChat & { readonly isWhole: boolean; readonly title: string; readonly limit: number },
    OpenedChat
  >;
  /**
   * Moves a message and all that hangs from it into a new chat, below copies of what stands above it. Errors:
   * `history.notFound`, `chat.busy`, `request.invalid` (nothing would be left of the chat).
   */
  readonly 'branch.move': Op<BranchOfChat & { readonly title: string; readonly limit: number }, MovedBranch>;
  /** Takes such a move back. Errors: `history.notFound` (one of the chats or messages is gone), `chat.busy`. */
  readonly 'branch.moveBack': Op<MovedBranch['undo'] & { readonly limit: number }, OpenedChat>;
  /** A chat's tree. Errors: `history.notFound`. */
  readonly 'branch.map': Op<{ readonly chatId: string }, readonly Branch[]>;
  readonly 'branch.beginnings': Op<
    { readonly chatId: string; readonly messageIds: readonly string[] },
    readonly MessageBeginning[]
  >;
  readonly 'order.read': Op<null, ChatOrder>;
  /** Makes or changes a folder. Errors: those of `saveFolder`. */
  readonly 'order.saveFolder': Op<FolderInput, ChatOrder>;
  /** Errors: `history.notFound`. */
  readonly 'order.deleteFolder': Op<
    { readonly id: string },
    { readonly order: ChatOrder; readonly removed: RemovedFolder }
  >;
  /** Errors: those of `saveFolder`. */
  readonly 'order.restoreFolder': Op<RemovedFolder, ChatOrder>;
  /** All changes in one transaction. Errors: `history.notFound`, `request.invalid`. */
  readonly 'order.changeChats': Op<{ readonly changes: WantedChanges }, ChangedChats>;
  /** What a model may be asked about a new chat; null: nothing. Errors: `history.notFound`, `chat.spendingLimit`. */
  readonly 'title.take': Op<
    { readonly chatId: string; readonly monthlyLimitUsd: number | null; readonly worstUsd: number | null },
    TitleMaterial | null
  >;
  /** Keeps what it said, null: nothing, and what that cost. `askedAt` in milliseconds. Errors: `history.notFound`. */
  readonly 'title.finish': Op<
    {
      readonly chatId: string;
      readonly said: string | null;
      readonly endpointId: string;
      readonly price: ModelPrice | null;
      readonly usage: Usage | null;
      readonly askedAt: number;
    },
    Chat
  >;
}
