import { expect, it } from 'vitest';
import { killAtRandom } from '../../support/kill-at-random';
import { noKeychain } from '../../support/memory-keychain';
import { historyKeyOf, openTestVault } from '../../support/open-test-vault';
import { randomFrom } from '../../support/seeded-random';
import { tempProfile } from '../../support/temp-profile';
import { bundleForNode } from '../backstage/bundle';

const ROUNDS = 100;
const SEED = 11;

/** The passphrases that may hold after the kill: the last that was acknowledged, and the one that was being set. */
const possible = (lines: readonly string[], before: string): readonly string[] => {
  const acknowledged = lines.findLast((line) => line.startsWith('is '))?.slice(3) ?? before;
  const last = lines.at(-1);
  return last?.startsWith('to ') ? [acknowledged, last.slice(3)] : [acknowledged];
};

it(`kill -9 at ${ROUNDS} random moments of wrapping anew: one of the two passphrases opens the same key, always`, async () => {
  const program = await bundleForNode('test/integration/vault/wrapper.ts');
  const profile = await tempProfile();
  const random = randomFrom(SEED);
  let key: string | undefined;
  let passphrase = '';
  let changes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const moment = { line: 1 + random(12), ms: random(12) };
    const [said, ...lines] = await killAtRandom(program, [profile, passphrase], moment);
    const what = `seed ${SEED}, round ${round}, killed ${moment.ms} ms after line ${moment.line}`;
    changes += lines.length;
    key ??= said;
    expect(said, what).toBe(key);
    const vault = await openTestVault(profile, noKeychain);
    const candidates = possible(lines, passphrase);
    passphrase = '';
    for (const each of candidates) {
      if (!vault.locked) break;
      const opened = await vault.unlock(each).then(
        () => true,
        () => false,
      );
      if (opened) passphrase = each;
    }
    expect(vault.locked, what).toBe(false);
    expect(await historyKeyOf(vault), what).toBe(key);
  }
  expect(changes).toBeGreaterThan(ROUNDS);
}, 600_000);
