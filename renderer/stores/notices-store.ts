import { create } from 'zustand';
import type { MirrorProblem } from '../../preload/contract/mirror';
import { type AppError, toAppError } from '../../preload/contract/result';

/** Something to say that passes. */
export type Notice =
  | { readonly kind: 'error'; readonly error: AppError }
  /** `sendWithout` makes the request all the same, without the messages that do not fit. */
  | { readonly kind: 'wouldLeaveOut'; readonly error: AppError; readonly sendWithout: () => void }
  | { readonly kind: 'invalidSettings' }
  /** A message cannot be sent with what stands beside it. */
  | { readonly kind: 'attachments'; readonly trouble: 'refused' | 'noImages' | 'notUser' }
  | { readonly kind: 'settingsSetAside' }
  | { readonly kind: 'notRead'; readonly name: string }
  /** Nothing can be written to the mirror folder. */
  | { readonly kind: 'mirrorProblem'; readonly problem: MirrorProblem }
  | { readonly kind: 'chatExported'; readonly name: string }
  /** There is a newer version, or it can be installed. */
  | { readonly kind: 'update'; readonly step: 'found' | 'ready'; readonly version: string }
  /** Another version than the last time is running. */
  | { readonly kind: 'updated'; readonly version: string }
  | { readonly kind: 'samples'; readonly what: 'added' | 'removed'; readonly undo: () => void }
  | { readonly kind: 'transferEnded'; readonly what: 'import' | 'export' }
  /** Chats were changed together. */
  | {
      readonly kind: 'organised';
      readonly what: 'move' | 'tag' | 'pin' | 'unpin' | 'archive' | 'unarchive' | 'trash' | 'restore';
      readonly count: number;
      readonly undo: () => void;
    }
  | { readonly kind: 'branched' | 'branchMoved'; readonly undo: () => void }
  | {
      readonly kind: 'chatChanged';
      readonly what: 'renamed' | 'pinned' | 'unpinned' | 'archived' | 'unarchived' | 'cameBack' | 'deleted';
      readonly title: string;
      readonly undo: () => void;
    }
  | {
      readonly kind: 'folderChanged';
      readonly what: 'made' | 'renamed' | 'moved' | 'deleted';
      readonly name: string;
      readonly undo: () => void;
    }
  | {
      readonly kind: 'presetChanged';
      readonly what: 'deleted' | 'replaced';
      readonly name: string;
      readonly undo: () => void;
    }
  | {
      readonly kind: 'settingsChanged';
      readonly what: 'imported' | 'reset';
      readonly undo: () => void;
    }
  | { readonly kind: 'messageDeleted' | 'editDiscarded'; readonly undo: () => void };

interface Notices {
  readonly notices: readonly { readonly id: number; readonly notice: Notice }[];
  readonly nextId: number;
}

const MAX_NOTICES = 3;

/** Notices on screen, oldest first. */
export const useNotices = create<Notices>()(() => ({ notices: [], nextId: 1 }));

/** Only what was done last is offered to be undone by a button: Ctrl+Z (Cmd+Z) goes further back. */
const sameNotice = (a: Notice, b: Notice): boolean =>
  ('undo' in a && 'undo' in b) ||
  (a.kind === b.kind && (a.kind !== 'error' || (b.kind === 'error' && a.error.code === b.error.code)));

/** Shows a notice. One that says the same replaces the older: a repeated click does not pile them up. */
export const tell = (notice: Notice): void =>
  useNotices.setState(({ notices, nextId }) => ({
    notices: [...notices.filter((old) => !sameNotice(old.notice, notice)), { id: nextId, notice }].slice(
      -MAX_NOTICES,
    ),
    nextId: nextId + 1,
  }));

/** Takes a notice away. */
export const dismiss = (id: number): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));

/** Takes away the notices that the condition holds for. */
export const dismissWhere = (holds: (notice: Notice) => boolean): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter(({ notice }) => !holds(notice)) }));

/** Shows what was thrown as an error notice. */
export const tellError = (thrown: unknown): void => tell({ kind: 'error', error: toAppError(thrown) });
