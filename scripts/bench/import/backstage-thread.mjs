import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** Backstage in a thread of its own, as it is in a process of its own in the app: who asks is not the one who answers. */
const { createBackstage } = await import(pathToFileURL(path.join(workerData, 'backstage.mjs')).href);
const backstage = createBackstage();
parentPort?.on('message', async (call) => parentPort?.postMessage(await backstage.handle(call)));
