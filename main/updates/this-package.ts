import { accessSync, constants, existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { type PackageKind, packageKind } from './package-kind';

const canWrite = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

const readOrNull = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);

/** Whether a command can be found where the shell would look for it. */
const isOnPath = (command: string): boolean =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, command)));

/** What this copy of the app was installed from, and what is possible here. */
export const thisPackage = (): {
  readonly kind: PackageKind;
  readonly canElevate: boolean;
  readonly canReplace: boolean;
} => {
  const inResources = (name: string) => path.join(process.resourcesPath, name);
  const { APPIMAGE, APPDIR } = process.env;
  return {
    kind: packageKind({
      platform: process.platform,
      isPackaged: app.isPackaged,
      hasFeed: existsSync(inResources('app-update.yml')),
      executable: process.execPath,
      // One that has ended may have left its name.
      appImageFolder:
        APPIMAGE !== undefined && APPDIR !== undefined && existsSync(APPDIR) ? realpathSync(APPDIR) : null,
      packageType: readOrNull(inResources('package-type')),
      // As NSIS names it after electron-builder's template.
      hasUninstaller: existsSync(path.join(path.dirname(process.execPath), 'Uninstall Parlance.exe')),
    }),
    canElevate: process.getuid?.() === 0 || isOnPath('pkexec'),
    canReplace: APPIMAGE !== undefined && canWrite(path.dirname(APPIMAGE)),
  };
};
