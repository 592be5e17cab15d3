/** Longest text that a link may bring, in UTF-16 code units. */
export const MAX_LINKED_TEXT = 100_000;

/** What was to be opened from outside of the page since it asked last. */
export interface OpenedFromOutside {
  /** Texts that links want to be asked. They are shown first, and sent by nobody but the person. */
  readonly prompts: readonly string[];
  /** The chat to show; `chatId` null: a new one. Null: the one that is shown. */
  readonly goTo: { readonly chatId: string | null } | null;
  /** Files for a message, in the order in which they were opened. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
  /** True where exports of chats were opened and picked for an import. */
  readonly isImport: boolean;
  /** Names of files that could not be read. */
  readonly unread: readonly string[];
}
