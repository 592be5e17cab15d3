import { describe, expect, it } from 'vitest';
import { cleanApiKey } from '../../../main/endpoints/api-key';

const reasonOf = (text: string): unknown => {
  try {
    return cleanApiKey(text);
  } catch (thrown) {
    return Object(thrown).detail?.reason;
  }
};

describe('API key', () => {
  it.each([
    'sk-abc_DEF-123',
    ' sk-abc_DEF-123\r\n',
    '"sk-abc_DEF-123"',
    "'sk-abc_DEF-123'",
    '“sk-abc_DEF-123”',
    'Bearer sk-abc_DEF-123',
    'Authorization: Bearer sk-abc_DEF-123',
    'OPENAI_API_KEY=sk-abc_DEF-123',
    'export OPENAI_API_KEY="sk-abc_DEF-123"\n',
    '"Bearer sk-abc_DEF-123"',
    '\ufeffsk-abc_DEF-123\u200b',
  ])('is found in what was pasted: %j', (typed) => {
    expect(cleanApiKey(typed)).toBe('sk-abc_DEF-123');
  });

  it.each(['bearer-token', 'x_key=abc', 'abc==', '{"not":1}', `k${'x'.repeat(3999)}`])(
    '%j is left as it is',
    (key) => {
      expect(cleanApiKey(key)).toBe(key);
    },
  );

  it.each([
    ['', 'empty'],
    [' \n\t', 'empty'],
    ['""', 'empty'],
    ['Bearer ', 'empty'],
    ['sk-one sk-two', 'characters'],
    ['sk-one\nX-Injected: 1', 'characters'],
    ['sk-ключ', 'characters'],
    ['sk-\u0000', 'characters'],
    ['sk-…abcd', 'characters'],
    ['x'.repeat(4001), 'tooLong'],
  ])('%j is refused: %s', (typed, reason) => {
    expect(reasonOf(typed)).toBe(reason);
  });

  it('does not repeat the key in its error', () => {
    expect(() => cleanApiKey('sk-secret with space')).toThrow(/^(?!.*secret)/);
  });
});
