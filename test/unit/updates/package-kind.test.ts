import { describe, expect, test } from 'vitest';
import { type PackageSigns, packageKind, updateWay } from '../../../main/updates/package-kind';

const signs: PackageSigns = {
  platform: 'linux',
  isPackaged: true,
  hasFeed: true,
  executable: '/opt/Parlance/parlance',
  appImageFolder: null,
  packageType: null,
  hasUninstaller: false,
};

describe('what a copy was installed from', () => {
  test.each([
    ['an unpacked archive', { executable: '/some/folder/Parlance/parlance' }, 'archive'],
    // electron-builder makes it of the folder that it made the deb of.
    [
      'one with the mark of a deb',
      { executable: '/some/folder/Parlance/parlance', packageType: 'deb' },
      'archive',
    ],
    [
      'an AppImage',
      { executable: '/mnt/mount_a/parlance', appImageFolder: '/mnt/mount_a', packageType: 'deb' },
      'appImage',
    ],
    ['a deb', { packageType: 'deb\n' }, 'deb'],
    ['an rpm started by an AppImage', { packageType: 'rpm', appImageFolder: '/tmp/.mount_terminal' }, 'rpm'],
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
