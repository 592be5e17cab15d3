import { Notification } from 'electron';
import type { NoticeText } from './notice-text';

/** Notifications of the system about replies, at most one for each chat. */
export class ReplyNotices {
  readonly #shown = new Map<string, Notification>();
  readonly #open: (chatId: string) => void;

  /** @param open shows the chat whose notification was clicked. */
  constructor(open: (chatId: string) => void) {
    this.#open = open;
  }

  /** Shows one, in place of an earlier one of the chat. Where the system has none, nothing happens. */
  show(chatId: string, { title, body }: NoticeText): void {
    if (!Notification.isSupported()) return;
    this.#close(chatId);
    const notice = new Notification({ title, body });
    // Kept: one that is collected takes its click with it.
    this.#shown.set(chatId, notice);
    notice.on('click', () => this.#open(chatId));
    notice.on('close', () => {
      if (this.#shown.get(chatId) === notice) this.#shown.delete(chatId);
    });
    notice.show();
  }

  /** Takes away those of other chats than these. */
  keepOnly(chatIds: readonly string[]): void {
    for (const chatId of [...this.#shown.keys()]) if (!chatIds.includes(chatId)) this.#close(chatId);
  }

  #close(chatId: string): void {
    const notice = this.#shown.get(chatId);
    this.#shown.delete(chatId);
    notice?.close();
  }
}
