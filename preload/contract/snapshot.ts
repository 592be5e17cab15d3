import type { EndpointInfo, StorageMethod } from './endpoints';
import type { ChatPage, Draft } from './history';
import type { Settings } from './settings';

/** Whether the history can be used, and if not, what the person can do. */
export type HistoryState =
  /** `isDamaged`: a check has found that something in it cannot be read. */
  | { readonly kind: 'open'; readonly isDamaged?: true }
  /** Backstage is starting or restarting. `isListed`: the first chats are known before, as the app had them when it was closed. */
  | { readonly kind: 'starting'; readonly isListed?: true }
  /** The passphrase is asked for. */
  | { readonly kind: 'locked' }
  /** The keychain or key file no longer opens the history: the recovery key is asked for. */
  | { readonly kind: 'keyLost' }
  /** The file was written by a newer Parlance, or the disk refuses writes. */
  | { readonly kind: 'readOnly'; readonly reason: 'newer' | 'diskFull' }
  /** The file cannot be read. It is left as it is. */
  | { readonly kind: 'damaged' }
  /** What can be read of a damaged history is being copied: `done` of it, from 0 to 1. */
  | { readonly kind: 'salvaging'; readonly done: number }
  /** There was a history, and its file is gone or empty. None is started over it. */
  | { readonly kind: 'missing' };

/** How secrets are kept, for the words in Settings. */
export interface VaultInfo {
  readonly historyKey: StorageMethod | null;
  readonly osKeychain: boolean;
  readonly passphraseSet: boolean;
}

/** Everything the page needs to draw itself once; after it, only events. */
export interface Snapshot {
  readonly locale: 'en' | 'zh-CN';
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly version: string;
  readonly settings: Settings;
  /** True when a settings file could not be read and was set aside. */
  readonly settingsSetAside: boolean;
  readonly history: HistoryState;
  readonly vault: VaultInfo;
  readonly endpoints: readonly EndpointInfo[];
  /** The endpoint that requests go to; null on the first run. */
  readonly endpointId: string | null;
  /** Empty while the history is not open and not listed. */
  readonly chats: ChatPage;
  /** What was typed for a chat that does not exist yet. Absent while the history cannot be read. */
  readonly newChatDraft?: Draft | null;
  /** Chats in which a reply is streaming now. */
  readonly busyChatIds: readonly string[];
  /** Chats with a reply that nobody has looked at yet. */
  readonly unreadChatIds: readonly string[];
}
