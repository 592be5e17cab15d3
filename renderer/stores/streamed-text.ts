/**
 * A text that grows at its end, `before` and then `recent`. `before` stays the very same string for many pieces: who has read it
 * need not read it again, and a long reply is not put together anew for each token.
 */
export interface StreamedText {
  readonly before: string;
  readonly recent: string;
  /** All of it. V8 puts it together when it is first read, and not when it is only handed on. */
  readonly whole: string;
}

/** Length of `recent` from which most of it goes to `before`, in UTF-16 code units. */
const MOST = 32_768;
/** So much stays in `recent` then: more than a block of Markdown that still grows usually is. */
const LEFT = 8192;

const make = (before: string, recent: string): StreamedText => ({ before, recent, whole: before + recent });

/** A text that is known at once. */
export const streamedText = (text: string): StreamedText => ({ before: '', recent: text, whole: text });

/** The text with more at its end. */
export const appended = ({ before, recent }: StreamedText, more: string): StreamedText => {
  const grown = recent + more;
  if (grown.length <= MOST) return make(before, grown);
  const cut = grown.length - LEFT;
  return make(before + grown.slice(0, cut), grown.slice(cut));
};

/** The first `length` UTF-16 code units of a text. */
export const firstOf = (text: StreamedText, length: number): StreamedText => {
  const { before, recent, whole } = text;
  if (length >= whole.length) return text;
  return length < before.length
    ? streamedText(before.slice(0, length))
    : make(before, recent.slice(0, length - before.length));
};

/** What comes after the first `length` UTF-16 code units of a text. */
export const restOf = ({ before, recent }: StreamedText, length: number): string =>
  length < before.length ? before.slice(length) + recent : recent.slice(length - before.length);

// Compared as words of memory; `startsWith` goes letter by letter, which a long reply would feel in each frame.
const startsWith = (text: string, start: string): boolean => text.slice(0, start.length) === start;

/** Whether `text` begins with all of `start`. Costs no more than what is recent where both have the same `before`. */
export const goesOnFrom = (text: StreamedText, start: StreamedText): boolean =>
  text.before === start.before ? startsWith(text.recent, start.recent) : startsWith(text.whole, start.whole);
