import * as z from 'zod/mini';
import { modelId, requiredText, uuid } from './bounds';
import { MAX_CHANGED } from './change-groups';

/** A folder of chats. */
export interface Folder {
  readonly id: string;
  readonly name: string;
  /** Null: it stands at the top. */
  readonly parentId: string | null;
  /** Chats in it that are neither archived nor in the Trash; those of folders below it are not counted. */
  readonly chatCount: number;
}

/** A tag that chats have. */
export interface TagCount {
  readonly name: string;
  readonly chatCount: number;
}

/** What the chats can be ordered by. */
export interface ChatOrder {
  readonly folders: readonly Folder[];
  /** By name. */
  readonly tags: readonly TagCount[];
  /** Models that have answered, the most chats first. */
  readonly models: readonly string[];
}

/** Most folders and tags there can be: a person looks through them. */
export const MAX_FOLDERS = 500;
export const MAX_TAGS = 500;
/** Folders within folders, the topmost counted. */
export const MAX_FOLDER_DEPTH = 8;

/** A folder's name. */
const folderName = requiredText(100);
/** A tag. */
const tagName = requiredText(50);

const tags = z.array(tagName).check(z.maxLength(50));

/** A folder to be made (`id` null), or to be renamed and moved. */
export const folderInput = z.strictObject({
  id: z.nullable(uuid),
  name: folderName,
  parentId: z.nullable(uuid),
});

/** A folder to be made or changed. */
export type FolderInput = Readonly<z.infer<typeof folderInput>>;

/** A folder that was removed, and what stood in it: enough to put it back. */
export const removedFolder = z.strictObject({
  id: uuid,
  name: folderName,
  parentId: z.nullable(uuid),
  folderIds: z.array(uuid).check(z.maxLength(MAX_FOLDERS)),
  chatIds: z.array(uuid).check(z.maxLength(1_000_000)),
});

/** A folder that was removed, and what stood in it. */
export type RemovedFolder = Readonly<z.infer<typeof removedFolder>>;

/** What is done with chats, one or many. */
const chatChange = z.discriminatedUnion('kind', [
  /** `folderId` null takes them out of their folders. */
  z.strictObject({ kind: z.literal('move'), folderId: z.nullable(uuid) }),
  z.strictObject({ kind: z.literal('tag'), add: tags, remove: tags }),
  z.strictObject({ kind: z.literal('pin'), isPinned: z.boolean() }),
  z.strictObject({ kind: z.literal('archive'), isArchived: z.boolean() }),
  z.strictObject({ kind: z.literal('trash'), isTrashed: z.boolean() }),
]);

/** What is done with chats. */
export type ChatChange = Readonly<z.infer<typeof chatChange>>;

/** Chats that something is done with together. */
const chatIds = z.array(uuid).check(z.minLength(1), z.maxLength(MAX_CHANGED));

/** Changes of chats, all of them made or none. */
export const chatChanges = z
  .array(
    z.strictObject({
      chatIds,
      change: chatChange,
    }),
  )
  .check(z.minLength(1), z.maxLength(1000));

/** Changes of chats, all of them made or none. */
export type ChatChanges = z.infer<typeof chatChanges>;

/** Which chats are listed; without one, those that are in no folder and not archived. Pinned ones count as the others. */
export const chatFilter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('folder'), folderId: uuid }),
  z.strictObject({ kind: z.literal('tag'), tag: tagName }),
  z.strictObject({ kind: z.literal('model'), model: modelId }),
  /** Written in since the day began, where the computer is. */
  z.strictObject({ kind: z.literal('today') }),
  z.strictObject({ kind: z.literal('images') }),
  z.strictObject({ kind: z.literal('archived') }),
]);

/** Which chats are listed. */
export type ChatFilter = Readonly<z.infer<typeof chatFilter>>;

/** Characters of a message that the map shows. */
export const MAP_TEXT_LENGTH = 80;
/** Messages whose beginnings are read at once. */
export const mapIds = z.array(uuid).check(z.minLength(1), z.maxLength(200));
