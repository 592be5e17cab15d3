import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiffQuestion } from './diff-worker';
import type { TextDiff } from './word-diff';

/** Two long texts take a second or two; the page goes on meanwhile. Null: still at it. */
export const useDiff = (before: string, after: string): TextDiff | 'failed' | null => {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const [found, setFound] = useState<{
    readonly of: DiffQuestion;
    readonly diff: TextDiff | 'failed';
  } | null>(null);
  useEffect(() => {
    const question: DiffQuestion = { before, after, language };
    const worker = new Worker(new URL('./diff-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<TextDiff>) =>
      setFound({ of: question, diff: data }),
    );
    worker.addEventListener('error', () => setFound({ of: question, diff: 'failed' }));
    worker.postMessage(question);
    return () => worker.terminate();
  }, [before, after, language]);
  if (found === null || found.of.before !== before || found.of.after !== after) return null;
  return found.diff;
};
