import type { Attachment, AttachmentBytes, AttachmentRef } from '../../preload/contract/attachments';
import type { ContextEstimate } from '../../preload/contract/context-estimate';
import type { AnswerRecord, PlannedRequest } from '../../preload/contract/exchange';
import type { ChatPage, Message, OpenedChat, Role } from '../../preload/contract/history';
import type { TokenChance } from '../../preload/contract/logprobs';
import type { ChatOptions } from '../../preload/contract/parameters';
import type { ModelPrice } from '../../preload/contract/price';
import type { Result } from '../../preload/contract/result';
import type { CountingRule } from './counting-rule';
import type { Op } from './op';
import type { Prompt } from './prompt-message';
import type { PromptOps } from './prompts/protocol-prompts';
import type { FinishedAnswer, JournalPiece } from './protocol-answers';
import type { BudgetOps } from './protocol-budget';
import type { ChatOps } from './protocol-chats';
import type { ContextQuestion } from './protocol-context';
import type { DataOps } from './protocol-data';
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
  extends ChatOps,
    SearchOps,
    BudgetOps,
    DataOps,
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
  /** Answers with the first chats as they are in the end, where they are wanted and could have been written to. */
  readonly 'history.close': Op<{ readonly firstChats: number } | null, ChatPage | null>;
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
