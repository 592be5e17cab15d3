import { type ColouredLine, highlight } from './highlight';
import type { Grammar } from './languages';

/** What the worker is asked. */
export interface HighlightJob {
  readonly id: number;
  readonly grammar: Grammar;
  readonly code: string;
}

/** What it answers: null where colouring failed. */
export interface HighlightDone {
  readonly id: number;
  readonly lines: readonly ColouredLine[] | null;
}

self.addEventListener('message', ({ data }: MessageEvent<HighlightJob>) => {
  const { id, grammar, code } = data;
  const answer = (lines: readonly ColouredLine[] | null) =>
    self.postMessage({ id, lines } satisfies HighlightDone);
  highlight(grammar, code).then(answer, () => answer(null));
});
