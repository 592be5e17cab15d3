import { describe, expect, it } from 'vitest';
import { dictionaryFile, isWholeDictionary } from '../../../main/spelling/dictionary-file';
import { smallDictionary } from '../../support/small-dictionary';

describe('dictionaries of the spell check', () => {
  // As Chromium 130 asked for them, in lower case.
  it.each([
    ['en-US', 'en-us-10-1.bdic'],
    ['en', 'en-us-10-1.bdic'],
    ['en-GB-oxendict', 'en-gb-oxendict-10-1.bdic'],
    ['de', 'de-de-3-0.bdic'],
    ['de-DE', 'de-de-3-0.bdic'],
    ['es-419', 'es-es-3-0.bdic'],
    ['fa', 'fa-ir-9-0.bdic'],
    ['hy', 'hy-1-0.bdic'],
    ['ko', 'ko-3-0.bdic'],
    ['pt', 'pt-br-3-0.bdic'],
    ['sr', 'sr-4-0.bdic'],
    ['uk', 'uk-ua-5-0.bdic'],
  ])('%s is in the file %s', (language, file) => {
    expect(dictionaryFile(language).toLowerCase()).toBe(file);
  });

  it('are taken whole only: nothing cut, changed, or of another kind', () => {
    const whole = smallDictionary(['hello', 'world']);
    expect(isWholeDictionary(whole)).toBe(true);
    expect(isWholeDictionary(whole.subarray(0, whole.length - 1))).toBe(false);
    const changed = Buffer.from(whole);
    changed[whole.length - 2] = 1 + (changed[whole.length - 2] ?? 0);
    expect(isWholeDictionary(changed)).toBe(false);
    expect(isWholeDictionary(Buffer.from('<html>Not found</html>'.padEnd(200)))).toBe(false);
    expect(isWholeDictionary(Buffer.of())).toBe(false);
  });
});
