import { useEffect, useRef, useState } from 'react';
import { betweenKeys } from '../../../stores/between-keys';
import { highlightAside } from './client';
import type { ColouredLine } from './highlight';
import { grammarOf } from './languages';

/** Longer code is not coloured, in UTF-16 code units. */
const LONGEST_CODE = 400_000;
/** A text that grows is coloured again after this many times the time that it took before. */
const REST = 6;
const SHORTEST_REST_MS = 120;

const NONE: readonly ColouredLine[] = [];
const isSame = (a: ColouredLine, b: ColouredLine | undefined): boolean =>
  b !== undefined &&
  a.length === b.length &&
  a.every(({ kind, text }, index) => kind === b[index]?.kind && text === b[index].text);

/* Lines that are as they were stay the same objects, so that they are not rendered again. */
const keepSame = (before: readonly ColouredLine[], after: readonly ColouredLine[]): readonly ColouredLine[] =>
  after.map((line, index) => {
    const old = before[index];
    return old !== undefined && isSame(line, old) ? old : line;
  });

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The coloured lines of code, as far as they are known: while code grows they follow behind it, and a line that has
 * changed since keeps its old colours only as long as its text is the same.
 */
export const useHighlight = (language: string, code: string): readonly ColouredLine[] => {
  const grammar = grammarOf(language);
  const [lines, setLines] = useState(NONE);
  const newest = useRef(code);
  const busy = useRef(false);
  const gone = useRef(false);
  newest.current = code;
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  useEffect(() => {
    if (grammar === null || code === '' || code.length > LONGEST_CODE || busy.current) return;
    const follow = async () => {
      for (let done: string | null = null; done !== newest.current && !gone.current; ) {
        done = newest.current;
        const began = performance.now();
        const found = await highlightAside(grammar, done);
        if (gone.current) break;
        if (found !== null) betweenKeys(() => setLines((before) => keepSame(before, found)));
        if (done !== newest.current)
          await wait(Math.max(SHORTEST_REST_MS, REST * (performance.now() - began)));
      }
    };
    busy.current = true;
    void follow().finally(() => {
      busy.current = false;
    });
  }, [grammar, code]);
  return lines;
};
