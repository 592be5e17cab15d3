import type { MessagePart } from '../../../preload/contract/parts';
import { readBeginning } from '../attachments/blobs';
import type { Reader } from '../database/database';

const wordsOf = (part: MessagePart): string => {
  switch (part.type) {
    case 'text':
    case 'toolResult':
      return part.text;
    case 'toolCall':
      return `${part.name} ${part.arguments}`;
    case 'image':
    case 'file':
      return part.name;
    case 'reasoning':
      return '';
  }
};

/** What of a message is searched: its text, calls and their results, and the names of what is attached. */
export const searchableText = (parts: readonly MessagePart[]): string =>
  parts
    .map(wordsOf)
    .filter((words) => words !== '')
    .join('\n');

/** Of the files of a message so much is searched, in UTF-16 code units: some forty pages. */
const MAX_ATTACHED = 100_000;

/** What is searched of the files that a message holds: of each in turn its text, up to a bound for all. */
export const attachedTexts = (reader: Reader, parts: readonly MessagePart[]): readonly string[] => {
  let rest = MAX_ATTACHED;
  const texts: string[] = [];
  for (const part of parts) {
    if (part.type !== 'file' || rest <= 0) continue;
    const text = readBeginning(reader, part.textHash, rest);
    rest -= text.length;
    texts.push(text);
  }
  return texts;
};
