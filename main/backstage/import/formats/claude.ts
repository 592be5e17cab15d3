import { fencedText } from '../../export/fenced-text';
import { mapInTurns } from '../pacer';
import type { Left, SourceChat, SourceMessage, SourcePart } from '../source-chat';
import { labelled, reasoningParts, textParts } from '../source-chat';
import { idOrNull, listOf, readable, recordOf, textIn, textOrNull, timeOf } from '../untyped';

interface ReadParts {
  readonly parts: readonly SourcePart[];
  readonly left: readonly Left[];
}

const resultText = (content: unknown): string =>
  typeof content === 'string'
    ? content
    : listOf(content)
        .map((each) => textIn(recordOf(each).text))
        .filter((text) => text !== '')
        .join('\n');

const blockOf = (value: unknown): ReadParts => {
  const block = recordOf(value);
  const kind = textIn(block.type);
  switch (kind) {
    case 'text':
      return { parts: textParts(textIn(block.text)), left: [] };
    case 'thinking':
      return { parts: reasoningParts(textIn(block.thinking)), left: [] };
    case 'tool_use':
      return {
        parts: textParts(`${labelled(textIn(block.name), fencedText(readable(block.input), 'json'))}\n\n`),
        left: [],
      };
    case 'tool_result': {
      const text = resultText(block.content);
      return {
        parts: text === '' ? [] : textParts(`${labelled(textIn(block.name), fencedText(text))}\n\n`),
        left: [],
      };
    }
    case 'voice_note':
      return { parts: textParts(textIn(block.text)), left: ['voice'] };
    case 'token_budget':
    case 'flag':
      return { parts: [], left: [] };
    default:
      return { parts: textParts(`[${kind === '' ? 'part' : kind}]`), left: ['unknownPart'] };
  }
};

/** The text of an attached file is in the export, the file itself is not. */
const attachmentOf = (value: unknown): ReadParts => {
  const file = recordOf(value);
  const name = textIn(file.file_name) || 'file';
  const text = textIn(file.extracted_content);
  return text === ''
    ? { parts: textParts(`\n\n[${name}]`), left: ['missingFile'] }
    : { parts: textParts(`\n\n${labelled(name, fencedText(text))}`), left: [] };
};

const messageOf = (value: unknown, index: number, previousId: string | null): SourceMessage & ReadParts => {
  const message = recordOf(value);
  const blocks = listOf(message.content).map(blockOf);
  // Exports of 2023 hold the text alone.
  const body = blocks.length > 0 ? blocks : [{ parts: textParts(textIn(message.text)), left: [] }];
  const files = [...listOf(message.attachments), ...listOf(message.files)].map(attachmentOf);
  const parent = idOrNull(message.parent_message_uuid);
  return {
    id: idOrNull(message.uuid) ?? `#${index}`,
    // Claude names a root's parent 00000000-0000-4000-8000-000000000000.
    parentId: parent === null ? previousId : /^[048-]+$/.test(parent) ? null : parent,
    role: textIn(message.sender) === 'human' ? 'user' : 'assistant',
    name: null,
    parts: [...body, ...files].flatMap(({ parts }) => parts),
    left: [...body, ...files].flatMap(({ left }) => left),
    createdAt: timeOf(message.created_at),
    model: null,
  };
};

/** A conversation of a Claude export. Its model stands with the chat, where it stands at all. Null when it is none. */
export const readClaude = async (value: unknown): Promise<SourceChat | null> => {
  const conversation = recordOf(value);
  if (!Array.isArray(conversation.chat_messages)) return null;
  const model = textOrNull(conversation.model);
  const messages = await mapInTurns<unknown, SourceMessage & ReadParts>(
    conversation.chat_messages,
    (each, index, before) => messageOf(each, index, before?.id ?? null),
  );
  return {
    sourceId: idOrNull(conversation.uuid),
    title: textIn(conversation.name),
    createdAt: timeOf(conversation.created_at),
    updatedAt: timeOf(conversation.updated_at),
    model: '',
    messages: messages.map(({ left: _, ...message }) => ({
      ...message,
      model: message.role === 'assistant' ? model : null,
    })),
    leafId: idOrNull(conversation.current_leaf_message_uuid),
    left: messages.flatMap(({ left }) => left),
  };
};
