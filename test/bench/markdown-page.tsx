import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { MarkdownText } from '../../renderer/features/markdown/markdown-text';
import { startI18n } from '../../renderer/i18n/i18n';
import { appended, streamedText } from '../../renderer/stores/streamed-text';
import '../../renderer/styles/tokens.css';
import { benchTexts } from '../../scripts/bench/lib/texts.mjs';

/** What streaming one text took. All times in milliseconds. */
export interface Streamed {
  readonly name: string;
  /** Script and layout for each step. */
  readonly perStep: number;
  /** Script alone for each step, in every tenth of the text. */
  readonly scripts: readonly number[];
  readonly longestStep: number;
}

type Show = (text: string) => void;

/** 64 tokens of four letters in each frame: about 3,800 tokens a second. */
const STEP = 256;

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const stream = async (name: string, text: string, show: Show): Promise<Streamed> => {
  const steps: number[] = [];
  const scripts: number[] = [];
  for (let end = STEP; end < text.length + STEP; end += STEP) {
    const began = performance.now();
    show(text.slice(0, end));
    scripts.push(performance.now() - began);
    void document.body.offsetHeight;
    steps.push(performance.now() - began);
    await nextFrame();
  }
  const tenth = Math.floor(steps.length / 10);
  return {
    name,
    perStep: mean(steps),
    scripts: Array.from({ length: 10 }, (_, at) => mean(scripts.slice(at * tenth, (at + 1) * tenth))),
    longestStep: Math.max(...steps),
  };
};

const inNewBox = async (run: (box: HTMLElement) => Promise<Streamed>): Promise<Streamed> => {
  const box = document.createElement('div');
  document.body.append(box);
  const result = await run(box);
  box.remove();
  await nextFrame();
  return result;
};

const asMarkdown = (name: string, whole: string): Promise<Streamed> =>
  inNewBox(async (box) => {
    const root = createRoot(box);
    let text = streamedText('');
    const show = (shown: string) => {
      text = appended(text, shown.slice(text.whole.length));
      flushSync(() => root.render(<MarkdownText text={text} grows={true} />));
    };
    const result = await stream(name, whole, show);
    // Formatting goes on in frames of its own; it must not reach into the next run.
    for (let frame = 0; frame < 60; frame += 1) await nextFrame();
    root.unmount();
    return result;
  });

const asPlainText = (name: string, text: string): Promise<Streamed> =>
  inNewBox((box) => {
    const pre = document.createElement('pre');
    pre.style.whiteSpace = 'pre-wrap';
    const node = document.createTextNode('');
    pre.append(node);
    box.append(pre);
    return stream(name, text, (shown) => node.appendData(shown.slice(node.length)));
  });

/**
 * Streams every text as Markdown and as plain text; the plain text is the floor.
 * @param letters of each text. @param names of the texts
 */
const bench = async (
  letters: number,
  names: readonly string[],
): Promise<readonly (readonly [Streamed, Streamed])[]> => {
  await startI18n('en');
  const results: (readonly [Streamed, Streamed])[] = [];
  const texts = benchTexts(letters);
  // The first run compiles; it is not counted.
  await asMarkdown('warm-up', benchTexts(10_000).mixed ?? '');
  for (const name of names) {
    const text = texts[name] ?? '';
    results.push([await asMarkdown(name, text), await asPlainText(name, text)]);
  }
  return results;
};

Object.assign(globalThis, { bench });
