import { describe, expect, it } from 'vitest';
import { jsonBreak } from '../../../renderer/features/transcript/json-break';

describe('jsonBreak', () => {
  it.each(['{}', '[]', ' {"a":[1,-2.5e3,"\\u00e9\\n",true,null,{"b":{}}]}\n', '"x"', '0'])(
    'leaves %s alone',
    (text) => {
      expect(jsonBreak(text)).toBeNull();
    },
  );

  it.each<[string, number, number]>([
    ['', 1, 1],
    ['Sure! {"a":1}', 1, 1],
    ['{"a":1', 1, 7],
    ['{"a":\n  "cut off', 2, 3],
    ['{"a":1,}', 1, 8],
    ['[1,]', 1, 4],
    ['[1 2]', 1, 4],
    ['{"a" 1}', 1, 6],
    ["{'a':1}", 1, 2],
    ['[01]', 1, 2],
    ['[truely]', 1, 2],
    ['{"a":1]', 1, 7],
    ['{"a":1} and so on', 1, 9],
    ['```json\n{}\n```', 1, 1],
    ['["line\nbreak"]', 1, 2],
  ])('finds where %j breaks', (text, line, column) => {
    expect(jsonBreak(text)).toEqual({ line, column });
  });

  it('comes to an end with a long reply that is cut', () => {
    const text = `[${'{"key":"value \\"quoted\\" 你好 😀"},'.repeat(50_000)}`;
    expect(jsonBreak(text)).toEqual({ line: 1, column: text.length + 1 });
    const endless = `["${'a\\n'.repeat(1_000_000)}`;
    expect(jsonBreak(endless)).toEqual({ line: 1, column: 2 });
  });
});
