import { textOf } from '../../../preload/contract/parts';
import type { Writer } from '../database/database';
import { integer } from '../database/row';
import { addCost } from './chat-cost';
import { leaveGrowing } from './growing';
import { journaledLogprobs } from './journal';
import { readMessages } from './messages';
import { GONE, UNFINISHED } from './trash';
import { endMessage } from './write-message';

/**
 * Ends the replies that the last run left streaming, except the live ones: each keeps all that was written
 * down and becomes `interrupted`. Answers with how many there were.
 */
export const recoverInterrupted = (writer: Writer, liveMessageIds: readonly string[]): number => {
  const rows = writer.all(
    `SELECT seq FROM messages WHERE status = 'streaming' AND id NOT IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(liveMessageIds)],
  );
  for (const row of rows) {
    // One at a time: each may hold megabytes.
    const [stored] = readMessages(writer, [integer(row, 'seq')]);
    if (stored) {
      const { parts } = stored.message;
      const logprobs = journaledLogprobs(writer, stored.seq);
      addCost(writer, stored, { usage: null, begun: parts.length > 0, length: textOf(parts).length });
      endMessage(writer, stored, { status: 'interrupted', parts, logprobs, facts: {} });
    }
  }
  return rows.length;
};

/** Gives up what an import was writing in slices when it was killed: it is taken out in the background. */
export const dropUnfinished = (writer: Writer): void => {
  writer.run('UPDATE chats SET trashed_at = ? WHERE trashed_at = ?', [GONE, UNFINISHED]);
  leaveGrowing(writer);
};
