import type { PromptContent } from '../../../preload/contract/prompts';
import { checkedPrompt, type ReadPrompts } from './prompt-json';

const FENCE = '---';

/** A line of a text that would be taken for a fence gets a backslash; one that has some gets one more. */
const escapeLines = (text: string): string => text.replaceAll(/^(\\*---)$/gm, '\\$1');
const unescapeLines = (text: string): string => text.replaceAll(/^\\(\\*---)$/gm, '$1');

/** Prompts as Markdown: each begins with a head of `title` and `tags` (YAML that is JSON too) between lines of `---`. */
export const writePromptMarkdown = (prompts: readonly PromptContent[]): string =>
  prompts
    .map(({ title, text, tags }) => {
      const head = `title: ${JSON.stringify(title)}\ntags: ${JSON.stringify(tags)}`;
      return `${FENCE}\n${head}\n${FENCE}\n${escapeLines(text)}\n`;
    })
    .join('');

/** A value of a head: JSON, or as a person writes it by hand. */
const headValue = (head: string, name: string): unknown => {
  const written = new RegExp(`^${name}:[ \\t]*(.*)$`, 'm').exec(head)?.[1]?.trim() ?? '';
  try {
    return JSON.parse(written);
  } catch {
    return written;
  }
};

const tagsOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? value.replaceAll(/^\[|\]$/g, '').split(',') : [];
};

const toPrompt = (head: string, text: string): PromptContent | null => {
  const title = headValue(head, 'title');
  return checkedPrompt(
    title === '' ? null : String(title),
    unescapeLines(text.replace(/\n$/, '')),
    tagsOf(headValue(head, 'tags')),
  );
};

const HEAD = /^---\n((?:(?!---$).*\n)*?)---(?:\n|$)/gm;

/**
 * Reads prompts of Markdown.
 * @param name the file's, without its ending: the title of a text without a head.
 */
export const readPromptMarkdown = (markdown: string, name: string): ReadPrompts => {
  const text = markdown.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');
  const heads = [...text.matchAll(HEAD)].filter(([, head = '']) => /^title:/m.test(head));
  if (heads[0]?.index !== 0) {
    const prompt = checkedPrompt(name, text.replace(/\n$/, ''), []);
    return prompt === null ? { prompts: [], refused: 1 } : { prompts: [prompt], refused: 0 };
  }
  const prompts = heads
    .map((match, at) => {
      const end = heads[at + 1]?.index ?? text.length;
      return toPrompt(match[1] ?? '', text.slice(match.index + match[0].length, end));
    })
    .filter((prompt) => prompt !== null);
  return { prompts, refused: heads.length - prompts.length };
};
