/** A chat in the Trash. */
export interface TrashedChat {
  readonly id: string;
  readonly title: string;
  /** When it was deleted, in milliseconds since the epoch. */
  readonly trashedAt: number;
}

/** Where the next page of the Trash begins. */
export interface TrashCursor {
  readonly trashedAt: number;
  readonly id: string;
}

/** Chats in the Trash, latest deleted first. */
export interface TrashPage {
  readonly chats: readonly TrashedChat[];
  /** Null: there are no more. */
  readonly cursor: TrashCursor | null;
  /** How many there are altogether. */
  readonly total: number;
}

/** A day in milliseconds. */
export const DAY_MS = 24 * 60 * 60 * 1000;
