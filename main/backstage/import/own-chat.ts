import { createHash } from 'node:crypto';
import { attachmentsOf } from '../../../preload/contract/attachments';
import type { Draft, EditDraft } from '../../../preload/contract/history';
import { readImageHeader } from '../../../preload/contract/image-header';
import type { FilePart, ImagePart, MessagePart } from '../../../preload/contract/parts';
import { keepBlob } from '../attachments/blobs';
import type { Writer } from '../database/database';
import type { ChatFile, FileMessage } from '../export/chat-file';
import { cleanTitle } from '../history/title';
import { bytesOf, type FileFinder } from './find-files';
import { orderTree } from './order-tree';
import { mapInTurns, Pacer } from './pacer';
import { pieceById } from './pieces';
import type { ReadyChat, ReadyMessage } from './ready-chat';
import type { Left } from './source-chat';
import { recordOf, textOrNull } from './untyped';

/** A chat of our own format, ready to be written down. */
export interface OwnChat {
  readonly chat: ReadyChat;
  readonly left: readonly Left[];
  readonly imageCount: number;
}

type Kept = ImagePart | FilePart;
/** Where bytes may stand in the file itself. */
type Beside = Pick<ChatFile, 'attachments'>;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes by their hash, from the chat's own file or from those beside it; null: not there, or others. */
const bytesBy = async (finder: FileFinder, file: Beside, hash: string): Promise<Buffer | null> => {
  const inside = file.attachments?.find((each) => each.hash === hash) ?? pieceById(finder.database, hash);
  const base64 = textOrNull(recordOf(inside).base64);
  const beside = finder.index.get(hash);
  const bytes =
    base64 === null ? beside && (await bytesOf(beside, finder.onBytes)) : Buffer.from(base64, 'base64');
  return bytes && hashOf(bytes) === hash ? bytes : null;
};

const keep = async (finder: FileFinder, file: Beside, part: Kept): Promise<boolean> => {
  const bytes = await bytesBy(finder, file, part.hash);
  if (bytes === null) return false;
  const now = finder.clock();
  if (part.type === 'image') {
    const header = readImageHeader(bytes);
    if (header === null) return false;
    const { mime, width, height } = header;
    finder.database.writeRelaxed((writer) => keepBlob(writer, { mime, bytes, size: { width, height } }, now));
    return true;
  }
  const text = await bytesBy(finder, file, part.textHash);
  if (text === null) return false;
  finder.database.writeRelaxed((writer: Writer) => {
    const { seq } = keepBlob(writer, { mime: 'text/plain', bytes: text }, now);
    keepBlob(writer, { mime: part.mime, bytes, text: { seq, length: part.textLength } }, now);
  });
  return true;
};

/** The hashes of what was found and kept. */
const keepAll = async (
  finder: FileFinder,
  file: Beside,
  wanted: Iterable<Kept>,
): Promise<ReadonlySet<string>> => {
  const kept = new Set<string>();
  const pacer = new Pacer();
  for (const part of wanted) {
    if (pacer.isDue) await pacer.pause();
    if (!kept.has(part.hash) && (await keep(finder, file, part))) kept.add(part.hash);
  }
  return kept;
};

function* attachmentsIn({ messages, chat }: ChatFile): Generator<Kept> {
  for (const { parts } of messages) yield* attachmentsOf(parts);
  for (const draft of [chat.draft, ...(chat.editDrafts ?? [])]) yield* draft?.attachments ?? [];
}

/** A draft with those of its attachments that were kept. */
const draftWith = <Typed extends Draft | EditDraft>(draft: Typed, kept: ReadonlySet<string>): Typed =>
  draft.attachments === undefined
    ? draft
    : { ...draft, attachments: draft.attachments.filter(({ hash }) => kept.has(hash)) };

/** Makes what was typed for a new chat ready to be kept, with those of its attachments that were found. */
export const prepareOwnDraft = async (finder: FileFinder, draft: Draft): Promise<Draft> =>
  draftWith(draft, await keepAll(finder, {}, draft.attachments ?? []));

