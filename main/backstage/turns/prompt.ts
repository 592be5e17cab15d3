import { callsOf } from '../../../preload/contract/answer-parts';
import type { Message } from '../../../preload/contract/history';
import type { ImagePart } from '../../../preload/contract/parts';
import { readBlob } from '../attachments/blobs';
import { contentText, sentImages } from '../attachments/content-text';
import type { Reader } from '../database/database';
import { findMessage, readMessages } from '../history/messages';
import { walkPath } from '../history/path';
import type { PromptMessage, PromptPart } from '../prompt-message';
import { wireCall } from './wire-call';

const toolResult = ({ parts }: Message): PromptMessage | null => {
  const result = parts.find((part) => part.type === 'toolResult');
  // An empty result is one as well: the call must not stay unanswered.
  return result ? { role: 'tool', content: result.text, tool_call_id: result.callId } : null;
};

const wireImage = (reader: Reader, { hash, mime, detail }: ImagePart): PromptPart => {
  const { bytes } = readBlob(reader, hash);
  const url = `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;
  return { type: 'image_url', image_url: { url, detail } };
};

/** A text stays a string: not every server that speaks the protocol takes parts. */
const wireContent = (
  reader: Reader,
  text: string,
  images: readonly ImagePart[],
): PromptMessage['content'] => {
  if (images.length === 0) return text === '' ? null : text;
  const said = text === '' ? [] : [{ type: 'text' as const, text }];
  return [...said, ...images.map((image) => wireImage(reader, image))];
};

/** A message as the wire has it, or null when it says nothing: servers refuse it then. */
const promptMessage = (
  reader: Reader,
  message: Message,
  { withoutImages = false }: SentPath,
): PromptMessage | null => {
  const { role, name, parts } = message;
  if (role === 'tool') return toolResult(message);
  const images = withoutImages ? [] : sentImages(role, parts);
  const content = wireContent(reader, contentText(reader, parts), images);
  const calls = callsOf(parts);
  if (content === null && calls.length === 0) return null;
  return {
    role,
    content,
    ...(name ? { name } : {}),
    ...(calls.length === 0 ? {} : { tool_calls: calls.map(wireCall) }),
  };
};

/** What of a path is sent. */
export interface SentPath {
  /** Its newest message; null for an empty path. */
  readonly tipSeq: number | null;
  /** How many of the newest messages, those that say nothing included. */
  readonly count: number;
  /** Messages before those that are sent all the same, by their ids. */
  readonly keptIds: readonly string[];
  /** True where the model takes no images. Absent: they are sent. */
  readonly withoutImages?: boolean | undefined;
}

/**
 * What is sent, exactly: the system prompt unless it is empty, then the messages of the path from the root on, without
 * those that say nothing. What a model thought is never sent back.
 */
export const readPrompt = (
  reader: Reader,
  systemPrompt: string,
  sent: SentPath,
): readonly PromptMessage[] => {
  const { tipSeq, count, keptIds } = sent;
  const kept = keptIds.map((id) => findMessage(reader, id));
  const newest = tipSeq === null || count === 0 ? [] : readMessages(reader, walkPath(reader, tipSeq, count));
  const path = [...kept, ...newest];
  return [
    ...(systemPrompt === '' ? [] : [{ role: 'system' as const, content: systemPrompt }]),
    ...path.map(({ message }) => promptMessage(reader, message, sent)).filter((message) => message !== null),
  ];
};
