import { homedir } from 'node:os';
import { session } from 'electron';
import { showInFolder } from '../app/opener';
import { placesOf, readStoredData } from '../data/stored-data';
import type { BackstageProcess } from '../history/backstage-process';
import type { History } from '../history/history';
import type { HandlersOf } from '../ipc/handlers';
import { keychainName } from '../vault/os-keychain';

/** What the handlers of `data.*` work on. */
export interface DataHandlerDeps {
  readonly profileDir: string;
  readonly backstage: Pick<BackstageProcess, 'call'>;
  readonly history: Pick<History, 'call'>;
}

/** Handlers of `data.*`. The page names a part of what is kept, never a place. */
export const createDataHandlers = ({
  profileDir,
  backstage,
  history,
}: DataHandlerDeps): HandlersOf<'data'> => {
  // A history that is closed names none.
  const mirror = () => history.call('mirror.place', null).catch(() => null);
  return {
    'data.stored': async () =>
      readStoredData({
        profileDir,
        mirror: await mirror(),
        home: homedir(),
        keychain: keychainName(),
        measure: (input) => backstage.call('files.measure', input),
      }),
    'data.counts': () => history.call('data.counts', null),
    'data.show': async ({ kind }) => {
      const places = (await placesOf({ profileDir, mirror: await mirror() })).get(kind);
      if (places?.[0] !== undefined) showInFolder(places[0]);
      return null;
    },
    'data.clearCaches': async () => {
      await session.defaultSession.clearCache();
      await session.defaultSession.clearCodeCaches({});
      return null;
    },
    'data.check': async () => (await history.call('history.check', null)).damaged,
  };
};
