import type { Role } from '../../../../preload/contract/history';
import { mapInTurns } from '../pacer';
import { type Left, labelled, type SourceChat, type SourceMessage, type SourcePart } from '../source-chat';
import { listOf, readable, recordOf, textIn, textOrNull } from '../untyped';
import { readApiContent } from './openai-content';

type Fields = Readonly<Record<string, unknown>>;
type ReadMessage = SourceMessage & { readonly left: readonly Left[] };

const roles: Readonly<Record<string, Role>> = {
  system: 'system',
  developer: 'developer',
  user: 'user',
  assistant: 'assistant',
  tool: 'tool',
};

const callsOf = (message: Fields): readonly SourcePart[] =>
  listOf(message.tool_calls).map((value) => {
    const call = recordOf(value);
    const { name, arguments: args } = recordOf(call.function);
    return { type: 'toolCall', id: textIn(call.id), name: textIn(name), arguments: readable(args) };
  });

const messageOf = (
  value: unknown,
  id: string,
  parentId: string | null,
  model: string | null,
): ReadMessage => {
  const message = recordOf(value);
  const role = roles[textIn(message.role)];
  const { parts, left } = readApiContent(message.content);
  const text = parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
  const result: SourcePart = { type: 'toolResult', callId: textIn(message.tool_call_id), text };
  // `function` is what `tool` was called before it had ids.
  const former: SourcePart = { type: 'text', text: labelled(textIn(message.name), text) };
  return {
    id,
    parentId,
    role: role ?? 'assistant',
    name: role === undefined || role === 'tool' ? null : textOrNull(message.name),
    parts: role === 'tool' ? [result] : role === undefined ? [former] : [...parts, ...callsOf(message)],
    left,
    createdAt: null,
    model: role === 'assistant' ? model : null,
  };
};

/** A line of preference tuning: one question, the answer that was liked and the one that was not. */
const answersOf = (line: Fields): readonly (readonly unknown[])[] =>
  [line.preferred_output, line.non_preferred_output].filter(Array.isArray);

const readMessages = (values: readonly unknown[], from: string | null, tag: string, model: string | null) =>
  mapInTurns<unknown, ReadMessage>(values, (value, index, before) =>
    messageOf(value, `${tag}${index}`, before?.id ?? from, model),
  );

/**
 * A line of OpenAI JSONL: chat fine-tuning (`messages`), preference tuning (`input`, `preferred_output`), or a request of a
 * batch (`custom_id`, `body`). Null when it is none of them.
 */
export const readOpenAiLine = async (value: unknown): Promise<SourceChat | null> => {
  const line = recordOf(value);
  const request = recordOf(line.body);
  const asked = [line.messages, request.messages, recordOf(line.input).messages].find(Array.isArray);
  if (asked === undefined) return null;
  const model = textOrNull(line.model) ?? textOrNull(request.model);
  const path = await readMessages(asked, null, '', model);
  const tip = path.at(-1)?.id ?? null;
  const answers: (readonly ReadMessage[])[] = [];
  for (const [index, answer] of answersOf(line).entries())
    answers.push(await readMessages(answer, tip, `${index}.`, model));
  const messages = [path, ...answers].flat();
  return {
    // A batch's `custom_id` is unique in its file only.
    sourceId: null,
    title: textIn(line.custom_id),
    createdAt: null,
    updatedAt: null,
    model: model ?? '',
    messages: messages.map(({ left: _, ...message }) => message),
    leafId: answers[0]?.at(-1)?.id ?? tip,
    left: messages.flatMap(({ left }) => left),
  };
};
