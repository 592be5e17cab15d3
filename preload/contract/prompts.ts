import * as z from 'zod/mini';
import { boundedText, requiredText, uuid } from './bounds';
import { request } from './request-spec';

/** Bounds of the prompt library; lengths in UTF-16 code units. */
export const MAX_PROMPTS = 1000;
export const MAX_PROMPT_TITLE = 200;
export const MAX_PROMPT_TEXT = 100_000;
export const MAX_PROMPT_TAGS = 10;
export const MAX_PROMPT_TAG = 40;
/** Of all texts together: the page holds every prompt. */
export const MAX_PROMPTS_TEXT = 4_000_000;

const promptContent = {
  title: requiredText(MAX_PROMPT_TITLE),
  text: boundedText(MAX_PROMPT_TEXT),
  tags: z.array(requiredText(MAX_PROMPT_TAG)).check(z.maxLength(MAX_PROMPT_TAGS)),
};

const promptContentSchema = z.strictObject(promptContent);

/** What a person writes of a prompt. `text` may hold variables: `{{name}}` or `{{name=default}}`. */
export type PromptContent = Readonly<z.infer<typeof promptContentSchema>>;

/** A prompt of the library. */
export interface SavedPrompt extends PromptContent {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
}

/** The formats that prompts are written in. */
const promptFormats = ['json', 'markdown'] as const;
/** One of them. */
export type PromptFormat = (typeof promptFormats)[number];

/** What came of an import of prompts. */
export interface PromptImport {
  readonly added: number;
  /** Already there, word for word. */
  readonly known: number;
  /** Could not be read, or were longer than a prompt may be. */
  readonly refused: number;
}

/** Requests for the prompt library. */
export const promptRequests = {
  /** All of them, by title. */
  'prompt.list': request<readonly SavedPrompt[]>()(z.strictObject({})),
  /** Writes a prompt down; `id` null makes one. With the id of a deleted prompt it is there again. */
  'prompt.save': request<SavedPrompt>()(z.strictObject({ id: z.nullable(uuid), ...promptContent })),
  'prompt.delete': request<null>()(z.strictObject({ id: uuid })),
  /** Main asks for the files itself. Null: none were chosen. */
  'prompt.import': request<PromptImport | null>()(z.strictObject({})),
  /** Main asks where. Answers with the name of the file; null: nowhere. */
  'prompt.export': request<string | null>()(z.strictObject({ format: z.enum(promptFormats) })),
};
