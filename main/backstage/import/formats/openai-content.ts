import type { Left, SourcePart } from '../source-chat';
import { textParts } from '../source-chat';
import { listOf, recordOf, textIn } from '../untyped';

/** The content of a message as the API and those who follow it write it. */
export interface ApiContent {
  readonly parts: readonly SourcePart[];
  readonly left: readonly Left[];
}

const imageAt = (url: string): ApiContent =>
  url.startsWith('data:')
    ? { parts: [{ type: 'sourceFile', ref: url, name: 'image', isImage: true }], left: [] }
    : // What stands on the network is not fetched: that would tell its server.
      { parts: textParts(`[${url === '' ? 'image' : url}]`), left: ['missingImage'] };

const partOf = (value: unknown): ApiContent => {
  const part = recordOf(value);
  const kind = textIn(part.type);
  switch (kind) {
    case 'text':
    case 'input_text':
    case 'output_text':
    case 'refusal':
      return { parts: textParts(textIn(part.text) || textIn(part.refusal)), left: [] };
    case 'image_url':
      return imageAt(
        typeof part.image_url === 'string' ? part.image_url : textIn(recordOf(part.image_url).url),
      );
    case 'input_audio':
      return { parts: [], left: ['voice'] };
    case 'file':
      return { parts: textParts('[file]'), left: ['missingFile'] };
    default:
      return { parts: textParts(`[${kind === '' ? 'part' : kind}]`), left: ['unknownPart'] };
  }
};

/** Reads `content` of a chat completion's message: a text, null, or an array of parts. */
export const readApiContent = (content: unknown): ApiContent => {
  if (typeof content === 'string') return { parts: textParts(content), left: [] };
  const each = listOf(content).map(partOf);
  return { parts: each.flatMap(({ parts }) => parts), left: each.flatMap(({ left }) => left) };
};
