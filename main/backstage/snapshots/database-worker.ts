import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../../../preload/contract/result';
import { type DatabaseJob, doJob } from './database-job';

/** What the thread is given: the job, and one number that becomes 1 when it is to end. */
const { job, stopped } = workerData as { readonly job: DatabaseJob; readonly stopped: Int32Array };

// Ours: started by job-thread alone. A number says how far it is, the answer comes last.
const answer = doJob(job, (done) => {
  if (Atomics.load(stopped, 0) === 1) throw new Failure('history.unavailable', 'The job was stopped');
  parentPort?.postMessage(done);
});
parentPort?.postMessage(answer);
