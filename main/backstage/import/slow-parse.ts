import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  isSpace,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from './json-bytes';

/** So much is read between two turns of others, in bytes: one to three milliseconds of work. */
const SLICE_BYTES = 256 * 1024;
/** Large values within large values that are looked into. Chats have them in some five levels; who nests deeper means harm. */
const MAX_DEPTH = 8;

/** Gives others their turn after so many bytes. */
class Turns {
  #bytes = 0;

  constructor(readonly slice: number) {}

  async spend(bytes: number): Promise<void> {
    this.#bytes += bytes;
    if (this.#bytes < this.slice) return;
    this.#bytes = 0;
    await nextTurn();
  }
}

/** Entries of an array or object: some small ones with the commas between them, or one that is large. */
interface Stretch {
  readonly bytes: Buffer;
  readonly isLarge: boolean;
}

const broken = (): SyntaxError => new SyntaxError('Not JSON');

const parse = (bytes: Buffer): unknown => JSON.parse(bytes.toString('utf8'));

const trimmed = (bytes: Buffer, start = 0): Buffer => {
  let [from, to] = [start, bytes.length];
  while (isSpace(bytes[from])) from += 1;
  while (to > from && isSpace(bytes[to - 1])) to -= 1;
  return bytes.subarray(from, to);
};

/** Where the text that begins at `at` has its other quote. */
const endOfText = (bytes: Buffer, at: number): number => {
  for (let end = bytes.indexOf(QUOTE, at + 1); end !== -1; end = bytes.indexOf(QUOTE, end + 1)) {
    let before = end;
    while (bytes[before - 1] === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  throw broken();
};

/** What stands between the brackets of an array or object, in order. Errors: `SyntaxError` where these do not fit. */
async function* stretchesOf(bytes: Buffer, turns: Turns): AsyncGenerator<Stretch> {
  let depth = 1;
  let [from, entry, seen] = [1, 1, 0];
  for (let at = 1; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfText(bytes, at);
    else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) depth += 1;
    else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) depth -= 1;
    if (depth === 0 || (depth === 1 && byte === COMMA)) {
      const isLarge = at - entry > turns.slice;
      if (isLarge && entry > from) yield { bytes: bytes.subarray(from, entry - 1), isLarge: false };
      if (isLarge || depth === 0 || at - from > turns.slice) {
        yield { bytes: bytes.subarray(isLarge ? entry : from, at), isLarge };
        from = at + 1;
      }
      entry = at + 1;
    }
    if (depth === 0 && at < bytes.length - 1) throw broken();
    if (at - seen < turns.slice) continue;
    await turns.spend(at - seen);
    seen = at;
  }
  if (depth > 0) throw broken();
}

/** An array or object that is put together piece by piece. */
class Built {
  readonly value: unknown[] | Record<string, unknown>;

  constructor(isArray: boolean) {
    this.value = isArray ? [] : {};
  }

  /** Adds entries as they stand between the brackets. */
  addAll(bytes: Buffer): void {
    const text = bytes.toString('utf8');
    const isArray = Array.isArray(this.value);
    const entries = JSON.parse(isArray ? `[${text}]` : `{${text}}`) as Record<string, unknown>;
    for (const key of Object.keys(entries)) this.#add(key, entries[key]);
  }

  /** Adds one whose value is made by `read`. */
  async addLarge(bytes: Buffer, read: (value: Buffer) => Promise<unknown>): Promise<void> {
    const entry = trimmed(bytes);
    if (Array.isArray(this.value)) return this.#add('', await read(entry));
    if (entry[0] !== QUOTE) throw broken();
    const keyEnd = endOfText(entry, 0) + 1;
    const rest = trimmed(entry, keyEnd);
    if (rest[0] !== COLON) throw broken();
    this.#add(String(parse(entry.subarray(0, keyEnd))), await read(trimmed(rest, 1)));
  }

  #add(key: string, value: unknown): void {
    if (Array.isArray(this.value)) this.value.push(value);
    // Set like any other, this one would be what the object inherits from.
    else if (key === '__proto__')
      Object.defineProperty(this.value, key, { value, writable: true, enumerable: true, configurable: true });
    else this.value[key] = value;
  }
}

/** Whether it is an array or object with anything in it. */
const hasEntries = (bytes: Buffer): boolean =>
  (bytes[0] === OPEN_ARRAY || bytes[0] === OPEN_OBJECT) && trimmed(bytes, 1).length > 1;

const readValue = async (bytes: Buffer, depth: number, turns: Turns): Promise<unknown> => {
  if (bytes.length <= turns.slice || depth === MAX_DEPTH || !hasEntries(bytes)) {
    await turns.spend(bytes.length);
    return parse(bytes);
  }
  const isArray = bytes[0] === OPEN_ARRAY;
  if (bytes.at(-1) !== (isArray ? CLOSE_ARRAY : CLOSE_OBJECT)) throw broken();
  const built = new Built(isArray);
  for await (const { bytes: stretch, isLarge } of stretchesOf(bytes, turns)) {
    await turns.spend(stretch.length);
    // Nothing beside a comma.
    if (trimmed(stretch).length === 0) throw broken();
    if (isLarge) await built.addLarge(stretch, (value) => readValue(value, depth + 1, turns));
    else built.addAll(stretch);
  }
  return built.value;
};

const joined = async (pieces: readonly Buffer[], turns: Turns): Promise<Buffer> => {
  const whole = Buffer.allocUnsafe(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    at += piece.copy(whole, at);
    await turns.spend(piece.length);
  }
  return whole;
};

/**
 * What `JSON.parse` makes of bytes in UTF-8, but others get their turn in between, however large it is: one text in it is read
 * in one go. Errors: `SyntaxError`, and `RangeError` for a text that is longer than the engine allows.
 */
export const slowParse = async (pieces: readonly Buffer[], sliceBytes = SLICE_BYTES): Promise<unknown> => {
  const turns = new Turns(sliceBytes);
  return readValue(trimmed(await joined(pieces, turns)), 0, turns);
};
