import type { Attachment, AttachmentBytes, AttachmentRef } from '../../preload/contract/attachments';
import type { AnswerRecord, PlannedRequest } from '../../preload/contract/exchange';
import type {
  Chat,
  ChatPage,
  ContextEstimate,
  Draft,
  Message,
  OpenedChat,
  Role,
  TranscriptPage,
} from '../../preload/contract/history';
import type { TokenChance } from '../../preload/contract/logprobs';
import type { ChatOptions } from '../../preload/contract/parameters';
import type { PathChange } from '../../preload/contract/path-change';
import type { ModelPrice } from '../../preload/contract/price';
import type { RequestInput } from '../../preload/contract/requests';
import type { Result } from '../../preload/contract/result';
import type { CountingRule } from './counting-rule';
import type { ChatPageQuestion } from './history/chat-page';
import type { Op } from './op';
import type { Prompt } from './prompt-message';
import type { PromptOps } from './prompts/protocol-prompts';
import type { FinishedAnswer, JournalPiece } from './protocol-answers';
import type { BudgetOps } from './protocol-budget';
import type { ContextQuestion } from './protocol-context';
import type { HistoryPlace, KeepingOps, OpenReport } from './protocol-keeping';
import type { MirrorOps } from './protocol-mirror';
import type { OrganiseOps } from './protocol-organise';
import type { TransferOps } from './protocol-transfer';
import type { SearchOps } from './search/search-ops';

/** What a turn hangs from. */
export type TurnOrigin =
  /** `chatId` null makes a new chat; `parentId` undefined is the current leaf, null the root. */
  | {
      readonly kind: 'send';
      readonly chatId: string | null;
      readonly parentId?: string | null | undefined;
      readonly text: string;
      /** Whose message it is; undefined: the user's. */
      readonly role?: Role | undefined;
      readonly name?: string | undefined;
      readonly attachments?: readonly AttachmentRef[] | undefined;
    }
  | { readonly kind: 'regenerate'; readonly chatId: string; readonly messageId: string }
  | { readonly kind: 'continue'; readonly chatId: string; readonly messageId: string }
  /** A reply to a message that is there already. */
  | { readonly kind: 'answer'; readonly chatId: string; readonly messageId: string };

/** One request of a turn, as main plans it. */
export interface TurnVariant {
  readonly options: ChatOptions;
  readonly endpointId: string;
  readonly rule: CountingRule;
  /** Written down with the answers, so that it is known even if the app dies before they end. */
  readonly request: PlannedRequest;
  /** What its tokens cost now; null: not known. */
  readonly price: ModelPrice | null;
}

/** What a month may cost at most, in US dollars; null or absent: there is no limit. */
interface SpendingLimit {
  readonly monthlyLimitUsd?: number | null;
}

/** Input of `turn.begin`. */
export interface TurnRequest extends TurnVariant, SpendingLimit {
  readonly origin: TurnOrigin;
  /** What a chat that is made with the turn goes on with; absent: with what this turn is asked with. */
  readonly chatOptions?: ChatOptions;
}

/** Input of `turn.compare`. */
export interface ComparisonRequest extends SpendingLimit {
  readonly origin: TurnOrigin;
  /** What a chat that is made with the comparison goes on with. */
  readonly chatOptions: ChatOptions;
  readonly variants: readonly TurnVariant[];
}

/** One request written down and ready to be made: nothing was sent yet. Its prompt holds what fits. */
export interface BegunRequest extends Prompt {
  /** The placeholders, one per answer, in the order of the API's choice index. */
  readonly answers: readonly Message[];
}

/** A turn of one request, written down. */
export interface BegunTurn extends BegunRequest {
  readonly opened: OpenedChat;
}

/** A turn of several requests, written down; they stand in the order of the variants. */
export interface BegunComparison {
  readonly opened: OpenedChat;
  readonly requests: readonly BegunRequest[];
}

/** A turn that makes an earlier answer's request once more. */
export interface RepeatedTurn {
  readonly begun: BegunTurn;
  readonly request: PlannedRequest;
}

/** A message by its chat and its own id. */
interface MessageOfChat {
  readonly chatId: string;
  readonly messageId: string;
}

