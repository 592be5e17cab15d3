import { type BodyGuard, type ByteReader, kindOf, readInTime, readRest, webPage } from './answer-bytes';

const readJson = async (reader: ByteReader, guard: BodyGuard): Promise<Uint8Array | null> => {
  const { done, value } = await readInTime(reader, guard);
  if (done) return null;
  if (kindOf(value) === 'html') throw webPage(guard.host);
  return Buffer.from(await readRest(reader, value, guard));
};

/**
 * Wraps the body of an answer that is to be JSON for the SDK to parse: at most 16 MB. Errors: `api.silence` after `silenceMs` without
 * a byte, `api.slept`, `api.tooLong`, `api.malformed` for a web page.
 */
export const guardJson = (body: ReadableStream<Uint8Array>, guard: BodyGuard): ReadableStream<Uint8Array> => {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const bytes = await readJson(reader, guard);
        if (bytes !== null) controller.enqueue(bytes);
        controller.close();
      } catch (thrown) {
        reader.cancel().catch(() => undefined);
        throw thrown;
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
};
