/** What it needs to know which replies were read. */
interface UnreadDeps {
  /** Whether somebody looks at the chat now. */
  readonly isSeen: (chatId: string) => boolean;
  readonly onChange: (chatIds: readonly string[]) => void;
}

/** Chats with a reply that ended while nobody looked at them. */
export class Unread {
  readonly #deps: UnreadDeps;
  readonly #chatIds = new Set<string>();

  constructor(deps: UnreadDeps) {
    this.#deps = deps;
  }

  get chatIds(): readonly string[] {
    return [...this.#chatIds];
  }

  /** Those of the last run, unless somebody looks at them already. */
  bringBack(chatIds: readonly string[]): void {
    const unseen = chatIds.filter((chatId) => !this.#chatIds.has(chatId) && !this.#deps.isSeen(chatId));
    for (const chatId of unseen) this.#chatIds.add(chatId);
    if (unseen.length > 0) this.#deps.onChange(this.chatIds);
  }

  /** A reply has ended in the chat. */
  note(chatId: string): void {
    if (this.#chatIds.has(chatId) || this.#deps.isSeen(chatId)) return;
    this.#chatIds.add(chatId);
    this.#deps.onChange(this.chatIds);
  }

  /** Another chat, or another window, may be looked at now. */
  look(): void {
    this.#forget(this.chatIds.filter((chatId) => this.#deps.isSeen(chatId)));
  }

  /** The chats are gone. */
  forget(chatIds: readonly string[]): void {
    this.#forget(chatIds.filter((chatId) => this.#chatIds.has(chatId)));
  }

  #forget(chatIds: readonly string[]): void {
    for (const chatId of chatIds) this.#chatIds.delete(chatId);
    if (chatIds.length > 0) this.#deps.onChange(this.chatIds);
  }
}
