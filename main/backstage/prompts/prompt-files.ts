import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MAX_PROMPTS_TEXT, type PromptContent, type PromptFormat } from '../../../preload/contract/prompts';
import { Failure } from '../../../preload/contract/result';
import { type ReadPrompts, readPromptJson, writePromptJson } from './prompt-json';
import { readPromptMarkdown, writePromptMarkdown } from './prompt-markdown';

/** No library is larger: a character takes up to six bytes in JSON, four in Markdown. */
const MAX_FILE_BYTES = MAX_PROMPTS_TEXT * 6;

const reasonOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';

const readOne = async (file: string): Promise<ReadPrompts> => {
  try {
    if ((await stat(file)).size > MAX_FILE_BYTES) return { prompts: [], refused: 1 };
    const text = await readFile(file, 'utf8');
    const { name, ext } = path.parse(file);
    return ext.toLowerCase() === '.json' ? readPromptJson(text) : readPromptMarkdown(text, name);
  } catch (thrown) {
    throw new Failure('transfer.unreadable', 'A file of prompts cannot be read', {
      reason: reasonOf(thrown),
    });
  }
};

/** Reads the prompts of files: JSON by their ending, else Markdown. Errors: `transfer.unreadable`. */
export const readPromptFiles = async (paths: readonly string[]): Promise<ReadPrompts> => {
  const read = await Promise.all(paths.map(readOne));
  return {
    prompts: read.flatMap(({ prompts }) => prompts),
    refused: read.reduce((sum, { refused }) => sum + refused, 0),
  };
};

/** Writes prompts to a file. Errors: `transfer.notWritten`. */
export const writePromptFile = async (
  file: string,
  format: PromptFormat,
  prompts: readonly PromptContent[],
): Promise<void> => {
  try {
    await writeFile(file, format === 'json' ? writePromptJson(prompts) : writePromptMarkdown(prompts));
  } catch (thrown) {
    throw new Failure('transfer.notWritten', 'The prompts were not written', { reason: reasonOf(thrown) });
  }
};
