import { createHash } from 'node:crypto';

/** A list holds at most so many children. */
const MAX_CHILDREN = 15;

const groups = (words: readonly Buffer[], depth: number): ReadonlyMap<number, readonly Buffer[]> => {
  const found = new Map<number, Buffer[]>();
  for (const word of words) {
    // A word that ends here is its own child, named by a zero.
    const byte = word[depth] ?? 0;
    found.set(byte, [...(found.get(byte) ?? []), word]);
  }
  return new Map([...found].sort(([a], [b]) => a - b));
};

const node = (words: readonly Buffer[], depth: number): Buffer => {
  const [first = Buffer.of()] = words;
  const rest = first.subarray(depth);
  if (words.length === 1)
    return rest.length === 0 ? Buffer.of(0, 0) : Buffer.concat([Buffer.of(0x40, 0), rest, Buffer.of(0)]);
  const children = [...groups(words, depth)];
  if (children.length > MAX_CHILDREN) throw new Error('too many words for a small dictionary');
  const bodies = children.map(([byte, group]) => (byte === 0 ? Buffer.of(0, 0) : node(group, depth + 1)));
  const places: number[] = [];
  let offset = 0;
  for (const [index, [byte]] of children.entries()) {
    places.push(byte, offset & 0xff, offset >> 8);
    offset += bodies[index]?.length ?? 0;
  }
  return Buffer.concat([Buffer.of(0xf0 | children.length, ...places), ...bodies]);
};

/** Rules for suggestions, and none for endings. */
const affixes = (start: number): Buffer => {
  const head = Buffer.alloc(16);
  for (const [index, at] of [18, 24, 25, 26].entries()) head.writeUInt32LE(start + at, index * 4);
  const body = 'TRY esianrtolcdugmphbyfvkwz';
  return Buffer.concat([
    head,
    Buffer.from('\n\nAF 0\0\0\0\0', 'latin1'),
    Buffer.from(`${body}\0\0`, 'latin1'),
  ]);
};

const HEAD_LENGTH = 32;

/** A few words as a dictionary of Chromium's (the format is in hunspell/google/bdict.h). */
export const smallDictionary = (words: readonly string[]): Buffer => {
  const aff = affixes(HEAD_LENGTH);
  const dic = node(
    [...words].sort().map((word) => Buffer.from(word)),
    0,
  );
  const head = Buffer.alloc(HEAD_LENGTH);
  head.write('BDic', 'latin1');
  head.writeUInt16LE(2, 4);
  head.writeUInt32LE(HEAD_LENGTH, 8);
  head.writeUInt32LE(HEAD_LENGTH + aff.length, 12);
  createHash('md5').update(aff).update(dic).digest().copy(head, 16);
  return Buffer.concat([head, aff, dic]);
};
