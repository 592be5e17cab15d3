import { Worker } from 'node:worker_threads';
import { type AppError, Failure, toAppError } from '../../../preload/contract/result';
import type { JobAnswer, RunJob } from './database-job';

/** Beside the bundled backstage. */
const program = (): URL => new URL('./database-worker.js', import.meta.url);

const ended = (): { readonly ok: false; readonly error: AppError } => ({
  ok: false,
  error: toAppError(new Failure('history.unavailable', 'The thread ended without an answer')),
});

/** Does a job in a thread of its own: minutes on a large history, while the daily work goes on. Never rejects. */
export const jobInThread: RunJob = async (job, watch) => {
  type Answer = JobAnswer<typeof job.kind>;
  const stopped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(program(), { workerData: { job, stopped }, env: {} });
  // Not ended from outside: a thread that is ended in the middle of libsql's work can take the process with it.
  const stop = (): void => void Atomics.store(stopped, 0, 1);
  watch?.signal.addEventListener('abort', stop);
  if (watch?.signal.aborted) stop();
  try {
    return await new Promise<Answer>((resolve) => {
      worker.on('message', (said: number | Answer) => {
        if (typeof said === 'number') watch?.onProgress(said);
        else resolve(said);
      });
      worker.once('error', () => resolve(ended()));
      worker.once('exit', () => resolve(ended()));
    });
  } finally {
    watch?.signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
};
