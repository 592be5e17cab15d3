import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { MAX_FILE_BYTES } from '../../preload/contract/attachments';
import type { OpenedFromOutside } from '../../preload/contract/opened';
import type { Opened } from '../app/opened';

/** What exports of chats are called; what they hold decides. */
const MAY_BE_EXPORT = /\.(?:parlance|zip|json|jsonl)$/i;

/** What taking needs. */
export interface TakeOpenedDeps {
  readonly take: () => readonly Opened[];
  /** Picks files for an import; false: they are no exports of chats. */
  readonly offer: (paths: readonly string[]) => Promise<boolean>;
}

type TakenFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> | null };

const read = async (file: string): Promise<TakenFile> => {
  const name = path.basename(file);
  try {
    const { size } = await stat(file);
    return { name, bytes: size > MAX_FILE_BYTES ? null : new Uint8Array(await readFile(file)) };
  } catch {
    return { name, bytes: null };
  }
};

/** Takes what was opened from outside: exports of chats are picked for an import, other files are read for a message. */
export const takeOpened = async ({ take, offer }: TakeOpenedDeps): Promise<OpenedFromOutside> => {
  const opened = take();
  const paths = opened.flatMap((each) => (each.kind === 'file' ? [each.path] : []));
  const isImport =
    paths.length > 0 &&
    paths.every((file) => MAY_BE_EXPORT.test(file)) &&
    (await offer(paths).catch(() => false));
  const files = isImport ? [] : await Promise.all(paths.map(read));
  return {
    goTo: opened.findLast((each) => each.kind === 'chat') ?? null,
    prompts: opened.flatMap((each) => (each.kind === 'prompt' ? [each.text] : [])),
    files: files.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }])),
    isImport,
    unread: files.flatMap(({ name, bytes }) => (bytes === null ? [name] : [])),
  };
};
