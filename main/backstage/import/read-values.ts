import { StringDecoder } from 'node:string_decoder';
import { readFailure } from './import-source';
import { JsonReader, type JsonValue, type Wants } from './json-reader';
import type { SourceFile } from './source-file';

/** The longest chat that is read: while it is, it takes several times as much memory. */
const MAX_CHAT_BYTES = 192 * 1024 * 1024;

/** Told how many more bytes were read. */
export type OnBytes = (count: number) => void;

/** The bytes of a file piece by piece. Ends the stream when the reader stops early. Errors: as `readFailure`. */
export async function* readChunks(file: SourceFile, onBytes: OnBytes): AsyncGenerator<Buffer> {
  const stream = await file.open();
  try {
    for await (const chunk of stream) {
      onBytes((chunk as Buffer).length);
      yield chunk as Buffer;
    }
  } catch (thrown) {
    throw readFailure(thrown);
  } finally {
    stream.destroy();
  }
}

/** The values of a JSON file that are asked for, one after the other. Errors: `transfer.broken`, `transfer.truncated`. */
export async function* readValues(
  file: SourceFile,
  wants: Wants,
  onBytes: OnBytes,
): AsyncGenerator<JsonValue> {
  const reader = new JsonReader(wants, MAX_CHAT_BYTES);
  for await (const chunk of readChunks(file, onBytes)) yield* reader.push(chunk);
  yield* reader.end();
}

/** The lines of a file that hold anything; null for one that is longer than a chat may be. */
export async function* readLines(file: SourceFile, onBytes: OnBytes): AsyncGenerator<string | null> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let isTooLong = false;
  for await (const chunk of readChunks(file, onBytes)) {
    const pieces = decoder.write(chunk).split('\n');
    const last = pieces.pop() ?? '';
    for (const piece of pieces) {
      const line = rest + piece;
      if (isTooLong) yield null;
      else if (line.trim() !== '') yield line;
      [rest, isTooLong] = ['', false];
    }
    rest = isTooLong ? '' : rest + last;
    if (rest.length > MAX_CHAT_BYTES) [rest, isTooLong] = ['', true];
  }
  const line = rest + decoder.end();
  if (isTooLong) yield null;
  else if (line.trim() !== '') yield line;
}
