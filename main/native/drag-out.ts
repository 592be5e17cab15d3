import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { nativeImage, type WebContents } from 'electron';
import icon from '../../build/icons/32x32.png?inline';
import type { History } from '../history/history';
import { exportName } from '../transfer/export-name';

/** Chats as files for other apps to take: below the profile, for as long as the app runs. */
export class DragOut {
  readonly #folder: string;
  readonly #history: Pick<History, 'call'>;

  constructor(profileDir: string, history: Pick<History, 'call'>) {
    this.#folder = path.join(profileDir, 'dragged');
    this.#history = history;
  }

  /** Writes chats as Markdown and goes on with a drag of the page as a drag of those files. */
  async begin(page: WebContents, chatIds: readonly string[]): Promise<void> {
    const folder = path.join(this.#folder, randomUUID());
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const files: string[] = [];
    for (const chatId of chatIds) files.push(await this.#write(folder, chatId, files));
    const [file] = files;
    if (file === undefined || page.isDestroyed()) return;
    page.startDrag({ file, files, icon: nativeImage.createFromDataURL(icon) });
  }

  /** Removes them all: when the app starts, as an earlier run may have been killed, and when it ends. */
  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #write(folder: string, chatId: string, others: readonly string[]): Promise<string> {
    const { chat } = await this.#history.call('chat.open', { chatId, limit: 1 });
    const name = exportName(chat.title, null);
    const plain = path.join(folder, `${name}.md`);
    const file = others.includes(plain) ? path.join(folder, `${name} (${others.length + 1}).md`) : plain;
    await this.#history.call('transfer.exportChat', { chatId, format: 'markdown', file });
    return file;
  }
}
