import type { UpdateWay } from '../../preload/contract/updates';

/** What this copy of the app was installed from. */
export type PackageKind =
  | 'appImage'
  | 'deb'
  | 'rpm'
  | 'nsis'
  | 'mac'
  /** Unpacked by hand (tar.gz, zip) or portable. */
  | 'archive'
  /** Not packaged, or without an address to ask for updates. */
  | 'none';

/** What tells the kind. */
export interface PackageSigns {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** Whether electron-builder has written an app-update.yml: it was told where updates come from. */
  readonly hasFeed: boolean;
  /** The executable that runs, and the folder that an AppImage's runtime has unpacked, or mounted, it to; null: none. */
  readonly executable: string;
  readonly appImageFolder: string | null;
  /** Content of the file `package-type`, which electron-builder writes into debs and rpms; null: there is none. */
  readonly packageType: string | null;
  /** Whether NSIS's uninstaller lies beside the executable: there is one of an installed app only. */
  readonly hasUninstaller: boolean;
}

/** Where debs and rpms put it. Their `package-type` may be left in an archive that was made of the same folder. */
const SYSTEM_FOLDER = '/opt/';

const linuxKind = ({ executable, appImageFolder, packageType }: PackageSigns): PackageKind => {
  // A terminal that is itself an AppImage hands its folder on to what is started in it.
  if (appImageFolder !== null && executable.startsWith(`${appImageFolder}/`)) return 'appImage';
  const type = packageType?.trim();
  return executable.startsWith(SYSTEM_FOLDER) && (type === 'deb' || type === 'rpm') ? type : 'archive';
};

/** Tells what this copy was installed from. */
export const packageKind = (signs: PackageSigns): PackageKind => {
  if (!signs.isPackaged || !signs.hasFeed) return 'none';
  if (signs.platform === 'darwin') return 'mac';
  if (signs.platform === 'win32') return signs.hasUninstaller ? 'nsis' : 'archive';
  return linuxKind(signs);
};

/**
 * How a copy of this kind gets a new version.
 * @param canElevate whether something can ask for the administrator's password. Without it debs and rpms are installed by hand.
 * @param canReplace whether the AppImage's file may be replaced.
 */
export const updateWay = (
  kind: PackageKind,
  { canElevate, canReplace }: { readonly canElevate: boolean; readonly canReplace: boolean },
): UpdateWay => {
  switch (kind) {
    case 'none':
      return 'never';
    case 'archive':
      return 'byHand';
    case 'appImage':
      return canReplace ? 'itself' : 'byHand';
    case 'deb':
    case 'rpm':
      return canElevate ? 'withPassword' : 'byHand';
    case 'nsis':
    case 'mac':
      return 'itself';
  }
};
