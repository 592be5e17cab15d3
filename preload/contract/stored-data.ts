import * as z from 'zod/mini';
import { request } from './request-spec';

/** What Parlance keeps on this computer, in the order it is shown in. `rest` is Chromium's own. */
export const storedKinds = [
  'history',
  'snapshots',
  'setAside',
  'settings',
  'keys',
  'dictionaries',
  'updates',
  'caches',
  'rest',
  'mirror',
] as const;

/** A part of it. */
export type StoredKind = (typeof storedKinds)[number];

/** A part of it with its place and size. */
export interface StoredPart {
  readonly kind: StoredKind;
  /** Where it is, to be read by the person: no request takes a place. The home folder is `~`. */
  readonly place: string;
  readonly files: number;
  readonly bytes: number;
}

/** All of it. Parts that are not there are left out. */
export interface StoredData {
  /** The folder that all but the mirror is in. */
  readonly folder: string;
  readonly parts: readonly StoredPart[];
  /** What the system calls its keychain; empty where it has no name. */
  readonly keychain: string;
}

/** How much is in the history. */
export interface DataCounts {
  /** Without those in the Trash. */
  readonly chats: number;
  readonly trashed: number;
  /** Of all chats and branches, those in the Trash too. */
  readonly messages: number;
  /** Images, files, and the texts taken out of files. */
  readonly attachments: number;
  readonly attachmentBytes: number;
}

const nothing = z.strictObject({});

/** Requests about what is kept on this computer. */
export const dataRequests = {
  'data.stored': request<StoredData>()(nothing),
  /** Errors: those of a history that is not open. */
  'data.counts': request<DataCounts>()(nothing),
  /** Shows a part in the system's own file manager. */
  'data.show': request<null>()(z.strictObject({ kind: z.enum(storedKinds) })),
  /** Empties what Chromium keeps to be quicker. Nothing of the person's is in it. */
  'data.clearCaches': request<null>()(nothing),
  /** Reads all of the history now; true: something in it is damaged, and then the history says so too. */
  'data.check': request<boolean>()(nothing),
} as const;
