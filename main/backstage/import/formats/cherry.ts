import type { Role } from '../../../../preload/contract/history';
import { fencedText } from '../../export/fenced-text';
import { mapInTurns } from '../pacer';
import {
  type Left,
  labelled,
  reasoningParts,
  type SourceChat,
  type SourceMessage,
  type SourcePart,
  textParts,
} from '../source-chat';
import { idOrNull, listOf, readable, recordOf, textIn, textOrNull, timeOf } from '../untyped';

type Fields = Readonly<Record<string, unknown>>;

interface ReadParts {
  readonly parts: readonly SourcePart[];
  readonly left: readonly Left[];
}

/** What is known of a topic beside its messages. */
export interface CherryTopic {
  readonly title: string;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  /** The system prompt of its assistant. */
  readonly prompt: string;
}

const parsed = (text: unknown): unknown => {
  try {
    return JSON.parse(textIn(text));
  } catch {
    return null;
  }
};

/** The topics by id, out of the app's persisted state: JSON within JSON. */
export const readCherryTopics = (state: unknown): ReadonlyMap<string, CherryTopic> => {
  const { assistants: slice } = recordOf(parsed(state));
  const { assistants, defaultAssistant } = recordOf(parsed(slice));
  const topics = new Map<string, CherryTopic>();
  for (const each of [defaultAssistant, ...listOf(assistants)]) {
    const { prompt, topics: list } = recordOf(each);
    for (const value of listOf(list)) {
      const topic = recordOf(value);
      const id = idOrNull(topic.id);
      if (id === null) continue;
      const [createdAt, updatedAt] = [timeOf(topic.createdAt), timeOf(topic.updatedAt)];
      topics.set(id, { title: textIn(topic.name), createdAt, updatedAt, prompt: textIn(prompt) });
    }
  }
  return topics;
};

const fileOf = ({ url, file }: Fields, isImage: boolean): ReadParts => {
  const address = textIn(url);
  const { id, origin_name: name } = recordOf(file);
  const ref = address.startsWith('data:') ? address : textIn(id);
  const shown = textIn(name) || (isImage ? 'image' : 'file');
  return { parts: [{ type: 'sourceFile', ref, name: shown, isImage }], left: [] };
};

const toolText = ({ toolName, toolId, arguments: args, content }: Fields): string =>
  `${labelled(textIn(toolName) || textIn(toolId), fencedText(readable(args ?? {}), 'json'))}\n\n${fencedText(readable(content ?? ''))}\n\n`;

const blockOf = (block: Fields): ReadParts => {
  const text = textIn(block.content);
  const kind = textIn(block.type);
  switch (kind) {
    case 'main_text':
    case 'compact':
      return { parts: textParts(text), left: [] };
    case 'thinking':
      return { parts: reasoningParts(text), left: [] };
    case 'translation':
      return { parts: textParts(`\n\n${text}`), left: [] };
    case 'code':
      return { parts: textParts(fencedText(text, textIn(block.language))), left: [] };
    case 'tool':
      return { parts: textParts(toolText(block)), left: [] };
    case 'image':
      return fileOf(block, true);
    case 'file':
      return fileOf(block, false);
    case 'error':
      return { parts: textParts(textIn(recordOf(block.error).message)), left: [] };
    case 'video':
      return { parts: textParts('[video]'), left: ['video'] };
    case 'unknown':
      return { parts: [], left: [] };
    default:
      return { parts: [], left: ['unknownPart'] };
  }
};

const roleOf = (role: string): Role => (role === 'system' || role === 'user' ? role : 'assistant');

interface Line {
  readonly message: SourceMessage;
  readonly left: readonly Left[];
  /** The question that it answers beside other answers. */
  readonly askId: string | null;
  readonly isChosen: boolean;
}

const lineOf = (value: unknown, index: number, blockById: (id: string) => unknown): Line => {
  const message = recordOf(value);
  const ids = listOf(message.blocks).map(textIn);
  const each = ids.map((id) => blockOf(recordOf(blockById(id))));
  // Before version 1.3 a message had one text.
  const text = ids.length === 0 ? textParts(textIn(message.content)) : [];
  const role = roleOf(textIn(message.role));
  const model = recordOf(message.model);
  return {
    message: {
      id: idOrNull(message.id) ?? `#${index}`,
      parentId: null,
      role,
      name: null,
      parts: [...text, ...each.flatMap(({ parts }) => parts)],
      createdAt: timeOf(message.createdAt),
      model: role === 'assistant' ? (textOrNull(model.id) ?? textOrNull(message.modelId)) : null,
    },
    left: each.flatMap(({ left }) => left),
    askId: role === 'assistant' ? idOrNull(message.askId) : null,
    isChosen: message.foldSelected === true || message.useful === true,
  };
};

/** Several models answer one question side by side: the list becomes a tree that goes on from the chosen answer. */
const placeLines = (lines: readonly Line[]): Pick<SourceChat, 'messages' | 'leafId'> => {
  const known = new Set<string>();
  let tip: string | null = null;
  let group = null as { readonly askId: string; chosen: boolean } | null;
  const placed: SourceMessage[] = [];
  for (const { message, askId, isChosen } of lines) {
    const asked: string | null = askId !== null && known.has(askId) ? askId : null;
    placed.push({ ...message, parentId: asked ?? tip });
    known.add(message.id);
    if (asked === null || group?.askId !== asked) {
      group = asked === null ? null : { askId: asked, chosen: isChosen };
      tip = message.id;
    } else if (isChosen && !group.chosen) {
      group.chosen = true;
      tip = message.id;
    }
  }
  return { messages: placed, leafId: tip };
};

/**
 * A topic of a Cherry Studio backup. Null when it is none.
 * @param blockById the message blocks, which the backup keeps apart.
 */
export const readCherry = async (
  value: unknown,
  topics: ReadonlyMap<string, CherryTopic>,
  blockById: (id: string) => unknown,
): Promise<SourceChat | null> => {
  const topic = recordOf(value);
  if (!Array.isArray(topic.messages)) return null;
  const sourceId = idOrNull(topic.id);
  const known = sourceId === null ? undefined : topics.get(sourceId);
  const lines = await mapInTurns<unknown, Line>(topic.messages, (each, index) =>
    lineOf(each, index, blockById),
  );
  const { messages, leafId } = placeLines(lines);
  return {
    sourceId,
    title: known?.title ?? '',
    createdAt: known?.createdAt ?? null,
    updatedAt: known?.updatedAt ?? null,
    model: messages.findLast(({ model }) => model !== null)?.model ?? '',
    systemPrompt: known?.prompt ?? '',
    messages,
    leafId,
    left: lines.flatMap(({ left }) => left),
  };
};
