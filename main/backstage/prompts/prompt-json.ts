import {
  MAX_PROMPT_TAG,
  MAX_PROMPT_TAGS,
  MAX_PROMPT_TEXT,
  MAX_PROMPT_TITLE,
  type PromptContent,
} from '../../../preload/contract/prompts';

/** What could be read of a file of prompts. */
export interface ReadPrompts {
  readonly prompts: readonly PromptContent[];
  /** How many entries were no prompts, or longer than one may be. */
  readonly refused: number;
}

const FORMAT = 'parlance-prompts';

type Fields = Readonly<Record<string, unknown>>;

const firstText = (entry: Fields, names: readonly string[]): string | null =>
  names.map((name) => entry[name]).find((value) => typeof value === 'string') ?? null;

/** A prompt within its bounds, or null. Too many tags are cut: they are no part of what is sent. */
export const checkedPrompt = (
  title: string | null,
  text: string | null,
  tags: readonly unknown[],
): PromptContent | null => {
  const name = title?.trim() ?? '';
  if (text === null || name === '' || name.length > MAX_PROMPT_TITLE || text.length > MAX_PROMPT_TEXT)
    return null;
  const labels = tags
    .filter((tag) => typeof tag === 'string')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '' && tag.length <= MAX_PROMPT_TAG);
  return { title: name, text, tags: [...new Set(labels)].slice(0, MAX_PROMPT_TAGS) };
};

/** Our own names first; then those of Open WebUI (`command`, `content`) and awesome-chatgpt-prompts (`act`, `prompt`). */
const toPrompt = (entry: unknown): PromptContent | null => {
  if (typeof entry !== 'object' || entry === null) return null;
  const fields = entry as Fields;
  const title = firstText(fields, ['title', 'name', 'act', 'command']);
  const text = firstText(fields, ['text', 'content', 'prompt']);
  return checkedPrompt(title, text, Array.isArray(fields.tags) ? fields.tags : []);
};

const entriesOf = (value: unknown): readonly unknown[] | null => {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return null;
  const { prompts } = value as Fields;
  return Array.isArray(prompts) ? prompts : [value];
};

/** Reads prompts of JSON, Parlance's own or another app's; what is no JSON holds none. */
export const readPromptJson = (json: string): ReadPrompts => {
  try {
    const entries = entriesOf(JSON.parse(json)) ?? [null];
    const prompts = entries.map(toPrompt).filter((prompt) => prompt !== null);
    return { prompts, refused: entries.length - prompts.length };
  } catch {
    return { prompts: [], refused: 1 };
  }
};

/** Prompts as JSON. */
export const writePromptJson = (prompts: readonly PromptContent[]): string => {
  const contents = prompts.map(({ title, text, tags }) => ({ title, text, tags }));
  return `${JSON.stringify({ format: FORMAT, version: 1, prompts: contents }, null, 2)}\n`;
};
