import type { ChatPage } from '../../preload/contract/history';
import type { Snapshot } from '../../preload/contract/snapshot';
import type { Turns } from '../chat/turns';
import type { EndpointRegistry } from '../endpoints/registry';
import type { History } from '../history/history';
import { LIST_PAGE_LENGTH } from '../history/last-chats';
import type { SettingsStore } from '../settings/settings-store';
import type { Vault } from '../vault/vault';

/** What a snapshot is gathered from. */
export interface SnapshotDeps {
  readonly app: Pick<Snapshot, 'platform' | 'version'>;
  readonly locale: () => Snapshot['locale'];
  readonly settings: SettingsStore;
  /** True when a file of the profile was broken and was renamed at start. */
  readonly filesSetAside: boolean;
  readonly vault: Vault;
  readonly registry: EndpointRegistry;
  readonly history: History;
  readonly turns: Turns;
  readonly unreadChatIds: () => readonly string[];
}

const NO_CHATS: ChatPage = { chats: [], cursor: null };

const readLists = async (history: History): Promise<Pick<Snapshot, 'chats' | 'newChatDraft'>> => {
  const { state } = history;
  // All else would be waited for.
  if (state.kind === 'starting')
    return { chats: (state.isListed ? await history.lastChats : null) ?? NO_CHATS };
  try {
    const [chats, newChatDraft] = await Promise.all([
      history.call('chat.page', { cursor: null, limit: LIST_PAGE_LENGTH }),
      history.call('draft.read', { chatId: null }),
    ]);
    return { chats, newChatDraft };
  } catch {
    // Not open (the state says why), or backstage just died and comes back: the page asks again when it is open.
    return { chats: NO_CHATS };
  }
};

/**
 * Gathers everything the page needs to draw itself once. The history is not waited for: while it is being opened its state is
 * `starting`, the chats are those that were there when the app was closed, or none, and the page asks again when it is open.
 */
export const createSnapshot = (deps: SnapshotDeps) => async (): Promise<Snapshot> => {
  const { history } = deps;
  // They are known, or known not to be, before anything of the history is read.
  await history.lastChats;
  // As it is before the chats are read: open without them would look like an empty history, and no event would follow.
  const { state } = history;
  const lists = await readLists(history);
  return {
    ...deps.app,
    locale: deps.locale(),
    settings: deps.settings.get(),
    settingsSetAside: deps.filesSetAside,
    history: state,
    vault: deps.vault.info(),
    endpoints: deps.registry.list(),
    endpointId: deps.registry.selectedId(),
    ...lists,
    busyChatIds: deps.turns.busyChatIds(),
    unreadChatIds: deps.unreadChatIds(),
  };
};
