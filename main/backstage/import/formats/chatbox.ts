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
type ReadMessage = SourceMessage & { readonly left: readonly Left[] };

interface ReadParts {
  readonly parts: readonly SourcePart[];
  readonly left: readonly Left[];
}

const toolText = ({ toolName, args, result }: Fields): string => {
  const asked = labelled(textIn(toolName), fencedText(readable(args), 'json'));
  return result === undefined ? `${asked}\n\n` : `${asked}\n\n${fencedText(readable(result))}\n\n`;
};

const partOf = (value: unknown): ReadParts => {
  const part = recordOf(value);
  const kind = textIn(part.type);
  switch (kind) {
    case 'text':
    case 'info':
      return { parts: textParts(textIn(part.text)), left: [] };
    case 'reasoning':
      return { parts: reasoningParts(textIn(part.text)), left: [] };
    case 'tool-call':
      return { parts: textParts(toolText(part)), left: [] };
    case 'image':
      // Its bytes stay in the app: a backup holds their key alone.
      return { parts: textParts('[image]'), left: ['missingImage'] };
    default:
      return { parts: textParts(`[${kind === '' ? 'part' : kind}]`), left: ['unknownPart'] };
  }
};

const roleOf = (role: string): Role => (role === 'system' || role === 'user' ? role : 'assistant');

const messageOf = (value: unknown, fallbackId: string, parentId: string | null): ReadMessage => {
  const message = recordOf(value);
  const each = listOf(message.contentParts).map(partOf);
  // Before version 1.10 a message had one text.
  const text = each.length === 0 ? textParts(textIn(message.content)) : [];
  const files = listOf(message.files).map((file) => textIn(recordOf(file).name) || 'file');
  const role = roleOf(textIn(message.role));
  return {
    id: idOrNull(message.id) ?? fallbackId,
    parentId,
    role,
    name: null,
    parts: [
      ...reasoningParts(textIn(message.reasoningContent)),
      ...text,
      ...each.flatMap(({ parts }) => parts),
      ...files.flatMap((name) => textParts(`\n\n[${name}]`)),
    ],
    left: [...each.flatMap(({ left }) => left), ...files.map(() => 'missingFile' as const)],
    createdAt: timeOf(message.timestamp),
    model: role === 'assistant' ? textOrNull(message.model) : null,
  };
};

/** Messages one below the other. */
const chainOf = (values: unknown, tag: string, from: string | null): Promise<readonly ReadMessage[]> =>
  mapInTurns<unknown, ReadMessage>(listOf(values), (value, index, before) =>
    messageOf(value, `${tag}#${index}`, before?.id ?? from),
  );

/** The continuations that stand beside the one on the path, by the message they hang from. */
const forksOf = async (hash: unknown): Promise<readonly ReadMessage[]> => {
  const chains: (readonly ReadMessage[])[] = [];
  for (const [fromId, fork] of Object.entries(recordOf(hash)))
    for (const [index, list] of listOf(recordOf(fork).lists).entries())
      chains.push(await chainOf(recordOf(list).messages, `${fromId}/${index}`, fromId));
  return chains.flat();
};

const chatOf = (
  sourceId: string | null,
  title: string,
  model: string,
  messages: readonly ReadMessage[],
  leafId: string | null,
): SourceChat => {
  const times = messages.flatMap(({ createdAt }) => (createdAt === null ? [] : [createdAt]));
  return {
    sourceId,
    title,
    createdAt: times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b)),
    updatedAt: times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b)),
    model,
    messages: messages.map(({ left: _, ...message }) => message),
    leafId,
    left: messages.flatMap(({ left }) => left),
  };
};

/** A session of a Chatbox backup: its messages, and each of its earlier threads as a chat. Null when it is none. */
export const readChatbox = async (value: unknown): Promise<readonly SourceChat[] | null> => {
  const session = recordOf(value);
  if (!Array.isArray(session.messages)) return null;
  const id = idOrNull(session.id);
  const settings = recordOf(session.settings);
  const model = textOrNull(settings.modelId) ?? textOrNull(settings.model) ?? '';
  const path = await chainOf(session.messages, '', null);
  const forks = await forksOf(session.messageForksHash);
  const name = textIn(session.name);
  const current = chatOf(
    id,
    textOrNull(session.threadName) ?? name,
    model,
    [...path, ...forks],
    path.at(-1)?.id ?? null,
  );
  const threads: SourceChat[] = [];
  for (const [index, each] of listOf(session.threads).entries()) {
    const thread = recordOf(each);
    const messages = await chainOf(thread.messages, '', null);
    const threadId = id === null ? null : `${id}/${idOrNull(thread.id) ?? index}`;
    const title = textOrNull(thread.name) ?? name;
    threads.push(chatOf(threadId, title, model, messages, messages.at(-1)?.id ?? null));
  }
  return [...threads, { ...current, isPinned: session.starred === true }];
};
