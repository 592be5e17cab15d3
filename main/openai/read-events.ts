import { type BodyGuard, type ByteReader, kindOf, readInTime, readRest, webPage } from './answer-bytes';
import { completionAsEvent } from './completion-as-event';
import { EventDecoder } from './event-decoder';

/** What the end of an answer tells beside its events. */
export interface StreamEnd {
  /** The server said that this was all. */
  readonly sawDone: boolean;
  /** The bytes ended in the middle of an event. */
  readonly cutInEvent: boolean;
}

/** How long the end of an answer that has said `[DONE]` is waited for. */
const END_MS = 1000;

const ignore = (): void => undefined;

/** Reads away what follows `[DONE]`, so that the connection can carry the next request; a server that goes on is left. */
const letEnd = async (reader: ByteReader): Promise<void> => {
  const timer = setTimeout(() => reader.cancel().catch(ignore), END_MS);
  try {
    while (!(await reader.read()).done);
  } finally {
    clearTimeout(timer);
  }
};

const readFirst = async (reader: ByteReader, guard: BodyGuard) => {
  while (true) {
    const { done, value } = await readInTime(reader, guard);
    if (done) return null;
    const kind = kindOf(value);
    if (kind !== 'unknown') return { kind, value };
  }
};

const readAll = async (
  reader: ByteReader,
  guard: BodyGuard,
  onEvent: (event: unknown) => void,
): Promise<StreamEnd> => {
  const first = await readFirst(reader, guard);
  if (first === null) return { sawDone: false, cutInEvent: false };
  if (first.kind === 'html') throw webPage(guard.host);
  if (first.kind === 'json') {
    onEvent(completionAsEvent(await readRest(reader, first.value, guard)));
    return { sawDone: true, cutInEvent: false };
  }
  const decoder = new EventDecoder(onEvent);
  decoder.take(first.value);
  while (!decoder.sawDone) {
    const { done, value } = await readInTime(reader, guard);
    if (done) return { cutInEvent: decoder.end(), sawDone: decoder.sawDone };
    decoder.take(value);
  }
  void letEnd(reader).catch(ignore);
  return { sawDone: true, cutInEvent: false };
};

/**
 * Reads the answer to a streamed request to its end, or to `[DONE]`.
 * @param onEvent is given the JSON of each event as soon as it is whole; an event named `error` as `{ error }`, and the JSON of a
 *   server that ignored `stream` as the one event it could have sent. What it throws ends the reading.
 * @throws Failure `api.silence` after `silenceMs` without a byte, `api.slept`, `api.tooLong` for an event of over 8 million characters,
 *   `api.malformed` for a web page or other JSON; SyntaxError for an event that is no JSON; what `body` fails with.
 */
export const readEvents = async (
  body: ReadableStream<Uint8Array>,
  guard: BodyGuard,
  onEvent: (event: unknown) => void,
): Promise<StreamEnd> => {
  const reader = body.getReader();
  try {
    return await readAll(reader, guard, onEvent);
  } catch (thrown) {
    // It closes the connection: a server that is not listened to any more shall not go on.
    reader.cancel().catch(ignore);
    throw thrown;
  }
};
