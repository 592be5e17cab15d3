import { v7 as uuidv7 } from 'uuid';
import {
  MAX_PROMPTS,
  MAX_PROMPTS_TEXT,
  type PromptContent,
  type PromptImport,
  type SavedPrompt,
} from '../../../preload/contract/prompts';
import { Failure } from '../../../preload/contract/result';
import type { Reader, Writer } from '../database/database';
import { integer, json, type Row, text } from '../database/row';

const toPrompt = (row: Row): SavedPrompt => ({
  id: text(row, 'id'),
  title: json<string>(row, 'title'),
  text: json<string>(row, 'text'),
  tags: json<string[]>(row, 'tags'),
  updatedAt: integer(row, 'updated_at'),
});

/** All prompts, by title. */
export const listPrompts = (reader: Reader): readonly SavedPrompt[] =>
  reader
    .all('SELECT id, title, text, tags, updated_at FROM prompts')
    .map(toPrompt)
    .sort((one, other) => one.title.localeCompare(other.title) || (one.id < other.id ? -1 : 1));

const assertRoom = (reader: Reader): void => {
  const row = reader.first(
    'SELECT count(*) AS count, coalesce(sum(length(text)), 0) AS size FROM prompts',
    [],
  );
  if (!row) return;
  if (integer(row, 'count') > MAX_PROMPTS || integer(row, 'size') > MAX_PROMPTS_TEXT)
    throw new Failure('prompts.full', 'The prompt library is full');
};

const unique = (tags: readonly string[]): string[] =>
  [...new Set(tags.map((tag) => tag.trim()))].filter(Boolean);

const write = (writer: Writer, { id, title, text, tags, updatedAt }: SavedPrompt): void => {
  writer.run('INSERT OR REPLACE INTO prompts (id, title, text, tags, updated_at) VALUES (?, ?, ?, ?, ?)', [
    id,
    JSON.stringify(title),
    JSON.stringify(text),
    JSON.stringify(tags),
    updatedAt,
  ]);
};

/** Writes a prompt down in place of the one with its id; null makes one. Errors: `prompts.full`, with nothing changed. */
export const savePrompt = (
  writer: Writer,
  { id, title, text: words, tags }: PromptContent & { readonly id: string | null },
  now: number,
): SavedPrompt => {
  const prompt = {
    id: id ?? uuidv7(),
    title: title.trim() || title,
    text: words,
    tags: unique(tags),
    updatedAt: now,
  };
  write(writer, prompt);
  assertRoom(writer);
  return prompt;
};

/** Takes a prompt out. One that is not there is no error. */
export const deletePrompt = (writer: Writer, id: string): void => {
  writer.run('DELETE FROM prompts WHERE id = ?', [id]);
};

const sameContent = ({ title, text: words }: PromptContent): string => JSON.stringify([title, words]);

/** Adds the prompts that are not there word for word. Errors: `prompts.full`, with nothing added. */
export const addPrompts = (
  writer: Writer,
  contents: readonly PromptContent[],
  now: number,
): Pick<PromptImport, 'added' | 'known'> => {
  const known = new Set(listPrompts(writer).map(sameContent));
  const fresh = contents.filter((content) => {
    const key = sameContent(content);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  for (const content of fresh) {
    write(writer, { ...content, tags: unique(content.tags), id: uuidv7(), updatedAt: now });
  }
  assertRoom(writer);
  return { added: fresh.length, known: contents.length - fresh.length };
};
