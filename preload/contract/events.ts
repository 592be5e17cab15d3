import type { CommandId } from './commands';
import type { EndpointInfo } from './endpoints';
import type { Chat, Message } from './history';
import type { MirrorState } from './mirror';
import type { NativeFacts } from './native';
import type { AppError } from './result';
import type { Settings } from './settings';
import type { HistoryState, VaultInfo } from './snapshot';
import type { TransferState } from './transfer';
import type { UpdateState } from './updates';

declare const payloadOf: unique symbol;

interface EventSpec<Payload> {
  readonly [payloadOf]?: Payload;
}

/** Declares one event by the type of its payload. Events are ours: typed, not parsed. */
const event = <Payload>(): EventSpec<Payload> => ({});

/** New text of a streaming answer. */
export interface TurnDelta {
  readonly chatId: string;
  readonly messageId: string;
  /** What it is text of: the reply, what the model thought before it, or the arguments of `call`. */
  readonly channel: 'text' | 'reasoning' | 'arguments';
  /** The call whose arguments these are; `at` is its place among the answer's calls, from 0. */
  readonly call?: { readonly at: number; readonly id: string; readonly name: string };
  /** Length of the text before this piece, in UTF-16 code units, so that a page that just loaded can tell what it has. */
  readonly offset: number;
  readonly text: string;
}

/** Something worth saying while a reply is awaited. */
export interface TurnRetry {
  readonly chatId: string;
  /** The answers that are awaited: those of one request. */
  readonly messageIds: readonly string[];
  /** The retry about to be made, from 1. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** What made it necessary. */
  readonly error: AppError;
}

/** Every event that main sends to the page. */
export const events = {
  'settings.changed': event<Settings>(),
  'endpoints.changed': event<{
    readonly endpoints: readonly EndpointInfo[];
    readonly endpointId: string | null;
  }>(),
  /** The endpoint's server lists other models than it did. */
  'models.changed': event<{ readonly endpointId: string }>(),
  'vault.changed': event<VaultInfo>(),
  'history.changed': event<HistoryState>(),
  'chat.changed': event<Chat>(),
  /** Several chats are not what they were, or (by their ids) gone to the Trash. Very many are told in pieces, all but the last with `hasMore`. */
  'chats.changed': event<{
    readonly chats: readonly Chat[];
    readonly removedIds: readonly string[];
    readonly hasMore: boolean;
  }>(),
  'chat.removed': event<{ readonly chatId: string }>(),
  'message.changed': event<Message>(),
  'turn.started': event<{ readonly chatId: string }>(),
  'turn.delta': event<readonly TurnDelta[]>(),
  'turn.retry': event<TurnRetry>(),
  'turn.ended': event<{ readonly chatId: string }>(),
  /** What the desktop has, or what is set there, is not what it was. */
  'native.changed': event<NativeFacts>(),
  /** The chats with a reply that nobody has looked at yet. */
  'unread.changed': event<{ readonly chatIds: readonly string[] }>(),
  /** The mirror folder has another state. */
  'mirror.changed': event<MirrorState>(),
  /** There is a new version, or bringing it in went on or failed. */
  'update.changed': event<UpdateState>(),
  /** An import or export was picked, went on or ended. */
  'transfer.changed': event<TransferState>(),
  /** The system asks for something to be opened: `app.takeOpened` has it. */
  'app.opened': event<null>(),
  /** A command of the application menu for the page to carry out. */
  'menu.command': event<{ readonly command: CommandId }>(),
} as const;

/** The name of an event. */
export type EventName = keyof typeof events;
/** What an event carries. */
export type EventPayload<E extends EventName> = (typeof events)[E] extends EventSpec<infer P> ? P : never;
