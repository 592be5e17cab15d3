import type { Message } from '../../../preload/contract/history';
import type { ImagePart, MessagePart } from '../../../preload/contract/parts';
import { textOf } from '../../../preload/contract/parts';
import { readBlob, readText } from '../attachments/blobs';
import type { Reader } from '../database/database';
import type { StoredChat } from '../history/chats';
import { pathMessages } from './read-chat';

const imageUrl = (reader: Reader, { hash, mime }: ImagePart): string =>
  `data:${mime};base64,${Buffer.from(readBlob(reader, hash).bytes).toString('base64')}`;

const plainText = (reader: Reader, parts: readonly MessagePart[]): string =>
  parts
    .map((part) =>
      part.type === 'file' ? `\n\n${part.name}\n\n${readText(reader, part.textHash)}` : textOf([part]),
    )
    .join('');

const contentOf = (reader: Reader, { parts }: Message): unknown => {
  if (!parts.some(({ type }) => type === 'image')) return plainText(reader, parts);
  return parts.flatMap((part): readonly object[] => {
    if (part.type === 'image')
      return [{ type: 'image_url', image_url: { url: imageUrl(reader, part), detail: part.detail } }];
    const text = plainText(reader, [part]);
    return text === '' ? [] : [{ type: 'text', text }];
  });
};

const callsOf = ({ parts }: Message): readonly unknown[] =>
  parts.flatMap((part) =>
    part.type === 'toolCall'
      ? [{ id: part.id, type: 'function', function: { name: part.name, arguments: part.arguments } }]
      : [],
  );

const lineMessages = (reader: Reader, message: Message): readonly unknown[] => {
  const results = message.parts.filter((part) => part.type === 'toolResult');
  if (message.role === 'tool')
    return results.map(({ callId, text }) => ({ role: 'tool', tool_call_id: callId, content: text }));
  const calls = callsOf(message);
  // Fine-tuning knows no developer.
  const role = message.role === 'developer' ? 'system' : message.role;
  const content = contentOf(reader, message);
  // A reply that failed before its first word teaches nothing.
  if (content === '' && calls.length === 0) return [];
  const name = message.name ? { name: message.name } : {};
  return [{ role, content, ...name, ...(calls.length === 0 ? {} : { tool_calls: calls }) }];
};

/** A chat's current path as one line of chat fine-tuning (OpenAI's guide "Supervised fine-tuning"), piece by piece. */
export function* chatJsonl(reader: Reader, stored: StoredChat): Generator<string> {
  const { systemPrompt } = stored.chat.options.params;
  const first = systemPrompt ? [{ role: 'system', content: systemPrompt }] : [];
  let between = first.map((message) => JSON.stringify(message)).join('');
  yield `{"messages":[${between}`;
  between = between === '' ? '' : ',';
  for (const { message } of pathMessages(reader, stored)) {
    for (const line of lineMessages(reader, message)) {
      yield `${between}${JSON.stringify(line)}`;
      between = ',';
    }
  }
  yield ']}\n';
}
