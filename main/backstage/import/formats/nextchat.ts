import type { Role } from '../../../../preload/contract/history';
import { fencedText } from '../../export/fenced-text';
import { mapInTurns } from '../pacer';
import { type Left, labelled, type SourceChat, type SourceMessage, textParts } from '../source-chat';
import { idOrNull, listOf, readable, recordOf, textIn, textOrNull, timeOf } from '../untyped';
import { readApiContent } from './openai-content';

type ReadMessage = SourceMessage & { readonly left: readonly Left[] };

const roleOf = (role: string): Role => (role === 'system' || role === 'user' ? role : 'assistant');

const toolsOf = (value: unknown): string =>
  listOf(value)
    .map((each) => {
      const tool = recordOf(each);
      const { name, arguments: args } = recordOf(tool.function);
      return `${labelled(textIn(name), fencedText(readable(args), 'json'))}\n\n${fencedText(readable(tool.content))}\n\n`;
    })
    .join('');

const messageOf = (value: unknown, fallbackId: string, parentId: string | null): ReadMessage => {
  const message = recordOf(value);
  const role = roleOf(textIn(message.role));
  const content = readApiContent(message.content);
  return {
    id: idOrNull(message.id) ?? fallbackId,
    parentId,
    role,
    name: null,
    parts: [...textParts(toolsOf(message.tools)), ...content.parts],
    left: textIn(message.audio_url) === '' ? content.left : [...content.left, 'voice'],
    // Written as the browser's own language writes dates: not every one can be read again.
    createdAt: timeOf(message.date),
    model: role === 'assistant' ? textOrNull(message.model) : null,
  };
};

/** A session of a NextChat backup; the messages of its mask stand ahead of its own. Null when it is none. */
export const readNextChat = async (value: unknown): Promise<SourceChat | null> => {
  const session = recordOf(value);
  if (!Array.isArray(session.messages)) return null;
  const mask = recordOf(session.mask);
  const all = [...listOf(mask.context), ...session.messages];
  const messages = await mapInTurns<unknown, ReadMessage>(all, (each, index, before) =>
    messageOf(each, `#${index}`, before?.id ?? null),
  );
  const times = messages.flatMap(({ createdAt }) => (createdAt === null ? [] : [createdAt]));
  return {
    sourceId: idOrNull(session.id),
    title: textIn(session.topic),
    createdAt: times[0] ?? timeOf(session.lastUpdate),
    updatedAt: timeOf(session.lastUpdate),
    model: textIn(recordOf(mask.modelConfig).model),
    messages: messages.map(({ left: _, ...message }) => message),
    leafId: messages.at(-1)?.id ?? null,
    left: messages.flatMap(({ left }) => left),
  };
};
