/** A value of which all has come. */
interface Closed {
  readonly kind: 'closed';
  readonly value: unknown;
}

/** A value of JSON that is still being written. Of an open object or array, only the last child can be open. */
export type PartialValue =
  | Closed
  | { readonly kind: 'object'; readonly entries: readonly (readonly [name: string, value: PartialValue])[] }
  | { readonly kind: 'array'; readonly items: readonly PartialValue[] }
  | { readonly kind: 'string'; readonly text: string }
  /** A number, or a word of which the end has not come. */
  | { readonly kind: 'scalar'; readonly text: string }
  | { readonly kind: 'nothing' };

const SPACE = /[ \t\n\r]*/y;
const STRING = /"[^"\\\p{Cc}]*(?:(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\x7f-\x9f])[^"\\\p{Cc}]*)*"/uy;
/** Without its last character, if that is half of an escape. */
const BEGUN_STRING = /"[^"\\\p{Cc}]*(?:(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\x7f-\x9f])[^"\\\p{Cc}]*)*/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\d.eE+-])|true|false|null/y;
const BEGUN_SCALAR = /^(?:-?(?:0|[1-9]\d*)?(?:\.\d*)?(?:[eE][+-]?\d*)?|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/;
/** The rest of a text that ends in an escape. */
const HALF_ESCAPE = /^(?:\\(?:u[0-9a-fA-F]{0,3})?)?$/;

/** Nested deeper, it is not looked at. */
const DEEPEST = 100;

const NOTHING: PartialValue = { kind: 'nothing' };

class Broken extends Error {}

const isClosed = (value: PartialValue): value is Closed => value.kind === 'closed';

class Reader {
  #at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The value of the whole text. */
  whole(): PartialValue {
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) throw new Broken();
    return value;
  }

  #value(depth: number): PartialValue {
    this.#space();
    if (this.#isEnd) return NOTHING;
    if (depth > DEEPEST) throw new Broken();
    const sign = this.#text[this.#at];
    if (sign === '{') return this.#object(depth);
    if (sign === '[') return this.#array(depth);
    return sign === '"' ? this.#string() : this.#scalar();
  }

  #object(depth: number): PartialValue {
    const entries: (readonly [string, PartialValue])[] = [];
    const open: PartialValue = { kind: 'object', entries };
    this.#at += 1;
    if (this.#isNext('}')) return { kind: 'closed', value: {} };
    for (;;) {
      this.#space();
      const name = this.#isEnd ? NOTHING : this.#string();
      if (!isClosed(name)) return open;
      this.#space();
      if (this.#isEnd) return open;
      if (!this.#isNext(':')) throw new Broken();
      const value = this.#value(depth + 1);
      entries.push([String(name.value), value]);
      if (!isClosed(value)) return open;
      if (this.#isNext('}')) return { kind: 'closed', value: fromEntries(entries) };
      if (this.#isEnd) return open;
      if (!this.#isNext(',')) throw new Broken();
    }
  }

  #array(depth: number): PartialValue {
    const items: PartialValue[] = [];
    const open: PartialValue = { kind: 'array', items };
    this.#at += 1;
    if (this.#isNext(']')) return { kind: 'closed', value: [] };
    for (;;) {
      const value = this.#value(depth + 1);
      if (value.kind !== 'nothing') items.push(value);
      if (!isClosed(value)) return open;
      if (this.#isNext(']')) return { kind: 'closed', value: items.map(closedValue) };
      if (this.#isEnd) return open;
      if (!this.#isNext(',')) throw new Broken();
    }
  }

  #string(): PartialValue {
    const whole = this.#take(STRING);
    if (whole !== '') return { kind: 'closed', value: JSON.parse(whole) as unknown };
    const begun = this.#take(BEGUN_STRING);
    if (begun === '' || !HALF_ESCAPE.test(this.#text.slice(this.#at))) throw new Broken();
    this.#at = this.#text.length;
    return { kind: 'string', text: JSON.parse(`${begun}"`) as string };
  }

  #scalar(): PartialValue {
    const rest = this.#text.slice(this.#at, this.#at + 40);
    const word = this.#take(SCALAR);
    // A number at the end of the text may go on.
    if (word !== '' && !(this.#isEnd && /\d$/.test(word))) {
      return { kind: 'closed', value: JSON.parse(word) as unknown };
    }
    if (word === '' && !BEGUN_SCALAR.test(rest)) throw new Broken();
    this.#at = this.#text.length;
    return { kind: 'scalar', text: word === '' ? rest : word };
  }

  get #isEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  #space(): void {
    this.#take(SPACE);
  }

  #isNext(sign: string): boolean {
    this.#space();
    const isThere = this.#text[this.#at] === sign;
    if (isThere) this.#at += 1;
    return isThere;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }
}

const closedValue = (value: PartialValue): unknown => (isClosed(value) ? value.value : undefined);

const fromEntries = (entries: readonly (readonly [string, PartialValue])[]): unknown =>
  Object.fromEntries(entries.map(([name, value]) => [name, closedValue(value)]));

/** What of a JSON text has come, or null where it is no beginning of JSON (or nests too deeply). */
export const readPartialJson = (text: string): PartialValue | null => {
  try {
    return new Reader(text).whole();
  } catch (thrown) {
    if (thrown instanceof Broken) return null;
    throw thrown;
  }
};
