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
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Content of the file `package-type`, which electron-builder writes into debs and rpms; null: there is none. */
  readonly packageType: string | null;
  /** Whether NSIS's uninstaller lies beside the executable: there is one of an installed app only. */
  readonly hasUninstaller: boolean;
}

const linuxKind = ({ env, packageType }: PackageSigns): PackageKind => {
  const type = packageType?.trim();
  if (type === 'deb' || type === 'rpm') return type;
  // Set by the AppImage's own runtime.
  return env.APPIMAGE === undefined ? 'archive' : 'appImage';
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
