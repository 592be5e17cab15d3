import type { EncodingName } from '../../../preload/contract/models';
import type { FilePart } from '../../../preload/contract/parts';
import type { Reader } from '../database/database';
import { tokenizerFor } from '../tokens/tokenizer';
import { framedFile } from './content-text';

/** Counts that are remembered: a file's text never changes. */
const REMEMBERED = 500;
const remembered = new Map<string, number>();

/** Tokens of a file in its frame. */
export const countFile = async (reader: Reader, encoding: EncodingName, file: FilePart): Promise<number> => {
  const key = JSON.stringify([encoding, file.textHash, file.name]);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const tokens = await tokenizerFor(encoding).count(framedFile(reader, file));
  remembered.set(key, tokens);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return tokens;
};

/**
 * Tokens of what `contentText` makes of files and a text, without counting the files at every key press. It is the count
 * of the whole: every encoding ends a piece before the last `>` of a frame, and before the `<` of the next one.
 */
export const countFilesAndText = async (
  reader: Reader,
  encoding: EncodingName,
  files: readonly FilePart[],
  text: string,
): Promise<number> => {
  const tokenizer = tokenizerFor(encoding);
  if (files.length === 0) return tokenizer.count(text);
  const end = await tokenizer.count('>');
  const between = (await tokenizer.count('>\n\n<')) - (await tokenizer.count('<'));
  let tokens = await tokenizer.count(text === '' ? '>' : `>\n\n${text}`);
  for (const file of files) tokens += (await countFile(reader, encoding, file)) - end;
  return tokens + (files.length - 1) * between;
};
