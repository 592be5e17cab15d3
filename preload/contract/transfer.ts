import * as z from 'zod/mini';
import { uuid } from './bounds';
import type { AppError } from './result';
import { queryText } from './search';

/** The formats that chats are imported from. */
export const importFormats = [
  'parlance',
  'chatgpt',
  'claude',
  'chatbox',
  'cherry',
  'nextchat',
  'openaiJsonl',
] as const;

/** A format that chats are imported from. */
export type ImportFormat = (typeof importFormats)[number];

/** The formats that several chats are exported as. */
export const bundleFormats = ['markdown', 'json', 'jsonl', 'html'] as const;

/** A format that several chats are exported as. */
export type BundleFormat = (typeof bundleFormats)[number];

/** The formats that one chat is exported as. */
export const exportFormats = [...bundleFormats, 'pdf', 'png'] as const;

/** A format that one chat is exported as. */
export type ExportFormat = (typeof exportFormats)[number];

/** Most chats that are named at once. */
const MAX_NAMED_CHATS = 20_000;

/** Which chats are exported together: these, those of a folder and the folders in it, or those in which a search finds something. */
export const exportScope = z.union([
  z.strictObject({
    kind: z.literal('chats'),
    chatIds: z.array(uuid).check(z.minLength(1), z.maxLength(MAX_NAMED_CHATS)),
  }),
  z.strictObject({ kind: z.literal('folder'), folderId: uuid }),
  /** `chatId`: what `in:current` means; null: no chat. */
  z.strictObject({ kind: z.literal('search'), query: queryText, chatId: z.nullable(uuid) }),
]);

/** Which chats are exported together. */
export type ExportScope = Readonly<z.infer<typeof exportScope>>;

/** What an import leaves out or takes only in part, and why. */
export const skipReasons = [
  /** Chats that were imported before and have not grown. */
  'alreadyHere',
  /** Chats that were imported before and are in the Trash now. */
  'inTrash',
  /** Chats without a single message. */
  'emptyChat',
  /** Chats or lines that are broken or of an unknown shape. */
  'broken',
  /** Chats of more bytes than are read at once. */
  'tooLarge',
  /** Messages without any content, or that the other app never showed, such as the first one of every ChatGPT chat. */
  'emptyMessage',
  /** Messages whose place in the tree was broken: they were hung where they fit best. */
  'misplaced',
  /** Images that the file names but does not hold, or that are no images. */
  'missingImage',
  'missingFile',
  'voice',
  'video',
  /** Parts of a kind that is not known; their place in the text says so. */
  'unknownPart',
] as const;

/** What an import leaves out or takes only in part, and why. */
export type SkipReason = (typeof skipReasons)[number];

/** One kind of what was left out. */
export interface Skipped {
  readonly reason: SkipReason;
  readonly count: number;
  /** Of the first few chats it was met in. */
  readonly titles: readonly string[];
}

/** What an import has taken. */
export interface Taken {
  /** Chats that were not there before. */
  readonly newChats: number;
  /** Chats of an earlier import to which messages were added. */
  readonly grownChats: number;
  readonly messages: number;
  readonly images: number;
}

/** A file that was chosen to import from. The page never learns where it is. */
export interface PickedImport {
  readonly names: readonly string[];
  /** In bytes, of all files together. */
  readonly size: number;
  readonly format: ImportFormat;
}

/** How far an import or an export of everything is. */
export interface TransferProgress {
  readonly doneBytes: number;
  /** For an export, the number of chats stands for bytes. */
  readonly totalBytes: number;
  readonly chats: number;
  readonly messages: number;
}

/** How an import ended, and what came of it. What was taken before it ended stays. */
export interface ImportReport {
  readonly format: ImportFormat;
  readonly names: readonly string[];
  readonly end: 'complete' | 'cancelled' | 'failed';
  /** Why it failed. */
  readonly error: AppError | null;
  readonly taken: Taken;
  readonly skipped: readonly Skipped[];
}

/** How an export of everything or of several chats ended. */
export interface ExportReport {
  readonly what: 'everything' | 'chats';
  /** The file's name without its folder. */
  readonly name: string;
  readonly end: 'complete' | 'cancelled' | 'failed';
  readonly error: AppError | null;
  readonly chats: number;
  readonly messages: number;
  readonly attachments: number;
}

/** What is being carried in or out. There is one transfer at a time. */
export type TransferState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'picked'; readonly picked: PickedImport }
  | { readonly kind: 'importing'; readonly picked: PickedImport; readonly progress: TransferProgress }
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | { readonly kind: 'exporting'; readonly name: string; readonly progress: TransferProgress }
  | { readonly kind: 'exported'; readonly report: ExportReport };
