import type { Attachment } from './attachments';
import type { PromptEstimate, ReceivedHead, RepeatedAnswer, SentRequest } from './exchange';
import type { ChatOptions, GenerationParams } from './parameters';
import type { MessagePart } from './parts';
import type { ModelPrice } from './price';
import type { ReadingPlace } from './reading-place';
import type { AppError } from './result';
import type { WrittenRole } from './roles';

/**
 * Who speaks, as the API names it. Newer OpenAI models take `developer` where older ones take `system`; `tool` is who
 * answers a call.
 */
export type Role = WrittenRole | 'tool';

/** `streaming` until the reply ended; a message found `streaming` at start becomes `interrupted`. */
export type MessageStatus = 'streaming' | 'complete' | 'stopped' | 'interrupted' | 'failed';

/** Why the model stopped, as the API says it; other servers send other words. */
export type FinishReason = string;

/** Tokens as the server counted them. */
export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly totalTokens: number;
  /** Prompt tokens that the server read from its cache; absent where it does not tell. */
  readonly cachedTokens?: number;
  /** Prompt tokens that the server wrote to its cache; absent where it does not tell. */
  readonly cacheWriteTokens?: number;
}

/** Milliseconds since the request was handed to the SDK. */
export interface Timings {
  /** To the head of the server's answer: the way there, and the time in its queue. */
  readonly headersMs: number | null;
  readonly firstTokenMs: number | null;
  readonly totalMs: number;
}

/** What is known of an answer beside its text. */
export interface AnswerFacts {
  /** Answers of one request (n > 1) share it. */
  readonly turnId: string;
  readonly endpointId: string;
  /** Answers made to be compared share it, though each has a request of its own. Null or absent: none. */
  readonly comparisonId?: string | null;
  /** The model asked for. */
  readonly model: string;
  /** The model that answered, as the server names it. */
  readonly answeredModel: string | null;
  /** The settings the request was made with, so that it can be shown again. */
  readonly params: GenerationParams;
  /** The message whose text this answer goes on from (Continue), if any. */
  readonly continuesId: string | null;
  /** First message of the path that was sent; older ones did not fit and were left out. Null: all were sent. */
  readonly sentFromId: string | null;
  /** Messages before that one that were sent all the same, oldest first. Absent: none. */
  readonly keptIds?: readonly string[];
  /** The images of its messages were left out: the model takes none. Absent: they were sent. */
  readonly withoutImages?: true;
  /** Tokens whose probabilities are kept with the answer. Absent: none. */
  readonly logprobTokens?: number;
  readonly finishReason: FinishReason | null;
  /** Of the whole request: answers of one request share it. */
  readonly usage: Usage | null;
  /** What the request can cost at most, in US dollars. Absent: not known. */
  readonly worstUsd?: number;
  /** What tokens cost when it was asked; null: not known. Absent in histories from before this was kept. */
  readonly price?: ModelPrice | null;
  readonly systemFingerprint: string | null;
  readonly requestId: string | null;
  readonly timings: Timings | null;
  readonly error: AppError | null;
  readonly estimate: PromptEstimate | null;
  /** What was sent for it; null in histories from before this was kept. */
  readonly sent: SentRequest | null;
  /** Null when no answer came, and when the app ended before it was written down. */
  readonly received: ReceivedHead | null;
  /** Set where the request of an earlier answer was made once more as it was. */
  readonly repeats: RepeatedAnswer | null;
}

/** An immutable node of a chat's tree. Only a `streaming` answer still changes, until its one last write. */
export interface Message {
  readonly id: string;
  readonly chatId: string;
  readonly parentId: string | null;
  readonly role: Role;
  readonly status: MessageStatus;
  /** The API's `name` of who speaks; null or absent: none. */
  readonly name?: string | null;
  readonly parts: readonly MessagePart[];
  /** Stays in the context when older messages are left out. Absent: no. Beside the message, which never changes. */
  readonly pinned?: boolean;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Null for messages that no model made. */
  readonly answer: AnswerFacts | null;
}

/** A message on the path to the chat's current leaf, with what stands beside it in the tree. */
export interface TranscriptEntry {
  readonly message: Message;
  /** Children of the same parent in the order they were made, this one included. */
  readonly siblingIds: readonly string[];
  /**
   * All answers of the same request or comparison, this one included, when there is more than one; else empty. A failed
   * answer without text gives way to the one that repeats its request.
   */
  readonly answers: readonly Message[];
}

/** A stretch of a chat's path, oldest first. Ask `chat.stretch` for others. */
export interface TranscriptPage {
  readonly entries: readonly TranscriptEntry[];
  /** Messages of the path before the first entry. */
  readonly from: number;
  /** Messages of the whole path. */
  readonly length: number;
}

/** A chat as the list shows it. */
export interface Chat {
  readonly id: string;
  readonly title: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly leafId: string | null;
  readonly options: ChatOptions;
  /** Null while nothing is known to have been paid. */
  readonly cost: ChatCost | null;
  /** Stays at the top of the list. Absent: it does not. */
  readonly isPinned?: true;
  /** Put away from the list. Absent: it is not. */
  readonly isArchived?: true;
  /** The folder it is in. Absent: none. */
  readonly folderId?: string;
  /** By name. Absent: none. */
  readonly tags?: readonly string[];
}

/** What all requests of a chat have cost, those of other branches included. */
export interface ChatCost {
  readonly usd: number;
  /** False when there are requests whose price or usage is not known: it cost at least this. */
  readonly isWhole: boolean;
}

/** A page of the chat list, latest change first. */
export interface ChatPage {
  readonly chats: readonly Chat[];
  /** Hand back to `chat.list` for the next page; null at the end. */
  readonly cursor: ChatCursor | null;
}

/** Keyset position in the chat list. */
export interface ChatCursor {
  readonly updatedAt: number;
  readonly id: string;
  /** True among the pinned chats, which come before the others. */
  readonly isPinned?: true | undefined;
}

/** What was typed and not sent; for the chat that does not exist yet, also its options. */
export interface Draft {
  readonly text: string;
  /** What stands beside the text. Absent: nothing. */
  readonly attachments?: readonly Attachment[];
  /** Whose message it is. Absent: the user's. */
  readonly role?: WrittenRole;
  /** What was typed as the name, be it one that the API takes or not. Absent: its field is not shown. */
  readonly name?: string;
  readonly options: ChatOptions | null;
}

/** What was typed as the result of a call, and not sent. */
export interface ResultDraft {
  readonly messageId: string;
  readonly callId: string;
  readonly text: string;
}

/** What was changed in the editor of an earlier message, and not sent. */
export interface EditDraft {
  readonly messageId: string;
  /** Null: as it stands in the message. */
  readonly text: string | null;
  /** Absent: as in the message. */
  readonly attachments?: readonly Attachment[];
  /** Absent: as in the message. */
  readonly name?: string;
}

/** A chat opened on the page. */
export interface OpenedChat {
  readonly chat: Chat;
  readonly transcript: TranscriptPage;
  readonly draft: Draft | null;
  /** Absent: none. */
  readonly resultDrafts?: readonly ResultDraft[];
  /** Absent: none. */
  readonly editDrafts?: readonly EditDraft[];
  /** Where it was left, when it is opened there. Absent: at its end. */
  readonly place?: ReadingPlace;
}
