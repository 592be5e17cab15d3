import { create } from 'zustand';
import { defaultSettings } from '../../preload/contract/default-settings';
import type { EndpointInfo } from '../../preload/contract/endpoints';
import type { HistoryState, Snapshot } from '../../preload/contract/snapshot';

/** What holds for the whole app: the snapshot without what other stores keep. */
export type AppState = Omit<Snapshot, 'chats' | 'newChatDraft' | 'busyChatIds' | 'unreadChatIds' | 'locale'>;

const beforeSnapshot: AppState = {
  platform: 'linux',
  version: '',
  settings: defaultSettings,
  settingsSetAside: false,
  history: { kind: 'starting' },
  vault: { historyKey: null, osKeychain: false, passphraseSet: false },
  endpoints: [],
  endpointId: null,
};

/** Projection of the app's settings, endpoints, vault and history state. */
export const useApp = create<AppState>()(() => beforeSnapshot);

/** The endpoint that requests go to, if one is chosen. */
export const currentEndpoint = (state: Pick<AppState, 'endpoints' | 'endpointId'>): EndpointInfo | null =>
  state.endpoints.find(({ id }) => id === state.endpointId) ?? null;

/** True while nothing of the history is known, not even which chats there are. */
export const isUnread = (history: HistoryState): boolean => history.kind === 'starting' && !history.isListed;

/** The states in which there is no history yet, and a secret, a decision or patience is needed. */
export type ClosedKind = 'locked' | 'keyLost' | 'damaged' | 'missing' | 'salvaging';

const closedKinds: ReadonlySet<HistoryState['kind']> = new Set<ClosedKind>([
  'locked',
  'keyLost',
  'damaged',
  'missing',
  'salvaging',
]);

/** True while the history is closed until the person does something. */
export const isClosed = (
  history: HistoryState,
): history is Extract<HistoryState, { readonly kind: ClosedKind }> => closedKinds.has(history.kind);
