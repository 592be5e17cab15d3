import type { Role } from '../../../../preload/contract/history';
import { mapInTurns } from '../pacer';
import type { Left, SourceChat, SourceMessage, SourcePart } from '../source-chat';
import { idOrNull, listOf, recordOf, textIn, textOrNull, timeOfSeconds } from '../untyped';
import { readContent } from './chatgpt-content';

const roleOf = (role: string, kind: string, areInstructions: boolean): Role => {
  // Custom instructions are written by the person but sent as the system's.
  if (role === 'system' || kind === 'user_editable_context' || areInstructions) return 'system';
  // What a tool gave belongs to the answer: the API takes tool messages only after calls of its own kind.
  return role === 'user' ? 'user' : 'assistant';
};

/** Files beside a message; images among them stand in its content as well. */
const attached = (metadata: Readonly<Record<string, unknown>>): readonly SourcePart[] =>
  listOf(metadata.attachments)
    .map(recordOf)
    .filter(({ mime_type: mime }) => !textIn(mime).startsWith('image/'))
    .map(({ id, name }) => ({
      type: 'sourceFile',
      ref: textIn(id),
      name: textIn(name) || 'file',
      isImage: false,
    }));

interface ReadMessage {
  readonly message: SourceMessage;
  readonly left: readonly Left[];
}

const readNode = (key: string, value: unknown): ReadMessage => {
  const node = recordOf(value);
  const message = recordOf(node.message);
  const author = recordOf(message.author);
  const metadata = recordOf(message.metadata);
  const content = recordOf(message.content);
  const role = textIn(author.role);
  const to = textIn(message.recipient);
  const from = role === 'tool' ? textIn(author.name) || 'tool' : '';
  const own = readContent({ content, metadata }, to === 'all' ? '' : to, from);
  return {
    message: {
      id: key,
      parentId: idOrNull(node.parent),
      role: roleOf(role, textIn(content.content_type), metadata.is_user_system_message === true),
      name: null,
      parts: [...own.parts, ...attached(metadata)],
      createdAt: timeOfSeconds(message.create_time),
      model: role === 'user' || role === 'system' ? null : textOrNull(metadata.model_slug),
    },
    left: own.left,
  };
};

/** A conversation of a ChatGPT export: a tree of nodes, each with at most one message. Null when it is none. */
export const readChatGpt = async (value: unknown): Promise<SourceChat | null> => {
  const conversation = recordOf(value);
  const { mapping } = conversation;
  if (typeof mapping !== 'object' || mapping === null) return null;
  const nodes = await mapInTurns(Object.entries(mapping), ([key, node]) => readNode(key, node));
  return {
    sourceId: idOrNull(conversation.conversation_id) ?? idOrNull(conversation.id),
    title: textIn(conversation.title),
    createdAt: timeOfSeconds(conversation.create_time),
    updatedAt: timeOfSeconds(conversation.update_time),
    // Its names of models (`auto`, `text-davinci-002-render-sha`) are not the API's.
    model: '',
    isArchived: conversation.is_archived === true,
    isPinned: conversation.is_starred === true,
    messages: nodes.map(({ message }) => message),
    leafId: idOrNull(conversation.current_node),
    left: nodes.flatMap(({ left }) => left),
  };
};
