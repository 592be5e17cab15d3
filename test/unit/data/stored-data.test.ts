import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measure } from '../../../main/backstage/measure';
import { placeText, readStoredData } from '../../../main/data/stored-data';
import { kindOf } from '../../../main/data/stored-parts';
import { tempProfile } from '../../support/temp-profile';

describe('what is kept', () => {
  it.each([
    ['history.db', 'history'],
    ['history.db-wal', 'history'],
    ['last-chats.json', 'history'],
    ['history.db.next', 'setAside'],
    ['history-2026-11-22T10-00-00-000Z.db', 'setAside'],
    ['history-2026-11-22T10-00-00-000Z.key', 'setAside'],
    ['settings.json.broken-2026-11-22T10-00-00-000Z', 'setAside'],
    ['vault.json', 'keys'],
    ['history.key', 'keys'],
    ['history.json', 'settings'],
    ['Code Cache', 'caches'],
    ['GPUCache', 'caches'],
    ['Local Storage', 'rest'],
    ['dragged', 'rest'],
  ])('counts %s to %s', (entry, kind) => {
    expect(kindOf(entry)).toBe(kind);
  });

  it('is told with its size and place, and nothing of it that is not there', async () => {
    const home = await tempProfile();
    const profileDir = join(home, '.config', 'Parlance');
    await mkdir(join(profileDir, 'snapshots'), { recursive: true });
    await writeFile(join(profileDir, 'history.db'), 'x'.repeat(100));
    await writeFile(join(profileDir, 'history.db-wal'), 'x'.repeat(20));
    await writeFile(join(profileDir, 'snapshots', 'a'), 'x'.repeat(7));
    await mkdir(join(profileDir, 'Cache', 'inner'), { recursive: true });
    await writeFile(join(profileDir, 'Cache', 'inner', 'b'), 'x'.repeat(5));
    await mkdir(join(home, 'Mirror'));
    await mkdir(join(profileDir, 'Dictionaries'));
    // A link leads elsewhere: what is there is not ours, and a circle would never end.
    await symlink(home, join(profileDir, 'snapshots', 'circle'));
    const stored = await readStoredData({
      profileDir,
      mirror: join(home, 'Mirror'),
      home,
      keychain: 'KWallet',
      measure: async ({ places }) => Promise.all(places.map((group) => measure(group))),
    });
    expect(stored).toEqual({
      folder: '~/.config/Parlance',
      keychain: 'KWallet',
      parts: [
        { kind: 'history', place: '~/.config/Parlance/history.db', files: 2, bytes: 120 },
        { kind: 'snapshots', place: '~/.config/Parlance/snapshots', files: 1, bytes: 7 },
        { kind: 'caches', place: '~/.config/Parlance/Cache', files: 1, bytes: 5 },
        { kind: 'mirror', place: '~/Mirror', files: 0, bytes: 0 },
      ],
    });
  });

  it('is found nowhere but in the home folder itself under its sign', () => {
    expect(placeText('/people/ada/x', '/people/ada')).toBe('~/x');
    expect(placeText('/people/adalbert/x', '/people/ada')).toBe('/people/adalbert/x');
    expect(placeText('/x', '')).toBe('/x');
  });

  it('counts as nothing where it goes while it is counted', async () => {
    expect(await measure([join(await tempProfile(), 'gone')])).toEqual({ files: 0, bytes: 0 });
  });
});
