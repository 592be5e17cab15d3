import { setTimeout as pause } from 'node:timers/promises';
import { log } from '../app/log';
import type { History } from '../history/history';
import type { Emit } from '../ipc/emit';
import type { ApiNetwork } from '../network/api-session';
import type { SettingsStore } from '../settings/settings-store';
import { installUpdate } from './install-update';
import { updateWay } from './package-kind';
import { thisPackage } from './this-package';
import type { UpdaterSource } from './updater-source';
import { Updates } from './updates';

/** Where packages are to be had by hand. */
const RELEASES_PAGE = 'https://github.com/parlance-app/parlance/releases';

/** What updates are made from. */
export interface CreateUpdatesDeps {
  readonly profileDir: string;
  readonly settings: SettingsStore;
  readonly history: Pick<History, 'state' | 'call'>;
  readonly network: Pick<ApiNetwork, 'note' | 'lead' | 'logIn'>;
  readonly emit: Emit;
}

/** Makes the updates of this copy of the app, and begins to ask quietly. */
export const createUpdates = (deps: CreateUpdatesDeps): Updates => {
  const { profileDir, settings, history, network, emit } = deps;
  const { kind, ...possible } = thisPackage();
  let source: Promise<UpdaterSource> | null = null;
  const open = async (): Promise<UpdaterSource> => {
    const { openUpdater } = await import('./updater-source');
    source ??= openUpdater({ kind, profileDir, network });
    return source;
  };
  const updates = new Updates({
    way: updateWay(kind, possible),
    page: RELEASES_PAGE,
    openSource: async () => {
      // The proxy, or the channel, may have been chosen a moment ago.
      await settings.settled();
      return open();
    },
    isQuietCheckOn: () => settings.get().updateChecks,
    takesBeta: () => settings.get().betaVersions,
    pause: (ms, signal) => pause(ms, undefined, { signal, ref: false }),
    // One that is not open is not touched by an update; the new version keeps it as it was when it opens it.
    makeSnapshot: async () => {
      if (history.state.kind === 'open') await history.call('snapshot.make', { reason: 'update' });
    },
    install: async (version) => installUpdate(kind, await open(), version),
    onChange: (state) => emit('update.changed', state),
    log,
  });
  void updates.follow();
  return updates;
};
