import type { Message, Role } from '../../../preload/contract/history';
import type { MessagePart } from '../../../preload/contract/parts';
import type { Reader } from '../database/database';
import type { StoredChat } from '../history/chats';
import { fencedText } from './fenced-text';
import { pathMessages } from './read-chat';

/** How an image or a file is named in a text: by where its bytes stand. */
export type LinkTo = (hash: string, mime: string) => string;

const speakers: Readonly<Record<Role, string>> = {
  system: 'System',
  developer: 'Developer',
  user: 'User',
  assistant: 'Assistant',
  tool: 'Tool',
};

/** Time without a zone's name, in UTC: the same file on every machine. */
export const timeText = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const oneLine = (text: string): string => text.replaceAll(/[\r\n[\]]+/g, ' ');

const partText = (part: MessagePart, linkTo: LinkTo): string => {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'reasoning':
      return `\n\n${`**Reasoning**\n\n${part.text}`
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')}\n\n`;
    case 'toolCall':
      return `\n\n**${oneLine(part.name)}**\n\n${fencedText(part.arguments, 'json')}\n\n`;
    case 'toolResult':
      return `\n\n${fencedText(part.text)}\n\n`;
    case 'image':
      return `\n\n![${oneLine(part.name)}](${linkTo(part.hash, part.mime)})\n\n`;
    case 'file':
      return `\n\n[${oneLine(part.name)}](${linkTo(part.hash, part.mime)})\n\n`;
  }
};

/** Who speaks, which model it is, and when. */
export const headingOf = ({ role, name, createdAt, answer }: Message): string => {
  const model = answer?.answeredModel ?? answer?.model ?? null;
  const facts = [name ?? null, model, timeText(createdAt)].filter((fact) => fact !== null && fact !== '');
  return `${speakers[role]} · ${facts.map((fact) => oneLine(fact ?? '')).join(' · ')}`;
};

const messageText = (message: Message, linkTo: LinkTo): string => {
  const text = message.parts.map((part) => partText(part, linkTo)).join('');
  return `## ${headingOf(message)}\n\n${text.trim()}\n\n`;
};

/** A chat's current path as Markdown, piece by piece. */
export function* chatMarkdown(reader: Reader, stored: StoredChat, linkTo: LinkTo): Generator<string> {
  const { title, createdAt, options } = stored.chat;
  yield `# ${oneLine(title)}\n\n${timeText(createdAt)}\n\n`;
  const { systemPrompt } = options.params;
  if (systemPrompt) yield `## System\n\n${systemPrompt.trim()}\n\n`;
  for (const { message } of pathMessages(reader, stored)) yield messageText(message, linkTo);
}
