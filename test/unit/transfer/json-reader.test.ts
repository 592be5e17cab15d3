import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonReader, type JsonValue, type Wants } from '../../../main/backstage/import/json-reader';
import { Failure } from '../../../preload/contract/result';

const elements: Wants = (path, kind) => (path.length === 0 && kind === 'array' ? 'enter' : 'take');

/** Reads a text in pieces of `size` bytes. */
const readAll = (
  text: string,
  size: number,
  wants: Wants = elements,
  maxBytes = 1e9,
): readonly JsonValue[] => {
  const bytes = Buffer.from(text, 'utf8');
  const reader = new JsonReader(wants, maxBytes);
  const found: JsonValue[] = [];
  for (let at = 0; at < bytes.length; at += size) found.push(...reader.push(bytes.subarray(at, at + size)));
  return [...found, ...reader.end()];
};

const parsed = (values: readonly JsonValue[]): readonly unknown[] =>
  values.map(({ pieces }) => (pieces === null ? null : JSON.parse(Buffer.concat(pieces).toString('utf8'))));

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (thrown) {
    return thrown instanceof Failure ? thrown.code : 'other';
  }
};

describe('JsonReader', () => {
  it('finds every element of any list, wherever the pieces are cut and however it is laid out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(0, 2),
        (list, size, indent) => {
          expect(parsed(readAll(JSON.stringify(list, null, indent), size))).toEqual(
            JSON.parse(JSON.stringify(list)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds values by their path in an object, escaped keys and a byte order mark included', () => {
    const text =
      '\ufeff{"a\\"b": {"skip": [1, {"x": "}"}], "list": [1, "two", {"three": 3}]}, "other": [[9]]}';
    const wants: Wants = (path) => {
      if (path[0] !== undefined && path[0] !== 'a"b') return 'pass';
      if (path[1] !== undefined && path[1] !== 'list') return 'pass';
      return path.length === 3 ? 'take' : 'enter';
    };
    for (const size of [1, 3, 1000]) {
      const found = readAll(text, size, wants);
      expect(parsed(found)).toEqual([1, 'two', { three: 3 }]);
      expect(found.map(({ path }) => path.join('/'))).toEqual(['a"b/list/0', 'a"b/list/1', 'a"b/list/2']);
    }
  });

  it('reads values that stand one after the other', () => {
    expect(parsed(readAll('{"a":1}\n{"a":2}\n', 4))).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('passes over a value that is too long and goes on behind it', () => {
    const text = JSON.stringify(['short', 'x'.repeat(100), 'after']);
    expect(parsed(readAll(text, 7, elements, 50))).toEqual(['short', null, 'after']);
  });

  it('hands broken values over, and what stands behind them', () => {
    const found = readAll('[{"a": nonsense}, {"b": 1}]', 5);
    expect(found.map(({ pieces }) => Buffer.concat(pieces ?? []).toString())).toEqual([
      '{"a": nonsense}',
      '{"b": 1}',
    ]);
  });

  it('tells a cut file from one that is no JSON', () => {
    for (const cut of ['', '[', '[{"a": 1}', '[{"a": "b', '{"a"']) {
      expect(
        codeOf(() => readAll(cut, 3)),
        cut,
      ).toBe('transfer.truncated');
    }
    const enter: Wants = () => 'enter';
    for (const broken of [']', '{1: 2}', '[1}', '{"a": 1]']) {
      expect(
        codeOf(() => readAll(broken, 3, enter)),
        broken,
      ).toBe('transfer.broken');
    }
  });
});
