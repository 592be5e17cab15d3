import path from 'node:path';
import * as z from 'zod/mini';
import { uuid } from '../../preload/contract/bounds';
import { diskFiles } from '../storage/durable-files';
import { type JsonStore, openJsonStore, type ParsedJson } from '../storage/json-store';
import { oneAtATime } from '../storage/one-at-a-time';

/** `unread.json`: chats with a reply that nobody has looked at. Ids say nothing of a chat. */
interface UnreadState {
  readonly chatIds: readonly string[];
}

const unreadState = z.object({ chatIds: z.array(uuid) });

const parse = (json: unknown): ParsedJson<UnreadState> => {
  const parsed = unreadState.safeParse(json);
  return parsed.success
    ? { value: parsed.data, isWhole: true }
    : { value: { chatIds: [] }, isWhole: json === undefined };
};

/** Keeps which chats are unread from one run to the next. What cannot be kept costs a mark, and is no trouble. */
export class UnreadFile {
  readonly #folder: string;
  readonly #oneAtATime = oneAtATime();
  #store: JsonStore<UnreadState> | null = null;
  #latest: readonly string[] = [];

  constructor(profileDir: string) {
    this.#folder = profileDir;
  }

  /** Those of the last run. Never rejects. */
  load(): Promise<readonly string[]> {
    return this.#oneAtATime(async () => (await this.#open()).value.chatIds).catch(() => []);
  }

  /** Keeps these from now on; of many at once the last. */
  save(chatIds: readonly string[]): void {
    this.#latest = chatIds;
    void this.#oneAtATime(async () => {
      if (this.#latest === chatIds) await (await this.#open()).write({ chatIds });
    }).catch(() => undefined);
  }

  /** Resolves when what was to be kept is. Never rejects. */
  settled(): Promise<void> {
    return this.#oneAtATime(async () => undefined);
  }

  async #open(): Promise<JsonStore<UnreadState>> {
    // Not by electron-store: it takes long to load, and this is written while replies come.
    const write = (value: object) =>
      diskFiles.write(path.join(this.#folder, 'unread.json'), JSON.stringify(value));
    this.#store ??= await openJsonStore({ folder: this.#folder, name: 'unread', parse, write });
    return this.#store;
  }
}
