import { attachmentsOf } from '../../../preload/contract/attachments';
import type { Message } from '../../../preload/contract/history';
import type { GenerationParams } from '../../../preload/contract/parameters';
import { readBlob } from '../attachments/blobs';
import type { Reader } from '../database/database';
import { integer, integerOrNull } from '../database/row';
import type { StoredChat } from '../history/chats';
import { readDraft } from '../history/drafts';
import { readEditDrafts } from '../history/edit-drafts';
import { folderPath } from '../history/folders';
import { readResultDrafts } from '../history/result-drafts';
import {
  type ChatFile,
  EXPORT_VERSION,
  type FileAttachment,
  type FileChat,
  type FileMessage,
} from './chat-file';
import { allMessages, logprobsOf } from './read-chat';

/** What is put into a chat's file beside its messages. */
interface FileChoice {
  /** Its attachments: it stands alone. */
  readonly standsAlone: boolean;
  /** What was typed and not sent. Who hands a chat on does not hand that on. */
  readonly withDrafts: boolean;
}

const draftsOf = (reader: Reader, seq: number): Pick<FileChat, 'draft' | 'resultDrafts' | 'editDrafts'> => {
  const draft = readDraft(reader, seq);
  const resultDrafts = readResultDrafts(reader, seq);
  const editDrafts = readEditDrafts(reader, seq);
  return {
    ...(draft === null ? {} : { draft }),
    ...(resultDrafts.length === 0 ? {} : { resultDrafts }),
    ...(editDrafts.length === 0 ? {} : { editDrafts }),
  };
};

const headOf = (reader: Reader, { seq, chat }: StoredChat, withDrafts: boolean): FileChat => {
  const { id, title, createdAt, updatedAt, leafId, options, tags } = chat;
  const row =
    reader.first('SELECT cost_usd, unpriced, pinned_at, archived_at, trashed_at FROM chats WHERE seq = ?', [
      seq,
    ]) ?? {};
  const trashedAt = integerOrNull(row, 'trashed_at');
  return {
    id,
    title,
    createdAt,
    updatedAt,
    leafId,
    options,
    costUsd: integerOrNull(row, 'cost_usd'),
    unpricedRequests: integer(row, 'unpriced'),
    pinnedAt: integerOrNull(row, 'pinned_at'),
    archivedAt: integerOrNull(row, 'archived_at'),
    ...(chat.folderId === undefined ? {} : { folder: folderPath(reader, chat.folderId) }),
    ...(tags === undefined ? {} : { tags }),
    ...(trashedAt === null ? {} : { trashedAt }),
    ...(withDrafts ? draftsOf(reader, seq) : {}),
  };
};

/** Settings once each, by what they are. */
class ParamSets {
  readonly #places = new Map<string, number>();

  placeOf(params: GenerationParams): number {
    const key = JSON.stringify(params);
    const place = this.#places.get(key) ?? this.#places.size;
    this.#places.set(key, place);
    return place;
  }

  get json(): string {
    return `[${[...this.#places.keys()].join(',')}]`;
  }
}

const fileMessage = (
  { chatId: _chat, answer, ...message }: Message,
  sets: ParamSets,
  logprobs: readonly unknown[] | undefined,
): FileMessage => ({
  ...message,
  answer: answer && { ...answer, params: sets.placeOf(answer.params) },
  ...(logprobs === undefined ? {} : { logprobs }),
});

const attachmentJson = (reader: Reader, hash: string): string => {
  const { mime, bytes } = readBlob(reader, hash);
  const attachment: FileAttachment = { hash, mime, base64: Buffer.from(bytes).toString('base64') };
  return JSON.stringify(attachment);
};

function* attachmentsJson(reader: Reader, hashes: ReadonlySet<string>): Generator<string> {
  let between = '';
  yield ',\n"attachments": [';
  for (const hash of hashes) {
    yield `${between}\n${attachmentJson(reader, hash)}`;
    between = ',';
  }
  yield ']';
}

/** A chat's file (docs/export-format.md), piece by piece: complete, every branch of it. */
export function* chatJson(
  reader: Reader,
  stored: StoredChat,
  { standsAlone, withDrafts }: FileChoice,
): Generator<string> {
  const sets = new ParamSets();
  const hashes = new Set<string>();
  const kind: ChatFile['kind'] = 'chat';
  yield `{"parlance": ${EXPORT_VERSION}, "kind": "${kind}",\n"chat": ${JSON.stringify(headOf(reader, stored, withDrafts))},\n"messages": [`;
  let between = '';
  for (const { seq, message } of allMessages(reader, stored)) {
    const parts = attachmentsOf(message.parts);
    for (const part of parts) {
      hashes.add(part.hash);
      if (part.type === 'file') hashes.add(part.textHash);
    }
    yield `${between}\n${JSON.stringify(fileMessage(message, sets, logprobsOf(reader, seq)))}`;
    between = ',';
  }
  yield `],\n"paramSets": ${sets.json}`;
  if (standsAlone && hashes.size > 0) yield* attachmentsJson(reader, hashes);
  yield '}\n';
}
