/** Longest text that a link may bring, in UTF-16 code units. */
export const MAX_LINKED_TEXT = 100_000;

/** What the system asked Parlance to open since the page asked last. */
export interface OpenedFromOutside {
  /** Texts that links want to be asked. They are shown first, and sent by nobody but the person. */
  readonly prompts: readonly string[];
  /** Files for a message, in the order in which they were opened. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
  /** True where exports of chats were opened and picked for an import. */
  readonly isImport: boolean;
  /** Names of files that could not be read. */
  readonly unread: readonly string[];
}
