import katex from 'katex';
import 'katex/dist/katex.min.css';

const remembered = new Map<string, string | { readonly error: string }>();
/** Formulas kept set: a long chat scrolled up and down sets none twice. */
const MOST_REMEMBERED = 2000;

const setAnew = (tex: string, display: boolean): string | { readonly error: string } => {
  try {
    return katex.renderToString(tex, {
      displayMode: display,
      output: 'htmlAndMathml',
      throwOnError: true,
      // Chinese in a formula is no mistake.
      strict: 'ignore',
      trust: false,
      maxExpand: 1000,
      maxSize: 20,
    });
  } catch (cause) {
    return { error: cause instanceof Error ? cause.message.replace(/^KaTeX parse error: /, '') : '' };
  }
};

/** Sets a formula: HTML for the eye and MathML for screen readers, or why it cannot be set. */
export const typeset = (tex: string, display: boolean): string | { readonly error: string } => {
  const key = `${display}${tex}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const set = setAnew(tex, display);
  remembered.set(key, set);
  return set;
};