/** Every operation of backstage: the whole of what main can ask it. Ours on both sides: typed, not parsed. */
export interface BackstageOps
  extends SearchOps,
    BudgetOps,
    TransferOps,
    OrganiseOps,
    KeepingOps,
    MirrorOps,
    PromptOps {
  /**
   * Opens (or makes) the database. `liveMessageIds` are answers still streaming in main after a restart of
   * backstage: they are not marked interrupted. `isUpdate`: another version of
   * the app wrote it last. Errors: `history.damaged` (not a database, or the wrong key).
   */
  readonly 'history.open': Op<
    HistoryPlace & { readonly liveMessageIds: readonly string[]; readonly isUpdate?: boolean },
    OpenReport
  >;
  readonly 'history.close': Op<null, null>;
  readonly 'chat.page': Op<ChatPageQuestion, ChatPage>;
  readonly 'chat.open': Op<{ readonly chatId: string; readonly limit: number }, OpenedChat>;
  readonly 'chat.earlier': Op<
    { readonly chatId: string; readonly before: string; readonly limit: number },
    TranscriptPage
  >;
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
  /** Makes the newest leaf under `messageId` the chat's current one. */
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
   * `chatId` null: the chat that does not exist yet. An empty text without options and attachments removes the draft.
   * Errors: `history.notFound` (an attachment that the history does not hold).
   */
  readonly 'draft.save': Op<
    {
      readonly chatId: string | null;
      readonly text: string;
      readonly options: ChatOptions | null;
      readonly attachments?: readonly AttachmentRef[] | undefined;
    },
    null
  >;
  /** Errors: `history.notFound`. */
  readonly 'draft.saveResult': Op<RequestInput<'chat.saveResultDraft'>, null>;
  readonly 'draft.read': Op<{ readonly chatId: string | null }, Draft | null>;
  /**
   * Writes the user's message and the answers' placeholders, moves the leaf, clears the draft: one transaction.
   * Errors: `chat.emptyMessage`, `chat.contextTooLong` (nothing was written), `history.notFound`.
   */
  readonly 'turn.begin': Op<TurnRequest, BegunTurn>;
  /**
   * The same for answers to be compared, each variant with a request of its own: all or nothing is written. The first
   * answer becomes the leaf; an existing chat keeps its options. `chat.contextTooLong` names the variant in its detail
   * (`variant`, from 0).
   */
  readonly 'turn.compare': Op<ComparisonRequest, BegunComparison>;
  /**
   * Writes down placeholders beside an answer whose request is made once more, exactly as it was. Errors:
   * `history.notFound`, `chat.busy` (the answer still streams), `request.invalid` (no request made it).
   */
  readonly 'turn.repeat': Op<
    { readonly chatId: string; readonly messageId: string } & SpendingLimit,
    RepeatedTurn
  >;
  readonly 'turn.journal': Op<{ readonly pieces: readonly JournalPiece[] }, null>;
  readonly 'turn.finish': Op<FinishedAnswer, Message>;
  /** The endpoint that an answer came from. Errors: `history.notFound`, `request.invalid` (no request made it). */
  readonly 'answer.endpoint': Op<
    { readonly chatId: string; readonly messageId: string },
    { readonly endpointId: string }
  >;
  /** The exact JSON of an answer. Errors: `history.notFound`, `request.invalid` (no request made it). */
  readonly 'answer.record': Op<{ readonly chatId: string; readonly messageId: string }, AnswerRecord>;
  /** The probabilities that an answer's tokens came with; none where they were not asked for. Errors: `history.notFound`. */
  readonly 'answer.logprobs': Op<MessageOfChat, readonly TokenChance[]>;
  /** What could have stood in the place of the token `at` (from 0), likeliest first. Errors: `history.notFound`. */
  readonly 'answer.alternatives': Op<MessageOfChat & { readonly at: number }, readonly TokenChance[]>;
  /**
   * Writes a text beside an answer, to be gone on from. Errors: `history.notFound`, `chat.busy` (the answer still streams),
   * `request.invalid` (it is no answer).
   */
  readonly 'answer.branchText': Op<MessageOfChat & { readonly text: string }, { readonly messageId: string }>;
  readonly 'context.estimate': Op<ContextQuestion, ContextEstimate>;
  /**
   * Takes a file in: an image, or what has a text. Its bytes are kept once and go when no message and no draft holds them
   * for a day. Errors: `attachment.refused`, whose `detail.reason` is an `AttachmentProblem`.
   */
  readonly 'attachment.add': Op<
    { readonly name: string; readonly mime: string; readonly bytes: Uint8Array },
    Attachment
  >;
  /** Bytes by their hash. Errors: `history.notFound`. */
  readonly 'attachment.read': Op<{ readonly hash: string }, AttachmentBytes>;
  /** The very text that the legacy Completions endpoint would be asked with; null for chat, which has messages. */
  readonly 'context.transcript': Op<ContextQuestion, string | null>;
}

/** The name of an operation. */
export type OpName = keyof BackstageOps;
/** What an operation takes. */
export type OpInput<N extends OpName> = BackstageOps[N]['input'];
/** What an operation answers with. */
export type OpOutput<N extends OpName> = BackstageOps[N]['output'];

/** Main → backstage. */
export interface OpCall {
  readonly id: number;
  readonly op: OpName;
  readonly input: unknown;
}

/** Backstage → main. Calls are answered in any order. */
export interface OpReply {
  readonly id: number;
  readonly result: Result<unknown>;
}
