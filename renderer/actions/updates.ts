import type { UpdateState } from '../../preload/contract/updates';
import { request } from '../ipc/client';
import { tell, tellError } from '../stores/notices-store';
import { useUpdates } from '../stores/updates-store';
import { useView } from '../stores/view-store';

/** Takes what main tells. What was found while nobody looked at the settings is told once, and can wait. */
export const takeUpdates = (state: UpdateState): void => {
  const before = useUpdates.getState().state.step.kind;
  useUpdates.setState({ state });
  const { step } = state;
  if (step.kind === before || useView.getState().settingsOpen) return;
  if (step.kind === 'found' || step.kind === 'ready')
    tell({ kind: 'update', step: step.kind, version: step.found.version });
};

const ask = async (
  route: 'update.state' | 'update.check' | 'update.download' | 'update.cancel' | 'update.install',
) => {
  try {
    useUpdates.setState({ state: await request(route, {}) });
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Asks main how updates are. */
export const loadUpdates = (): Promise<void> => ask('update.state');

/** Asks whether there is a newer version. */
export const checkForUpdates = (): Promise<void> => ask('update.check');

/** Downloads the newer version. */
export const downloadUpdate = (): Promise<void> => ask('update.download');

/** Ends the download; the newer version can be downloaded again. */
export const cancelDownload = (): Promise<void> => ask('update.cancel');

/** Installs what was downloaded and starts Parlance anew. */
export const installUpdate = (): Promise<void> => ask('update.install');
