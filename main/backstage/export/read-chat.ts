import type { Message } from '../../../preload/contract/history';
import type { Reader } from '../database/database';
import { integer, json } from '../database/row';
import type { StoredChat } from '../history/chats';
import type { StoredMessage } from '../history/messages';
import { readMessages } from '../history/messages';
import { wholePath } from '../history/path';

/** Messages that are read at once: with their overflow pages these may be megabytes. */
const BATCH = 32;

/** A reply that still streams is exported with what there is of it. */
const ended = (message: Message): Message =>
  message.status === 'streaming' ? { ...message, status: 'interrupted' } : message;

/** A message and its row. */
export type ReadMessage = Pick<StoredMessage, 'seq' | 'message'>;

const readBatch = (reader: Reader, seqs: readonly number[]): readonly ReadMessage[] =>
  readMessages(reader, seqs).map(({ seq, message }) => ({ seq, message: ended(message) }));

/** Every message of a chat, of all branches, in the order they were made. */
export function* allMessages(reader: Reader, { seq }: StoredChat): Generator<ReadMessage> {
  let after = 0;
  for (;;) {
    const seqs = reader
      .all('SELECT seq FROM messages WHERE chat_seq = ? AND seq > ? ORDER BY seq LIMIT ?', [
        seq,
        after,
        BATCH,
      ])
      .map((row) => integer(row, 'seq'));
    yield* readBatch(reader, seqs);
    const last = seqs.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** The messages of a chat's current path, oldest first. */
export function* pathMessages(reader: Reader, { seq, leafSeq }: StoredChat): Generator<ReadMessage> {
  if (leafSeq === null) return;
  const seqs = wholePath(reader, seq, leafSeq);
  for (let at = 0; at < seqs.length; at += BATCH) yield* readBatch(reader, seqs.slice(at, at + BATCH));
}

/** The probabilities of an answer's tokens; undefined: none are kept. */
export const logprobsOf = (reader: Reader, seq: number): readonly unknown[] | undefined => {
  const row = reader.first('SELECT tokens FROM logprobs WHERE message_seq = ?', [seq]);
  return row && json<readonly unknown[]>(row, 'tokens');
};
