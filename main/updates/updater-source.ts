import path from 'node:path';
import type { AppUpdater } from 'electron-updater';
import type { NewVersion } from '../../preload/contract/updates';
import type { ApiNetwork } from '../network/api-session';
import type { Note } from '../network/ledger';
import { makeEndable } from './endable-requests';
import { notesText } from './notes-text';
import type { PackageKind } from './package-kind';
import type { UpdateSource } from './updates';

/** What a source is made from. */
export interface UpdaterOptions {
  readonly kind: PackageKind;
  /** Downloads are kept below it: everything the app writes is. */
  readonly profileDir: string;
  /** Says which way to go, and is told of every exchange with a server. */
  readonly network: Pick<ApiNetwork, 'note' | 'lead' | 'logIn'>;
}

// CommonJS: its names are properties of the default export.
const loadLibrary = async () => (await import('electron-updater')).default;

/** electron-updater's class for each kind. One that is updated by hand is only ever asked whether there is something. */
const makeUpdater = (library: Awaited<ReturnType<typeof loadLibrary>>, kind: PackageKind): AppUpdater => {
  switch (kind) {
    case 'appImage':
      return new library.AppImageUpdater();
    case 'nsis':
      return new library.NsisUpdater();
    case 'mac':
      return new library.MacUpdater();
    case 'rpm':
      return new library.RpmUpdater();
    case 'deb':
    case 'archive':
    case 'none':
      return process.platform === 'win32' ? new library.NsisUpdater() : new library.DebUpdater();
  }
};

const configure = (updater: AppUpdater, profileDir: string): void => {
  updater.autoDownload = false;
  // Installing when the app is quit would come as a surprise, with a question for a password in the middle of it.
  updater.autoInstallOnAppQuit = false;
  updater.logger = null;
  // In its place electron-updater would tell the server an id that stays the same for ever. Rollouts are decided here, not there.
  updater.requestHeaders = { 'x-user-staging-id': '' };
  // Not in its types: where downloads are kept. Its own choice is outside of the profile.
  Object.defineProperty(Reflect.get(updater, 'app'), 'baseCachePath', {
    value: path.join(profileDir, 'updates'),
  });
  // Without a listener Node would throw what is also the promise's rejection.
  updater.on('error', () => undefined);
};

const noteExchanges = ({ netSession: { webRequest } }: AppUpdater, note: Note): void => {
  webRequest.onSendHeaders(({ url }) => note(new URL(url).origin, 'update', { requests: 1 }));
  webRequest.onErrorOccurred(({ url }) => note(new URL(url).origin, 'update', { failures: 1 }));
  webRequest.onCompleted(({ url, responseHeaders }) => {
    const [length] = responseHeaders?.['content-length'] ?? responseHeaders?.['Content-Length'] ?? [];
    note(new URL(url).origin, 'update', { receivedBytes: Number(length ?? 0) });
  });
};

/** Answers a proxy that asks for a password. Returns what allows it once more: a proxy that asks again has refused it. */
const answerProxy = (updater: AppUpdater, logIn: ApiNetwork['logIn']): (() => void) => {
  let isAllowed = false;
  updater.on('login', ({ isProxy, host, port }, answer) => {
    const known = isProxy && isAllowed ? logIn({ host, port }) : Promise.resolve(null);
    isAllowed = false;
    // Not in its types: without arguments the request goes on unanswered.
    const refuse = answer as () => void;
    known.then(
      (credentials) => (credentials === null ? refuse() : answer(credentials.user, credentials.password)),
      refuse,
    );
  });
  return () => {
    isAllowed = true;
  };
};

/** Betas too, or releases only. Never older versions: setting a channel would allow them. */
const chooseChannel = (updater: AppUpdater, beta: boolean): void => {
  updater.channel = beta ? 'beta' : 'latest';
  updater.allowPrerelease = beta;
  updater.allowDowngrade = false;
};

/** A source of updates, and what it has downloaded. */
export interface UpdaterSource extends UpdateSource {
  readonly updater: AppUpdater;
  /** The file of the last download; null: none. */
  readonly file: () => string | null;
}

/** Opens electron-updater for this kind of package. Its checks of checksum, and on Windows and macOS of signature, are its own. */
export const openUpdater = async (options: UpdaterOptions): Promise<UpdaterSource> => {
  const { kind, profileDir, network } = options;
  const library = await loadLibrary();
  const updater = makeUpdater(library, kind);
  configure(updater, profileDir);
  const endable = makeEndable(updater);
  noteExchanges(updater, network.note);
  const allowLogin = answerProxy(updater, network.logIn);
  // It may have been changed in Settings since the last time.
  const useProxy = async () => {
    await network.lead(updater.netSession);
    allowLogin();
  };
  let file: string | null = null;
  return {
    updater,
    file: () => file,
    check: async (beta, signal): Promise<NewVersion | null> => {
      await useProxy();
      chooseChannel(updater, beta);
      const result = await endable(signal, null, () => updater.checkForUpdates());
      if (result?.isUpdateAvailable !== true) return null;
      const { version, releaseNotes } = result.updateInfo;
      return { version, notes: notesText(releaseNotes) };
    },
    download: async (onPercent, signal) => {
      await useProxy();
      const onProgress = ({ percent }: { readonly percent: number }) => onPercent(percent);
      const token = new library.CancellationToken();
      updater.on('download-progress', onProgress);
      try {
        [file = null] = await endable(signal, token, () => updater.downloadUpdate(token));
      } finally {
        updater.off('download-progress', onProgress);
      }
    },
  };
};
