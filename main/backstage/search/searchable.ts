import type { MessagePart } from '../../../preload/contract/parts';
import type { HitSource } from '../../../preload/contract/search';
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
/** And of what the model thought before it: some ten. */
const MAX_REASONING = 25_000;

/** A text that belongs to a message and is not a part of what it says. */
export interface BesideText {
  readonly source: Exclude<HitSource, 'text'>;
  readonly text: string;
}

const attachedTexts = (reader: Reader, parts: readonly MessagePart[]): readonly BesideText[] => {
  let rest = MAX_ATTACHED;
  const texts: BesideText[] = [];
  for (const part of parts) {
    if (part.type !== 'file' || rest <= 0) continue;
    const text = readBeginning(reader, part.textHash, rest);
    rest -= text.length;
    texts.push({ source: 'file', text });
  }
  return texts;
};

/** What is searched beside a message's own text: what the model thought, and the text of each of its files, up to bounds. */
export const besideTexts = (reader: Reader, parts: readonly MessagePart[]): readonly BesideText[] => {
  const thought = parts.map((part) => (part.type === 'reasoning' ? part.text : '')).join('\n');
  const reasoning = { source: 'reasoning', text: thought.slice(0, MAX_REASONING) } as const;
  return [...(thought.trim() === '' ? [] : [reasoning]), ...attachedTexts(reader, parts)];
};
