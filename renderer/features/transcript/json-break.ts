/** Where a text stops being JSON; both count from 1. */
export interface JsonBreak {
  readonly line: number;
  readonly column: number;
}

const SPACE = /[ \t\n\r]*/y;
// Unrolled, so that a long string without its end costs linear time.
const STRING = /"[^"\\\p{Cc}]*(?:(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\x7f-\x9f])[^"\\\p{Cc}]*)*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b/y;

const lengthAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

type Place = 'value' | 'firstValue' | 'key' | 'firstKey' | 'colon' | 'next' | 'end';

/** Goes through the tokens of a text and stops at the first that cannot stand where it stands. */
class JsonWalk {
  at = 0;
  readonly #text: string;
  readonly #open: ('{' | '[')[] = [];
  #place: Place = 'value';

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes one token; false where there is none that fits. */
  step(): boolean {
    this.at += lengthAt(SPACE, this.#text, this.at);
    const sign = this.#text[this.at] ?? '';
    switch (this.#place) {
      case 'firstKey':
        return (sign === '}' && this.#close()) || this.#take(STRING, 'colon');
      case 'key':
        return this.#take(STRING, 'colon');
      case 'colon':
        return sign === ':' && this.#move('value');
      case 'firstValue':
        return (sign === ']' && this.#close()) || this.#value(sign);
      case 'value':
        return this.#value(sign);
      case 'next':
        return this.#next(sign);
      case 'end':
        return false;
    }
  }

  #value(sign: string): boolean {
    if (sign === '{' || sign === '[') {
      this.#open.push(sign);
      return this.#move(sign === '{' ? 'firstKey' : 'firstValue');
    }
    return this.#take(sign === '"' ? STRING : SCALAR, this.#after());
  }

  #next(sign: string): boolean {
    const isObject = this.#open.at(-1) === '{';
    if (sign === ',') return this.#move(isObject ? 'key' : 'value');
    return sign === (isObject ? '}' : ']') && this.#close();
  }

  #close(): boolean {
    this.#open.pop();
    return this.#move(this.#after());
  }

  #after(): Place {
    return this.#open.length === 0 ? 'end' : 'next';
  }

  #move(place: Place): true {
    this.at += 1;
    this.#place = place;
    return true;
  }

  #take(pattern: RegExp, place: Place): boolean {
    const length = lengthAt(pattern, this.#text, this.at);
    this.at += length;
    if (length > 0) this.#place = place;
    return length > 0;
  }
}

/**
 * Where a text stops being JSON, or null when it is JSON. Own walk over the tokens: the message of a `SyntaxError` names
 * the place in some cases only.
 */
export const jsonBreak = (text: string): JsonBreak | null => {
  try {
    JSON.parse(text);
    return null;
  } catch {
    const walk = new JsonWalk(text);
    while (walk.step());
    const before = text.slice(0, walk.at).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
};
