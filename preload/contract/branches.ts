import type { OpenedChat, Role } from './history';

/**
 * A stretch of a chat's tree without a fork: from a message that stands beside others (or the first one) down to the
 * next fork or the end.
 */
export interface Branch {
  /** Its first message; what it is known by. */
  readonly id: string;
  /** Its last message: a fork or a leaf. */
  readonly endId: string;
  /** The branch it hangs from, by its place in the list, which is before its own. Null: from none. */
  readonly parent: number | null;
  /** Of the first message. */
  readonly role: Role;
  readonly messageCount: number;
  /** Of the last message, in milliseconds since the epoch. */
  readonly endedAt: number;
  /** Whether the chat's path goes through it. */
  readonly isOnPath: boolean;
}

/** The beginning of a message. */
export interface MessageBeginning {
  readonly id: string;
  readonly text: string;
}

/** A branch that was moved into a chat of its own, and what takes it back. */
export interface MovedBranch {
  readonly opened: OpenedChat;
  readonly undo: {
    readonly chatId: string;
    readonly messageId: string;
    /** Where it was. */
    readonly toChatId: string;
    readonly parentId: string | null;
    /** The former end of that chat's path. */
    readonly leafId: string | null;
  };
}
