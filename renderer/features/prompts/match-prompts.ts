import { foldText } from '../../../preload/contract/fold-text';
import type { SavedPrompt } from '../../../preload/contract/prompts';

/** Lower is better; null: not found. Whole beginnings, then beginnings of words, then anywhere, then letters in order. */
const rank = (text: string, query: string): number | null => {
  const at = text.indexOf(query);
  if (at === 0) return 0;
  if (at > 0) return /[\s\p{P}]/u.test(text.charAt(at - 1)) ? 1 : 2;
  let from = 0;
  for (const character of query) {
    const found = text.indexOf(character, from);
    if (found < 0) return null;
    from = found + character.length;
  }
  return 3;
};

const NOT_FOUND = 9;
const BEHIND_TITLES = 4;

/** A slash query holds no blanks, a title may. */
const rankOf = ({ title, tags }: SavedPrompt, query: string): number => {
  const folded = foldText(title);
  const inTitle = rank(folded, query) ?? rank(folded.replaceAll(/\s+/g, ''), query) ?? NOT_FOUND;
  const inTags = tags.map((tag) => rank(foldText(tag), query) ?? NOT_FOUND);
  // Letters here and there in a tag mean nothing.
  return Math.min(inTitle, ...inTags.filter((found) => found < 3).map((found) => found + BEHIND_TITLES));
};

/**
 * Prompts that fit what was typed after the slash, best first: by title, also with letters left out, and by tag. Signs of
 * any language count alike.
 */
export const matchPrompts = (prompts: readonly SavedPrompt[], typed: string): readonly SavedPrompt[] => {
  const query = foldText(typed.trim());
  if (query === '') return prompts;
  return prompts
    .map((prompt) => ({ prompt, found: rankOf(prompt, query) }))
    .filter(({ found }) => found !== NOT_FOUND)
    .sort((one, other) => one.found - other.found)
    .map(({ prompt }) => prompt);
};

/** Prompts that hold every word somewhere: title, tags or text. An empty tag means any. */
export const searchPrompts = (
  prompts: readonly SavedPrompt[],
  query: string,
  tag: string,
): readonly SavedPrompt[] => {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  return prompts.filter(({ title, text, tags }) => {
    if (tag !== '' && !tags.includes(tag)) return false;
    const all = foldText([title, ...tags, text].join('\n'));
    return words.every((word) => all.includes(word));
  });
};
