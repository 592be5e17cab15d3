import type { MessagePart } from '../../../preload/contract/parts';

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
