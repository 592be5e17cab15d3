import { parentPort, workerData } from 'node:worker_threads';
import { type DatabaseJob, doJob } from './database-job';

// Ours: started by job-thread alone.
parentPort?.postMessage(doJob(workerData as DatabaseJob));
