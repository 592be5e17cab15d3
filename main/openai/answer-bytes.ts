import { Failure } from '../../preload/contract/result';
import { type OnWake, orSlept } from './sleep';

/** Reads the bytes of an answer. */
export type ByteReader = ReadableStreamDefaultReader<Uint8Array>;

/** What is waited for and for how long. */
export interface BodyGuard {
  readonly host: string;
  /** Milliseconds without a single byte after which the answer is given up. */
  readonly silenceMs: number;
  /** Told each time the computer has been asleep. Returns the undo. */
  readonly onWake?: OnWake | undefined;
}

const MAX_JSON_BYTES = 16 * 1024 * 1024;
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';

const silence = ({ host, silenceMs }: BodyGuard): Failure =>
  new Failure('api.silence', 'no byte for too long', { host, seconds: Math.round(silenceMs / 1000) });

/**
 * Reads the next bytes, or fails with `api.silence`, after a sleep of the computer with `api.slept`. Any byte counts: comments
 * and blank lines are signs of life.
 */
export const readInTime = async (reader: ByteReader, guard: BodyGuard) => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silence(guard)), guard.silenceMs);
  });
  try {
    return await orSlept(Promise.race([reader.read(), late]), guard.host, guard.onWake);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Reads everything that is left of a text, `first` before it.
 * @throws Failure `api.tooLong` beyond 16 MB, and what `readInTime` does.
 */
export const readRest = async (reader: ByteReader, first: Uint8Array, guard: BodyGuard): Promise<string> => {
  const chunks = [first];
  let size = first.byteLength;
  while (size <= MAX_JSON_BYTES) {
    const { done, value } = await readInTime(reader, guard);
    if (done) return Buffer.concat(chunks).toString('utf8');
    chunks.push(value);
    size += value.byteLength;
  }
  throw new Failure('api.tooLong', 'the answer is too large', { host: guard.host });
};

/** What an answer is; unknown while nothing but white space came. */
export type BodyKind = 'unknown' | 'events' | 'json' | 'html';

/** Tells by its first bytes what an answer is: its header is not to be relied on. */
export const kindOf = (chunk: Uint8Array): BodyKind => {
  const text = Buffer.from(chunk.subarray(0, 256))
    .toString('latin1')
    .replace(BYTE_ORDER_MARK, '')
    .trimStart();
  if (text === '') return 'unknown';
  if (text.startsWith('{') || text.startsWith('[')) return 'json';
  return text.startsWith('<') ? 'html' : 'events';
};

/** The failure of a server that answers with a web page: most often its address is wrong. */
export const webPage = (host: string): Failure =>
  new Failure('api.malformed', 'the server answered with a web page', { host, reason: 'html' });
