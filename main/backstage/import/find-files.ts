import { MAX_FILE_BYTES, MAX_IMAGE_BYTES } from '../../../preload/contract/attachments';
import { readImageHeader } from '../../../preload/contract/image-header';
import type { ImagePart, MessagePart } from '../../../preload/contract/parts';
import { Failure } from '../../../preload/contract/result';
import { addAttachment } from '../attachments/add-attachment';
import { keepBlob } from '../attachments/blobs';
import type { Database } from '../database/database';
import { Pacer } from './pacer';
import { type OnBytes, readChunks } from './read-values';
import type { Left, SourceChat, SourceFilePart, SourcePart } from './source-chat';
import type { SourceFile } from './source-file';

/** Files by the names that chats call them by. */
export type FileIndex = ReadonlyMap<string, SourceFile>;

/** ChatGPT's ids stand at the beginning of its files' names: `file-AbC-photo.png`, `file_0123-sanitized.jpeg`, `file-AbC.dat`. */
const ID = /^file[-_][A-Za-z0-9]+/;

const namesOf = (path: string): readonly string[] => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  return [path, name, stem, ...(ID.exec(name) ?? [])];
};

/** Lists the files beside the chats. Of two with the same name the first counts. */
export const indexFiles = (files: readonly SourceFile[]): FileIndex => {
  const index = new Map<string, SourceFile>();
  for (const file of files)
    for (const name of namesOf(file.name)) if (!index.has(name)) index.set(name, file);
  return index;
};

/** The bytes of a file; null when there are too many. */
export const bytesOf = async (file: SourceFile, onBytes: OnBytes): Promise<Buffer | null> => {
  if (file.size > MAX_FILE_BYTES) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(file, onBytes)) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** As `bytesOf`, and null for a file that is damaged: the chat that it belongs to is not. */
const soundBytes = async (file: SourceFile, onBytes: OnBytes): Promise<Buffer | null> => {
  try {
    return await bytesOf(file, onBytes);
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'transfer.brokenZip') return null;
    throw thrown;
  }
};

const dataOf = (url: string): Buffer | null => {
  const [, data] = /^data:[^,]{0,200};base64,([\s\S]*)$/.exec(url) ?? [];
  return data === undefined ? null : Buffer.from(data, 'base64');
};

/** Keeps an image as it is; null when it is none, or too large to be sent. */
const keepImage = (database: Database, bytes: Buffer, name: string, now: number): ImagePart | null => {
  const header = readImageHeader(bytes);
  if (header === null || bytes.length > MAX_IMAGE_BYTES) return null;
  const { mime, width, height } = header;
  const { hash } = database.writeRelaxed((writer) =>
    keepBlob(writer, { mime, bytes, size: { width, height } }, now),
  );
  return { type: 'image', hash, name, mime, size: bytes.length, width, height, detail: 'auto' };
};

/** What a chat's files are looked up in and kept by. */
export interface FileFinder {
  readonly database: Database;
  readonly index: FileIndex;
  readonly onBytes: OnBytes;
  readonly clock: () => number;
}

const find = async (finder: FileFinder, part: SourceFilePart): Promise<MessagePart | null> => {
  const { database, index, onBytes, clock } = finder;
  const file = index.get(part.ref);
  const bytes = part.ref.startsWith('data:')
    ? dataOf(part.ref)
    : file
      ? await soundBytes(file, onBytes)
      : null;
  if (bytes === null) return null;
  const image = keepImage(database, bytes, part.name, clock());
  if (image !== null || part.isImage) return image;
  try {
    return await addAttachment(database, { name: part.name, mime: '', bytes }, clock);
  } catch (thrown) {
    // Neither an image nor anything that could be read as text.
    if (thrown instanceof Failure && thrown.code === 'attachment.refused') return null;
    throw thrown;
  }
};

/** A chat whose files were found, and what was not. */
export interface ChatWithFiles {
  readonly chat: SourceChat<MessagePart>;
  readonly left: readonly Left[];
  readonly imageCount: number;
}

/** Looks up the files of a chat and keeps them. What is not found is named in its place. */
export const findFiles = async (finder: FileFinder, chat: SourceChat): Promise<ChatWithFiles> => {
  const left: Left[] = [...chat.left];
  let imageCount = 0;
  const resolve = async (part: SourcePart): Promise<MessagePart> => {
    if (part.type !== 'sourceFile') return part;
    const found = await find(finder, part);
    if (found?.type === 'image') imageCount += 1;
    if (found !== null) return found;
    left.push(part.isImage ? 'missingImage' : 'missingFile');
    return { type: 'text', text: `\n\n[${part.name}]` };
  };
  const messages: SourceChat<MessagePart>['messages'][number][] = [];
  const pacer = new Pacer();
  for (const message of chat.messages) {
    if (pacer.isDue) await pacer.pause();
    const parts: MessagePart[] = [];
    // One after the other: each may be many megabytes.
    for (const part of message.parts) parts.push(await resolve(part));
    messages.push({ ...message, parts });
  }
  return { chat: { ...chat, messages }, left, imageCount };
};