const readyMessage = (file: ChatFile, message: FileMessage, parts: readonly MessagePart[]): ReadyMessage => {
  const { answer, logprobs, ...rest } = message;
  // Only an assistant's message is an answer: the history would refuse any other.
  const facts = message.role === 'assistant' ? answer : null;
  const params = facts && (file.paramSets[facts.params] ?? {});
  return { ...rest, parts, answer: facts && { ...facts, params: params ?? {} }, logprobs: logprobs ?? null };
};

/** Makes a chat's file ready to be written down; its attachments are kept on the way. */
export const prepareOwnChat = async (finder: FileFinder, file: ChatFile): Promise<OwnChat> => {
  const kept = await keepAll(finder, file, attachmentsIn(file));
  const left: Left[] = [];
  const partOf = (part: MessagePart): MessagePart => {
    if ((part.type !== 'image' && part.type !== 'file') || kept.has(part.hash)) return part;
    left.push(part.type === 'image' ? 'missingImage' : 'missingFile');
    return { type: 'text', text: `\n\n[${part.name}]` };
  };
  const messages = await mapInTurns(file.messages, (each) =>
    readyMessage(file, each, each.parts.map(partOf)),
  );
  const { id, title, createdAt, updatedAt, leafId, options, costUsd, unpricedRequests } = file.chat;
  const { pinnedAt, archivedAt, trashedAt, draft, resultDrafts = [], editDrafts = [] } = file.chat;
  const { folder = [], tags = [] } = file.chat;
  const sound = soundTree(messages, leafId);
  const ids = new Set(sound.messages.map(({ id }) => id));
  left.push(...Array.from({ length: sound.misplacedCount }, () => 'misplaced' as const));
  return {
    chat: {
      id,
      title: cleanTitle(title).slice(0, 300),
      createdAt,
      updatedAt,
      options,
      leafId: sound.leafId,
      costUsd,
      unpriced: unpricedRequests,
      pinnedAt,
      archivedAt,
      messages: sound.messages,
      folder,
      tags,
      ...(trashedAt === undefined ? {} : { trashedAt }),
      ...(draft === undefined ? {} : { draft: draftWith(draft, kept) }),
      resultDrafts: resultDrafts.filter(({ messageId }) => ids.has(messageId)),
      editDrafts: editDrafts
        .filter(({ messageId }) => ids.has(messageId))
        .map((edited) => draftWith(edited, kept)),
    },
    left,
    imageCount: [...kept].length,
  };
};

interface SoundTree {
  readonly messages: readonly ReadyMessage[];
  readonly leafId: string | null;
  readonly misplacedCount: number;
}

/** The messages as they stand, where each comes after its parent; a file that was changed by hand is put in order. */
const soundTree = (messages: readonly ReadyMessage[], leafId: string | null): SoundTree => {
  const seen = new Set<string>();
  const isSound = messages.every(({ id, parentId }) => {
    const fits = !seen.has(id) && (parentId === null || seen.has(parentId));
    seen.add(id);
    return fits;
  });
  if (isSound)
    return { messages, leafId: leafId !== null && seen.has(leafId) ? leafId : null, misplacedCount: 0 };
  const places = messages.map(({ id, parentId, role, createdAt }) => {
    // A part that stands for all of them: nothing is taken out of our own trees.
    return { id, parentId, role, name: null, parts: [{ type: 'text' }], createdAt, model: null };
  });
  const tree = orderTree({ messages: places, leafId });
  const byId = new Map(messages.toReversed().map((message) => [message.id, message]));
  const ordered = tree.messages.flatMap(({ id, parentId }) => {
    const message = byId.get(id);
    return message ? [{ ...message, parentId }] : [];
  });
  return { messages: ordered, leafId: tree.leafId, misplacedCount: tree.misplacedCount };
};
