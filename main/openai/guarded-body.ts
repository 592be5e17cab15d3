import { Failure } from '../../preload/contract/result';
import { completionAsEvents } from './completion-as-events';
import { EventScanner } from './event-scanner';
import { type OnWake, orSlept } from './sleep';

type ByteReader = ReadableStreamDefaultReader<Uint8Array>;

/** What the end of an answer's bytes tells beside the events themselves. */
export interface StreamEnd {
  /** The server said `[DONE]`. */
  sawDone: boolean;
  /** The bytes ended in the middle of a line. */
  endedInLine: boolean;
}

/** What is waited for and for how long. */
export interface BodyGuardOptions {
  readonly host: string;
  /** Milliseconds without a single byte after which the answer is given up. */
  readonly silenceMs: number;
  /** Told each time the computer has been asleep. Returns the undo. */
  readonly onWake?: OnWake | undefined;
}

const MAX_JSON_BYTES = 16 * 1024 * 1024;
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';

const silence = (options: BodyGuardOptions): Failure =>
  new Failure('api.silence', 'no byte for too long', {
    host: options.host,
    seconds: Math.round(options.silenceMs / 1000),
  });

const webPage = (host: string): Failure =>
  new Failure('api.malformed', 'the server answered with a web page', { host, reason: 'html' });

const ignore = (): void => undefined;

/**
 * Reads the next bytes, or fails with `api.silence`, after a sleep of the computer with `api.slept`. Any byte counts: comments
 * and blank lines are signs of life.
 */
const readInTime = async (reader: ByteReader, options: BodyGuardOptions) => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silence(options)), options.silenceMs);
  });
  try {
    return await orSlept(Promise.race([reader.read(), late]), options.host, options.onWake);
  } finally {
    clearTimeout(timer);
  }
};

/** Reads everything that is left, at most 16 MB. */
const readRest = async (reader: ByteReader, first: Uint8Array, options: BodyGuardOptions) => {
  const chunks = [first];
  let size = first.byteLength;
  while (size <= MAX_JSON_BYTES) {
    const { done, value } = await readInTime(reader, options);
    if (done) return Buffer.concat(chunks).toString('utf8');
    chunks.push(value);
    size += value.byteLength;
  }
  throw new Failure('api.tooLong', 'the answer is too large', { host: options.host });
};

type BodyKind = 'unknown' | 'events' | 'json' | 'html';

const kindOf = (chunk: Uint8Array): BodyKind => {
  const text = Buffer.from(chunk.subarray(0, 256))
    .toString('latin1')
    .replace(BYTE_ORDER_MARK, '')
    .trimStart();
  if (text === '') return 'unknown';
  if (text.startsWith('{') || text.startsWith('[')) return 'json';
  return text.startsWith('<') ? 'html' : 'events';
};

/** The pieces of an event stream; JSON is turned into one. The kind is told by the first byte, not by the header. */
async function* eventBytes(reader: ByteReader, options: BodyGuardOptions, end: StreamEnd) {
  const scanner = new EventScanner();
  let kind: BodyKind = 'unknown';
  while (true) {
    const { done, value } = await readInTime(reader, options);
    if (done) break;
    if (kind === 'unknown') kind = kindOf(value);
    if (kind === 'html') throw webPage(options.host);
    if (kind === 'json') {
      end.sawDone = true;
      yield Buffer.from(completionAsEvents(await readRest(reader, value, options)));
      return;
    }
    scanner.scan(value);
    end.sawDone = scanner.sawDone;
    yield value;
  }
  end.endedInLine = scanner.lineIsOpen;
}

async function* jsonBytes(reader: ByteReader, options: BodyGuardOptions) {
  const { done, value } = await readInTime(reader, options);
  if (done) return;
  if (kindOf(value) === 'html') throw webPage(options.host);
  yield Buffer.from(await readRest(reader, value, options));
}

const asStream = (bytes: AsyncGenerator<Uint8Array>, reader: ByteReader): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await bytes.next();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (thrown) {
          reader.cancel().catch(ignore);
          throw thrown;
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // Nothing is read ahead: what `StreamEnd` says is true of exactly the events that were handed out.
    { highWaterMark: 0 },
  );

/**
 * Wraps the body of a streaming answer. Errors: `api.silence` after `silenceMs` without a byte, `api.slept`, `api.tooLong` for an
 * event over 8 MB, `api.malformed` for a web page or other JSON. `end` is kept up to date while it is read.
 */
export const guardEvents = (body: ReadableStream<Uint8Array>, options: BodyGuardOptions, end: StreamEnd) => {
  const reader = body.getReader();
  return asStream(eventBytes(reader, options, end), reader);
};

/** Wraps the body of any other answer: JSON of at most 16 MB, with the same errors. */
export const guardJson = (body: ReadableStream<Uint8Array>, options: BodyGuardOptions) => {
  const reader = body.getReader();
  return asStream(jsonBytes(reader, options), reader);
};
