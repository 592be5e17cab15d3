import { Failure } from '../../../preload/contract/result';
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

/** Where a value stands: the keys and indices that lead to it. */
export type JsonPath = readonly (string | number)[];

/** What a value is, as its first byte tells. */
export type JsonKind = 'array' | 'object' | 'scalar';

/** What to do with a value that begins: hand it over whole, look into it, or pass over it. */
export type Wanted = 'take' | 'enter' | 'pass';

/** Asked once about every value that begins. */
export type Wants = (path: JsonPath, kind: JsonKind) => Wanted;

/** A value that was asked for. */
export interface JsonValue {
  readonly path: JsonPath;
  /** Its bytes, not parsed yet, as they came; null where there are more than the bound. */
  readonly pieces: readonly Buffer[] | null;
}

interface Container {
  readonly isArray: boolean;
  /** The key or index of the value that comes next. */
  step: string | number;
  /** In an object: whether the next text is a key. */
  atKey: boolean;
}

/** Longest key of an object that is looked into. */
const MAX_KEY_BYTES = 1_000_000;

/** The three bytes of a byte order mark: no value begins with one of them. */
const isMark = (byte: number): boolean => byte === 0xef || byte === 0xbb || byte === 0xbf;

const broken = (): Failure => new Failure('transfer.broken', 'Not JSON');

/**
 * Finds values in a stream of JSON without holding more of it than one of them: the structure above the values is followed,
 * each value is cut out as bytes to be parsed. A value that is broken inside does not harm those after it.
 */
export class JsonReader {
  readonly #wants: Wants;
  readonly #maxBytes: number;
  readonly #stack: Container[] = [];
  /** What was found and not fetched yet. */
  #found: JsonValue[] = [];
  /** The value that is being cut out or passed over: its depth below where it began, and its pieces. */
  #inside = false;
  #isTaken = false;
  #isScalar = false;
  #depth = 0;
  #inText = false;
  #escaped = false;
  #pieces: Buffer[] = [];
  #size = 0;
  /** A key that is being read. */
  #keyPieces: Buffer[] | null = null;
  #values = 0;

  /** @param maxBytes the longest value that is handed over. */
  constructor(wants: Wants, maxBytes: number) {
    this.#wants = wants;
    this.#maxBytes = maxBytes;
  }

  /** Reads on, and answers with the values that ended. Errors: `transfer.broken`. */
  push(chunk: Buffer): readonly JsonValue[] {
    let at = 0;
    while (at < chunk.length) {
      if (this.#inside) at = this.#readValue(chunk, at);
      else if (this.#keyPieces !== null) at = this.#readKey(chunk, at);
      else at = this.#readStructure(chunk, at);
    }
    const found = this.#found;
    this.#found = [];
    return found;
  }

  /** To be called at the end. Errors: `transfer.truncated` when a value is still open or none came. */
  end(): readonly JsonValue[] {
    if (this.#inside && this.#isScalar) this.#endValue(Buffer.alloc(0));
    if (this.#inside || this.#stack.length > 0 || this.#values === 0)
      throw new Failure('transfer.truncated', 'The JSON ends too early');
    return this.#found;
  }

  #path(): JsonPath {
    return this.#stack.map(({ step }) => step);
  }

  #readStructure(chunk: Buffer, at: number): number {
    const byte = chunk[at] ?? 0;
    const top = this.#stack.at(-1);
    if (isSpace(byte) || (top === undefined && isMark(byte))) return at + 1;
    if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) return this.#close(byte, at);
    if (top !== undefined && (byte === COMMA || byte === COLON)) {
      if (byte === COMMA) this.#next(top);
      return at + 1;
    }
    if (top !== undefined && !top.isArray && top.atKey) {
      if (byte !== QUOTE) throw broken();
      this.#keyPieces = [];
      return at + 1;
    }
    return this.#begin(byte, at);
  }

  #next(container: Container): void {
    if (typeof container.step === 'number') container.step += 1;
    else container.atKey = true;
  }

  #close(byte: number, at: number): number {
    const top = this.#stack.pop();
    if (top === undefined || top.isArray !== (byte === CLOSE_ARRAY)) throw broken();
    if (this.#stack.length === 0) this.#values += 1;
    return at + 1;
  }

  #begin(byte: number, at: number): number {
    // No value begins so, and one that is empty would never end.
    if (byte === COMMA || byte === COLON) throw broken();
    const kind = byte === OPEN_ARRAY ? 'array' : byte === OPEN_OBJECT ? 'object' : 'scalar';
    const wanted = this.#wants(this.#path(), kind);
    if (wanted === 'enter' && kind !== 'scalar') {
      const isArray = kind === 'array';
      this.#stack.push({ isArray, step: isArray ? 0 : '', atKey: !isArray });
      return at + 1;
    }
    this.#inside = true;
    this.#isTaken = wanted === 'take';
    this.#isScalar = kind === 'scalar' && byte !== QUOTE;
    return at;
  }

  /** Cuts out as much of the value as the chunk holds. */
  #readValue(chunk: Buffer, from: number): number {
    const end = this.#isScalar ? this.#endOfScalar(chunk, from) : this.#endOfValue(chunk, from);
    if (end < 0) {
      this.#keep(chunk.subarray(from));
      return chunk.length;
    }
    this.#endValue(chunk.subarray(from, end));
    return end;
  }

  #endOfScalar(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (isSpace(byte) || byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) return at;
    }
    return -1;
  }

  /** The place behind the value, or -1. The one loop that sees every byte: state is held in locals. */
  #endOfValue(chunk: Buffer, from: number): number {
    let [depth, inText, escaped] = [this.#depth, this.#inText, this.#escaped];
    let at = from;
    for (; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (inText) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inText = false;
      } else if (byte === QUOTE) inText = true;
      else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) depth += 1;
      else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) depth -= 1;
      if (depth <= 0 && !inText) break;
    }
    [this.#depth, this.#inText, this.#escaped] = [depth, inText, escaped];
    return at < chunk.length ? at + 1 : -1;
  }

  #keep(piece: Buffer): void {
    this.#size += piece.length;
    if (this.#size > this.#maxBytes) this.#pieces = [];
    else if (this.#isTaken) this.#pieces.push(piece);
  }

  #endValue(last: Buffer): void {
    this.#keep(last);
    if (this.#isTaken) {
      const pieces = this.#size > this.#maxBytes ? null : this.#pieces;
      this.#found.push({ path: this.#path(), pieces });
    }
    if (this.#stack.length === 0) this.#values += 1;
    this.#inside = false;
    this.#isScalar = false;
    this.#depth = 0;
    this.#pieces = [];
    this.#size = 0;
  }

  #readKey(chunk: Buffer, from: number): number {
    const pieces = this.#keyPieces ?? [];
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (this.#escaped) this.#escaped = false;
      else if (byte === BACKSLASH) this.#escaped = true;
      else if (byte === QUOTE) {
        this.#endKey(Buffer.concat([...pieces, chunk.subarray(from, at)]));
        return at + 1;
      }
    }
    pieces.push(chunk.subarray(from));
    this.#size += chunk.length - from;
    // No key of any format is that long: this is something else.
    if (this.#size > MAX_KEY_BYTES) throw broken();
    return chunk.length;
  }

  #endKey(bytes: Buffer): void {
    const top = this.#stack.at(-1);
    this.#keyPieces = null;
    this.#size = 0;
    if (top === undefined) return;
    try {
      top.step = JSON.parse(`"${bytes.toString('utf8')}"`) as string;
    } catch {
      throw broken();
    }
    top.atKey = false;
  }
}
