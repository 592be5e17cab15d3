import type { MessagePart } from '../../preload/contract/parts';

/** A text that only memory has. */
export interface UnsavedText {
  /** Of its chat; empty: it has none. */
  readonly title: string;
  readonly text: string;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const fenced = (text: string): string => {
  const longest = (text.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
};

const partText = (part: MessagePart): string => {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'reasoning':
      return part.text.replaceAll(/^/gm, '> ');
    case 'toolCall':
      return `**${oneLine(part.name)}**\n\n${fenced(part.arguments)}`;
    case 'toolResult':
      return fenced(part.text);
    // Their bytes were in the history before they were sent.
    case 'image':
    case 'file':
      return oneLine(part.name);
  }
};

/** All that came of a reply, as Markdown. */
export const replyText = (parts: readonly MessagePart[]): string => parts.map(partText).join('\n\n');

/** Texts one below the other as Markdown, each under the title of its chat. */
export const unsavedMarkdown = (texts: readonly UnsavedText[]): string =>
  texts
    .map(({ title, text }) => `${title === '' ? '' : `# ${oneLine(title)}\n\n`}${text.trim()}\n`)
    .join('\n---\n\n');
