import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PdfAnswer, PdfJob } from './read-pdf';
import { refused } from './refused';

/** A PDF of a thousand pages takes a few seconds. In milliseconds. */
const MAX_MS = 30_000;
const MAX_HEAP_MB = 512;

/** Beside the bundled backstage. */
const program = (): URL => new URL('./pdf-worker.js', import.meta.url);

const run = (worker: Worker, maxMs: number): Promise<PdfAnswer> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(refused('pdfTooSlow')), maxMs);
    const end = (settle: () => void) => () => {
      clearTimeout(timer);
      settle();
    };
    worker.once('message', (answer: PdfAnswer) => end(() => resolve(answer))());
    // Out of memory, or it ended without a word.
    worker.once(
      'error',
      end(() => reject(refused('pdfTooSlow'))),
    );
    worker.once(
      'exit',
      end(() => reject(refused('notPdf'))),
    );
  });

/**
 * The text of a PDF, taken out by a thread of its own that is ended when it takes too long or too much: a PDF is a program
 * of sorts. Errors: `attachment.refused`.
 */
export const pdfText = async (
  bytes: Uint8Array,
  maxLength: number,
  { url = program(), maxMs = MAX_MS }: { readonly url?: URL; readonly maxMs?: number } = {},
): Promise<string> => {
  const job: PdfJob = { bytes, maxLength, cMapFolder: fileURLToPath(new URL('./cmaps/', url)) };
  const worker = new Worker(url, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    env: {},
  });
  try {
    const answer = await run(worker, maxMs);
    if (answer.kind === 'refused') throw refused(answer.reason);
    if (answer.text === '') throw refused('pdfNoText');
    return answer.text;
  } finally {
    await worker.terminate();
  }
};
