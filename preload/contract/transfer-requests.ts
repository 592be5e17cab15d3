import * as z from 'zod/mini';
import { boundedText, uuid } from './bounds';
import type { MirrorState } from './mirror';
import { request } from './request-spec';
import { bundleFormats, exportFormats, exportScope, type TransferState } from './transfer';

const nothing = z.strictObject({});

/** Requests that take chats in from files and out to files. */
export const transferRequests = {
  'transfer.state': request<TransferState>()(nothing),
  /** Main asks for the files itself: the page learns their names and what they are, never where. */
  'transfer.pickImport': request<TransferState>()(nothing),
  /**
   * Files that were dropped on the window, by where they are: the bridge alone asks this (see `Bridge.offerFiles`). Answers
   * whether they are chats that can be imported; then they are picked.
   */
  'transfer.offer': request<boolean>()(
    z.strictObject({ paths: z.array(boundedText(32_767)).check(z.minLength(1), z.maxLength(100)) }),
  ),
  'transfer.startImport': request<null>()(nothing),
  'transfer.exportAll': request<null>()(nothing),
  /** Exports these chats, or those that a search finds, to one file that main asks for. */
  'transfer.exportChats': request<null>()(
    z.strictObject({ scope: exportScope, format: z.enum(bundleFormats) }),
  ),
  /** Answers with the name of the file that was written; null when no place was chosen. */
  'transfer.exportChat': request<string | null>()(
    z.strictObject({ chatId: uuid, format: z.enum(exportFormats) }),
  ),
  /** The system asks where and how. */
  'transfer.print': request<null>()(z.strictObject({ chatId: uuid })),
  /** Goes on with a drag of chats as a drag of files: the page never learns where they are. */
  'transfer.dragOut': request<null>()(
    z.strictObject({ chatIds: z.array(uuid).check(z.minLength(1), z.maxLength(100)) }),
  ),
  'mirror.state': request<MirrorState>()(nothing),
  /** Main asks for the folder itself: the page learns its name, never where it is. */
  'mirror.choose': request<MirrorState>()(nothing),
  /** Ends the mirror; its files stay. */
  'mirror.turnOff': request<MirrorState>()(nothing),
  'transfer.cancel': request<null>()(nothing),
  'transfer.dismiss': request<null>()(nothing),
} as const;
