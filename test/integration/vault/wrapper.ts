import { noKeychain } from '../../support/memory-keychain';
import { historyKeyOf, openTestVault } from '../../support/open-test-vault';
import { say } from '../../support/say';

/** Run as a process of its own: sets, changes and removes the passphrase without end, until it is killed. */
const [profile = '', passphrase = ''] = process.argv.slice(2);
const vault = await openTestVault(profile, noKeychain);
if (vault.locked) await vault.unlock(passphrase);
say(await historyKeyOf(vault, false));
for (let at = 0; ; at += 1) {
  const next = `passphrase number ${at}`;
  say(`to ${next}`);
  await vault.setPassphrase(next);
  await vault.setApiKey('a', 'https://api.openai.com', `sk-key-number-${at}`);
  say(`is ${next}`);
  if (at % 3 !== 2) continue;
  say('to ');
  await vault.removePassphrase();
  say('is ');
}
