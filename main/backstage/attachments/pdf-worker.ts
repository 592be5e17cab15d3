import { parentPort, workerData } from 'node:worker_threads';
import { type PdfAnswer, type PdfJob, readPdf } from './read-pdf';

const answer = async (): Promise<PdfAnswer> => {
  try {
    // Ours: started by pdf-text alone.
    return await readPdf(workerData as PdfJob);
  } catch {
    // Whatever pdf.js throws at broken bytes: its messages may quote them.
    return { kind: 'refused', reason: 'notPdf' };
  }
};

void answer().then((made) => parentPort?.postMessage(made));
