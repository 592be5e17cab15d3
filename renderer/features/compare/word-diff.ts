import { diffArrays } from 'diff';

/** A stretch of text that is in both texts, only in the second, or only in the first. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** How a text became another. */
export interface TextDiff {
  readonly parts: readonly DiffPart[];
  /** `lines` where the texts differ too much to be compared word by word; `none` where not even lines are alike. */
  readonly unit: 'words' | 'lines' | 'none';
}

/** Most insertions and deletions that are looked for: time and memory grow with its square (about a second for words). */
const MAX_WORD_EDITS = 4000;
const MAX_LINE_EDITS = 2000;
/** Longer texts are compared by lines at once: cutting them into words alone would take seconds. In UTF-16 code units. */
const MAX_WORDS_LENGTH = 2_000_000;

/** Pieces that end with a space or a punctuation mark where they can: a segmenter takes quadratic time. */
const PIECES = /[\s\S]{1,1000}(?<=[\s\p{P}])|[\s\S]{1,1000}/gu;

const wordsOf = (text: string, segmenter: Intl.Segmenter): string[] =>
  (text.match(PIECES) ?? []).flatMap((piece) =>
    Array.from(segmenter.segment(piece), ({ segment }) => segment),
  );

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

const partsOf = (before: string[], after: string[], maxEditLength: number): readonly DiffPart[] | null => {
  const changes = diffArrays(before, after, { maxEditLength });
  if (changes === undefined) return null;
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
};

const isSpace = ({ kind, text }: DiffPart): boolean => kind === 'same' && text.trim() === '';

/** All that was removed in a run of changes, then all that was added. */
const joinedRun = (run: readonly DiffPart[]): readonly DiffPart[] =>
  (['removed', 'added'] as const)
    .map((kind) => ({
      kind,
      text: run
        .filter((part) => part.kind === kind || part.kind === 'same')
        .map(({ text }) => text)
        .join(''),
    }))
    .filter(({ text }) => text !== '');

/**
 * Joins changes that only space keeps apart: "one word, another word" reads better than two words with a space that
 * stayed between them.
 */
const withoutSpaceBetween = (parts: readonly DiffPart[]): readonly DiffPart[] => {
  const joined: DiffPart[] = [];
  let run: DiffPart[] = [];
  const flush = () => {
    joined.push(...joinedRun(run));
    run = [];
  };
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    const bridges = run.length > 0 && isSpace(part) && next !== undefined && next.kind !== 'same';
    if (part.kind !== 'same' || bridges) {
      run.push(part);
    } else {
      flush();
      joined.push(part);
    }
  }
  flush();
  return joined;
};

/**
 * What differs between two texts, by words (Chinese ones too) where that can be told in about a second, else by lines.
 * The parts that are the same or removed make the first text exactly, those the same or added the second.
 * @param language whose rules part words.
 */
export const diffTexts = (before: string, after: string, language: string): TextDiff => {
  if (before.length + after.length <= MAX_WORDS_LENGTH) {
    const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    const words = partsOf(wordsOf(before, segmenter), wordsOf(after, segmenter), MAX_WORD_EDITS);
    if (words !== null) return { parts: withoutSpaceBetween(words), unit: 'words' };
  }
  const lines = partsOf(linesOf(before), linesOf(after), MAX_LINE_EDITS);
  if (lines !== null) return { parts: lines, unit: 'lines' };
  return {
    parts: [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ],
    unit: 'none',
  };
};
