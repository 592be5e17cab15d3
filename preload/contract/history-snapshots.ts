import * as z from 'zod/mini';
import { boundedText } from './bounds';

/** Why a snapshot was made. */
export const snapshotReasons = ['daily', 'manual', 'migration', 'update', 'restore'] as const;

/** Why a snapshot was made; `restore`: to be able to go back to what was there before another one was restored. */
export type SnapshotReason = (typeof snapshotReasons)[number];

/** A file name that only a snapshot has: no path can be smuggled in. */
export const SNAPSHOT_NAME = new RegExp(
  `^history-(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d)-(\\d\\d)-(\\d\\d)-(\\d{3})Z-(${snapshotReasons.join('|')})\\.db$`,
);

/** The name of a snapshot as the page hands it back. */
export const snapshotName = boundedText(80).check(z.regex(SNAPSHOT_NAME));

/** A copy of the whole history, encrypted with its key. */
export interface HistorySnapshot {
  /** Its file's name; it stands for the snapshot. */
  readonly name: string;
  /** In milliseconds since the epoch. */
  readonly madeAt: number;
  /** In bytes. */
  readonly size: number;
  readonly reason: SnapshotReason;
  /** False for one that was made with another key, or that is damaged. */
  readonly opens: boolean;
}

/** How much is in a snapshot. */
export interface SnapshotFacts {
  readonly chats: number;
  readonly messages: number;
  /** When the last of it was changed, in milliseconds since the epoch; null: nothing is in it. */
  readonly changedAt: number | null;
}

/** A chat in a snapshot, and what has become of it since. */
export interface SnapshotChat {
  readonly id: string;
  readonly title: string;
  readonly updatedAt: number;
  readonly now: 'here' | 'inTrash' | 'gone';
}

/** Chats of a snapshot, latest change first. */
export interface SnapshotChatPage {
  readonly chats: readonly SnapshotChat[];
  /** Null: there are no more. */
  readonly cursor: { readonly updatedAt: number; readonly id: string } | null;
}

/** What could be taken out of a damaged history. */
export interface SalvageReport {
  readonly chats: number;
  readonly messages: number;
  /** Chats whose title and settings were lost, but not all of their messages. */
  readonly untitledChats: number;
  /** Messages that hang from an earlier one than before, because the one between is lost. */
  readonly movedMessages: number;
  /** Messages of which a part could not be read: signs stand for it. */
  readonly mendedMessages: number;
  /** Messages and chats that an index or another row tells of, and that could not be read. */
  readonly lostMessages: number;
  readonly lostChats: number;
  /** What else was read and could not be kept, for example because its message is lost. */
  readonly lostRows: number;
  /** The file that the damaged history was renamed to, in the profile folder. */
  readonly setAside: string;
}
