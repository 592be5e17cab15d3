/** What is being typed after a sign that calls up a list: `/` for prompts, `@` for models. */
export interface Trigger {
  readonly kind: 'prompt' | 'model';
  /** Where the sign stands in the text. */
  readonly start: number;
  /** What stands between the sign and the caret. */
  readonly query: string;
}

/** Nobody searches for more; a long line is no query. */
const MAX_QUERY = 60;

/** Full-width signs are those of an input method that is still on. */
const SLASHES = /^[/／]/;
const AT_SIGNS = /^[@＠]/;

/**
 * What the text before the caret calls up. A slash does at the beginning of a line, an at sign at the beginning of the
 * message; a blank or another slash ends it, so that paths and prose stay what they are.
 */
export const triggerAt = (text: string, caret: number): Trigger | null => {
  // Not by lastIndexOf over all of a long text: a query is short.
  const near = text.slice(Math.max(0, caret - MAX_QUERY - 2), caret);
  const line = near.slice(near.lastIndexOf('\n') + 1);
  const start = caret - line.length;
  if (line.length > MAX_QUERY) return null;
  const query = line.slice(1);
  if (SLASHES.test(line)) return /[\s/]/.test(query) ? null : { kind: 'prompt', start, query };
  if (start === 0 && AT_SIGNS.test(line)) return /\s/.test(query) ? null : { kind: 'model', start, query };
  return null;
};
