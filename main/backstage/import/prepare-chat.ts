import { createHash } from 'node:crypto';
import type { AnswerFacts } from '../../../preload/contract/history';
import type { MessagePart } from '../../../preload/contract/parts';
import { textOf } from '../../../preload/contract/parts';
import { functionNamePattern } from '../../../preload/contract/tools';
import type { ImportFormat } from '../../../preload/contract/transfer';
import type { Reader } from '../database/database';
import { json } from '../database/row';
import { cleanTitle, titleFrom } from '../history/title';
import { orderTree } from './order-tree';
import { mapInTurns } from './pacer';
import { type ReadyChat, type ReadyMessage, stableUuid, stableUuidIn } from './ready-chat';
import type { SourceChat, SourceMessage } from './source-chat';

/** A message whose files were found, or replaced by their names. */
type ResolvedMessage = SourceMessage<MessagePart>;

/** What was made of a foreign chat. */
export interface PreparedChat {
  readonly chat: ReadyChat;
  readonly emptyCount: number;
  readonly misplacedCount: number;
}

const MAX_TITLE_LENGTH = 300;

const titleOf = (title: string, messages: readonly ResolvedMessage[]): string => {
  const cleaned = cleanTitle(title.slice(0, 10 * MAX_TITLE_LENGTH)).slice(0, MAX_TITLE_LENGTH);
  if (cleaned !== '') return cleaned;
  const asked = messages.find(({ role }) => role === 'user') ?? messages[0];
  return titleFrom(textOf(asked?.parts ?? []));
};

/** What is known of an answer that another app received. */
const factsOf = (turnId: string, model: string): AnswerFacts => ({
  turnId,
  endpointId: 'imported',
  model,
  answeredModel: model,
  params: {},
  continuesId: null,
  sentFromId: null,
  finishReason: null,
  usage: null,
  price: null,
  systemFingerprint: null,
  requestId: null,
  timings: null,
  error: null,
  estimate: null,
  sent: null,
  received: null,
  repeats: null,
});

/** The text that a message of this id has in the history; null: it is not there. */
const knownText = (reader: Reader, id: string): string | null => {
  const row = reader.first('SELECT parts FROM messages WHERE id = ?', [id]);
  return row ? textOf(json<readonly MessagePart[]>(row, 'parts')) : null;
};

/**
 * Names messages so that they are found again. One that another app has changed since it was imported gets a new name, and
 * so does all below it: it is a branch then.
 */
class Namer {
  readonly #ids = new Map<string, string>();
  /** By the source's id: what tells a changed branch from the one before. */
  readonly #branches = new Map<string, string>();

  constructor(
    /** Null for a chat that is new: then none of its messages can have been changed. */
    readonly reader: Reader | null,
    readonly chatId: string,
  ) {}

  idOf(message: ResolvedMessage): string {
    const branch = message.parentId === null ? '' : (this.#branches.get(message.parentId) ?? '');
    const text = textOf(message.parts);
    const known = this.#name(message, branch);
    const former = this.reader && knownText(this.reader, known);
    const isChanged = former !== null && former !== text;
    const id = isChanged ? this.#name(message, `${branch}${digest(text)}`) : known;
    this.#ids.set(message.id, id);
    this.#branches.set(message.id, isChanged ? id : branch);
    return id;
  }

  /** The name that a message of the source got, if it came before. */
  named(sourceId: string | null): string | null {
    return sourceId === null ? null : (this.#ids.get(sourceId) ?? null);
  }

  #name({ id }: ResolvedMessage, branch: string): string {
    return stableUuidIn(this.chatId, 'message', id, branch);
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash of `[[role, name, parts], …]` as JSON, taken in piece by piece. */
const contentKey = async (messages: readonly ResolvedMessage[]): Promise<string> => {
  const hash = createHash('sha256').update('[');
  await mapInTurns(messages, ({ role, name, parts }, index) => {
    hash.update(`${index === 0 ? '' : ','}${JSON.stringify([role, name, parts])}`);
  });
  return hash.update(']').digest('hex');
};

const readyMessages = (
  ordered: readonly ResolvedMessage[],
  namer: Namer,
  createdAt: number,
): Promise<readonly ReadyMessage[]> => {
  const times = new Map<string, number>();
  return mapInTurns<ResolvedMessage, ReadyMessage>(ordered, (message) => {
    const { role, name, parts, model } = message;
    const id = namer.idOf(message);
    const time = message.createdAt ?? times.get(message.parentId ?? '') ?? createdAt;
    times.set(message.id, time);
    return {
      id,
      parentId: namer.named(message.parentId),
      role,
      name: name !== null && functionNamePattern.test(name) ? name : null,
      status: 'complete',
      parts,
      createdAt: time,
      answer: role === 'assistant' && model !== null ? factsOf(id, model) : null,
      logprobs: null,
    };
  });
};

/**
 * Makes a foreign chat ready to be written down; in between others get their turn. Null where it has no message with anything in it.
 * @param now in milliseconds: for what has no time.
 */
export const prepareChat = async (
  reader: Reader,
  format: ImportFormat,
  source: SourceChat<MessagePart>,
  now: number,
): Promise<PreparedChat | null> => {
  const tree = orderTree(source);
  const ordered = tree.messages;
  if (ordered.length === 0) return null;
  const id = stableUuid('chat', format, source.sourceId ?? (await contentKey(ordered)));
  const isKnown = reader.first('SELECT 1 FROM chats WHERE id = ?', [id]) !== undefined;
  const namer = new Namer(isKnown ? reader : null, id);
  const createdAt = source.createdAt ?? ordered.find((each) => each.createdAt !== null)?.createdAt ?? now;
  const messages = await readyMessages(ordered, namer, createdAt);
  const updatedAt =
    source.updatedAt ?? messages.reduce((latest, each) => Math.max(latest, each.createdAt), createdAt);
  const params = source.systemPrompt ? { systemPrompt: source.systemPrompt } : {};
  return {
    chat: {
      id,
      title: titleOf(source.title, ordered),
      createdAt,
      updatedAt,
      options: { model: source.model.slice(0, 200), params },
      leafId: namer.named(tree.leafId),
      costUsd: null,
      unpriced: 0,
      pinnedAt: source.isPinned ? updatedAt : null,
      archivedAt: source.isArchived ? updatedAt : null,
      messages,
    },
    emptyCount: tree.emptyCount,
    misplacedCount: tree.misplacedCount,
  };
};
