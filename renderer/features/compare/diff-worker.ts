import { diffTexts } from './word-diff';

/** What the worker is asked. */
export interface DiffQuestion {
  readonly before: string;
  readonly after: string;
  readonly language: string;
}

addEventListener('message', ({ data }: MessageEvent<DiffQuestion>) => {
  postMessage(diffTexts(data.before, data.after, data.language));
});
