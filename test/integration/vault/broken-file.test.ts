import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryKeychain, noKeychain } from '../../support/memory-keychain';
import { historyKeyOf, openTestVault } from '../../support/open-test-vault';
import { namesIn, tempProfile } from '../../support/temp-profile';

const hostile = {
  'half a file': '{"version":1,"passphrase":nul',
  'not an object': '[]',
  nothing: '',
  'a passphrase record that asks scrypt for 1 TB': JSON.stringify({
    version: 1,
    passphrase: { salt: '', N: 2 ** 33, r: 8, p: 1, check: { nonce: '', data: '', tag: '' } },
    historyKey: null,
    apiKeys: {},
    retired: [],
  }),
};

describe('a broken vault.json', () => {
  it.each(Object.entries(hostile))('(%s) is set aside, told, and no new key is made', async (_, text) => {
    const profile = await tempProfile();
    await writeFile(join(profile, 'vault.json'), text);
    const vault = await openTestVault(profile, memoryKeychain());
    expect(vault.wasSetAside).toBe(true);
    expect(await historyKeyOf(vault)).toBe('lost');
    const [aside, ...rest] = await namesIn(profile);
    expect(rest).toEqual([]);
    expect(aside).toMatch(/^vault\.json\.broken-/);
    expect(await readFile(join(profile, aside ?? ''), 'utf8')).toBe(text);
  });

  it('does not cost the history when its key is in the key file', async () => {
    const profile = await tempProfile();
    const key = await historyKeyOf(await openTestVault(profile, noKeychain), false);
    await writeFile(join(profile, 'vault.json'), '{');
    expect(await historyKeyOf(await openTestVault(profile, noKeychain))).toBe(key);
  });

  it('of a newer Parlance is refused and left as it is', async () => {
    const profile = await tempProfile();
    await writeFile(join(profile, 'vault.json'), '{"version":2}');
    await expect(openTestVault(profile, noKeychain)).rejects.toMatchObject({
      code: 'vault.failed',
      detail: { reason: 'newer' },
    });
    expect(await namesIn(profile)).toEqual(['vault.json']);
  });

  it('that cannot be read at all is an error, not an empty vault', async () => {
    const profile = await tempProfile();
    await mkdir(join(profile, 'vault.json'));
    await expect(openTestVault(profile, noKeychain)).rejects.toMatchObject({ code: 'vault.failed' });
  });
});
