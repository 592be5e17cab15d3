import type { ColouredLine } from './highlight';
import type { Grammar } from './languages';
import type { HighlightDone, HighlightJob } from './worker';

type Lines = readonly ColouredLine[] | null;

let worker: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, (lines: Lines) => void>();

const start = (): Worker => {
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<HighlightDone>) => {
    waiting.get(data.id)?.(data.lines);
    waiting.delete(data.id);
  });
  // Code without colours is still code: whoever waits gets none.
  started.addEventListener('error', () => {
    for (const done of waiting.values()) done(null);
    waiting.clear();
  });
  return started;
};

/** Colours code in a worker, so that no frame waits for it. Null where it cannot be coloured. */
export const highlightAside = (grammar: Grammar, code: string): Promise<Lines> =>
  new Promise((resolve) => {
    worker ??= start();
    lastId += 1;
    waiting.set(lastId, resolve);
    worker.postMessage({ id: lastId, grammar, code } satisfies HighlightJob);
  });
