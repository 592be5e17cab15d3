import { Worker } from 'node:worker_threads';
import { Failure, toAppError } from '../../../preload/contract/result';
import type { DatabaseJob, JobAnswer } from './database-job';

/** Beside the bundled backstage. */
const program = (): URL => new URL('./database-worker.js', import.meta.url);

const ended = (): JobAnswer => ({
  ok: false,
  error: toAppError(new Failure('history.unavailable', 'The thread ended without an answer')),
});

/** Does a job in a thread of its own: minutes on a large history, while the daily work goes on. Never rejects. */
export const jobInThread = async (job: DatabaseJob, url: URL = program()): Promise<JobAnswer> => {
  const worker = new Worker(url, { workerData: job, env: {} });
  try {
    return await new Promise<JobAnswer>((resolve) => {
      worker.once('message', resolve);
      worker.once('error', () => resolve(ended()));
      worker.once('exit', () => resolve(ended()));
    });
  } finally {
    await worker.terminate();
  }
};
