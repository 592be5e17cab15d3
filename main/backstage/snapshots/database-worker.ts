import { parentPort, workerData } from 'node:worker_threads';
import { type DatabaseJob, doJob } from './database-job';

// Ours: started by job-thread alone. A number says how far it is, the answer comes last.
parentPort?.postMessage(doJob(workerData as DatabaseJob, (done) => parentPort?.postMessage(done)));
