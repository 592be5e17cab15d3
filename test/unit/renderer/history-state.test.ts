import { beforeEach, describe, expect, it } from 'vitest';
import type { Bridge } from '../../../preload/contract/bridge';
import { defaultSettings } from '../../../preload/contract/default-settings';
import type { HistoryState, Snapshot } from '../../../preload/contract/snapshot';
import { followEvents } from '../../../renderer/actions/events';
import { readSnapshot } from '../../../renderer/actions/snapshot';
import { isUnread, useApp } from '../../../renderer/stores/app-store';
import { useChatList } from '../../../renderer/stores/chat-list-store';
import { installFakeMain, openedChat } from './fake-main';

const snapshotOf = (history: HistoryState): Snapshot => ({
  platform: 'linux',
  version: '1.0.0',
  locale: 'en',
  settings: defaultSettings,
  settingsSetAside: false,
  history,
  vault: { historyKey: null, osKeychain: false, passphraseSet: false },
  endpoints: [],
  endpointId: null,
  chats: {
    chats: isUnread(history) || history.kind === 'locked' ? [] : [openedChat('kept').chat],
    cursor: null,
  },
  busyChatIds: [],
  unreadChatIds: [],
});

/** Follows events that the test sends itself. */
const follow = () => {
  const listeners = new Map<string, (payload: unknown) => void>();
  const on = new Proxy(
    {},
    {
      get: (_, name) => (listener: (payload: unknown) => void) => {
        listeners.set(String(name), listener);
        return () => undefined;
      },
    },
  );
  followEvents(on as Bridge['on'], () => undefined);
  return (history: HistoryState) => listeners.get('history.changed')?.(history);
};

describe('The history of a page that is starting', () => {
  beforeEach(() => {
    useApp.setState({ history: { kind: 'starting' } });
    useChatList.setState({ chats: [], cursor: null });
  });

  for (const history of [{ kind: 'open' }, { kind: 'locked' }] as const) {
    const isShown = () => {
      expect(useApp.getState().history).toEqual(history);
      expect(useChatList.getState().chats).toHaveLength(history.kind === 'open' ? 1 : 0);
    };

    it(`is ${history.kind} in the end, also where that is told before the answer that says it is being opened`, async () => {
      const main = installFakeMain();
      const changed = follow();
      const read = readSnapshot();
      changed(history);
      const [first, second] = main.sent('app.snapshot');
      await first?.answer(snapshotOf({ kind: 'starting' }));
      await second?.answer(snapshotOf(history));
      await read;
      isShown();
    });

    it(`is ${history.kind} in the end, also where that is told right after that answer`, async () => {
      const main = installFakeMain();
      const changed = follow();
      const read = readSnapshot();
      await main.sent('app.snapshot')[0]?.answer(snapshotOf({ kind: 'starting' }));
      changed(history);
      await main.sent('app.snapshot')[1]?.answer(snapshotOf(history));
      expect(await read).toBe('en');
      isShown();
    });
  }

  it('has its chats where they come before it is open, also where that is told first, and is open in the end', async () => {
    const main = installFakeMain();
    const changed = follow();
    const read = readSnapshot();
    const listed = { kind: 'starting', isListed: true } as const;
    await main.sent('app.snapshot')[0]?.answer(snapshotOf({ kind: 'starting' }));
    await read;
    changed(listed);
    await main.sent('app.snapshot')[1]?.answer(snapshotOf(listed));
    expect(useApp.getState().history).toEqual(listed);
    expect(useChatList.getState().chats).toHaveLength(1);
    changed({ kind: 'open' });
    await main.sent('app.snapshot')[2]?.answer(snapshotOf({ kind: 'open' }));
    expect(useApp.getState().history).toEqual({ kind: 'open' });
    expect(main.sent('app.snapshot')).toHaveLength(3);
  });
});
