import { app } from 'electron';
import { installCommand, replaceAppImage, runToEnd } from './install-package';
import type { PackageKind } from './package-kind';
import { startAnew } from './start-anew';
import type { UpdaterSource } from './updater-source';

/** Rejects when electron-updater says that it could not; otherwise it quits the app itself. */
const quitAndInstall = ({ updater }: UpdaterSource): Promise<void> =>
  new Promise((resolve, reject) => {
    updater.once('error', reject);
    updater.quitAndInstall(true, true);
    // Whatever is wrong is told before it returns.
    setImmediate(resolve);
  });

/**
 * Installs what was downloaded and starts the new version when this one has ended. Rejects, with this one running on, when the
 * system or the person does not let it.
 */
export const installUpdate = async (
  kind: PackageKind,
  source: UpdaterSource,
  version: string,
): Promise<void> => {
  const file = source.file();
  if (file === null) throw new Error('nothing was downloaded');
  if (kind === 'deb' || kind === 'rpm') {
    await runToEnd(installCommand(kind, file, process.getuid?.() === 0));
    startAnew(process.execPath);
  } else if (kind === 'appImage') {
    const versions = { from: app.getVersion(), to: version };
    startAnew(await replaceAppImage(file, process.env.APPIMAGE ?? '', versions));
  } else await quitAndInstall(source);
};
