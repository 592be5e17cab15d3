import { describe, expect, test } from 'vitest';
import { type PackageSigns, packageKind, updateWay } from '../../../main/updates/package-kind';

const signs: PackageSigns = {
  platform: 'linux',
  isPackaged: true,
  hasFeed: true,
  env: {},
  packageType: null,
  hasUninstaller: false,
};

describe('what a copy was installed from', () => {
  test.each([
    ['an unpacked archive', {}, 'archive'],
    ['an AppImage', { env: { APPIMAGE: '/apps/Parlance.AppImage' } }, 'appImage'],
    ['a deb', { packageType: 'deb\n' }, 'deb'],
    // A terminal inside an AppImage hands its environment on.
    [
      'an rpm started by an AppImage',
      { packageType: 'rpm', env: { APPIMAGE: '/apps/Term.AppImage' } },
      'rpm',
    ],
    ['a package of a kind that is not ours', { packageType: 'pacman' }, 'archive'],
    ['a Windows installer', { platform: 'win32', hasUninstaller: true }, 'nsis'],
    ['a portable Windows app', { platform: 'win32' }, 'archive'],
    ['a Mac app', { platform: 'darwin' }, 'mac'],
    ['a checkout', { isPackaged: false }, 'none'],
    ['a build that knows no address', { hasFeed: false, packageType: 'deb' }, 'none'],
  ] as const)('%s', (_what, differs, kind) => {
    expect(packageKind({ ...signs, ...differs })).toBe(kind);
  });
});

describe('how it gets a new version', () => {
  const able = { canElevate: true, canReplace: true };
  const unable = { canElevate: false, canReplace: false };

  test('what needs a password is done by hand where nothing can ask for one', () => {
    expect(updateWay('deb', able)).toBe('withPassword');
    expect(updateWay('deb', unable)).toBe('byHand');
    expect(updateWay('rpm', unable)).toBe('byHand');
  });

  test('an AppImage in a folder that is somebody else’s is replaced by hand', () => {
    expect(updateWay('appImage', able)).toBe('itself');
    expect(updateWay('appImage', unable)).toBe('byHand');
  });

  test('one that knows no address never looks', () => {
    expect(updateWay('none', able)).toBe('never');
  });
});
