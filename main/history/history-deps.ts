import type { HistoryState } from '../../preload/contract/snapshot';
import type { Vault } from '../vault/vault';
import type { BackstageProcess } from './backstage-process';

/** What the history needs to know of the rest. */
export interface HistoryDeps {
  readonly profileDir: string;
  /** Is started here where nothing can be shown without it, and by whoever made it otherwise. */
  readonly process: BackstageProcess;
  readonly vault: Vault;
  readonly appVersion: string;
  /** Days that chats stay in the Trash; 0: for ever. */
  readonly trashDays: () => number;
  /** Answers that stream right now: a restarted backstage must not call them interrupted. */
  readonly liveMessageIds: () => readonly string[];
  readonly onState: (state: HistoryState) => void;
}
