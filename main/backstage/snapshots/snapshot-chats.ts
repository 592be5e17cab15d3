import type {
  SnapshotChat,
  SnapshotChatPage,
  SnapshotFacts,
} from '../../../preload/contract/history-snapshots';
import type { Reader } from '../database/database';
import { integer, integerOrNull, text } from '../database/row';

const PAGE = `
  SELECT id, title, updated_at FROM chats
  WHERE trashed_at IS NULL AND (updated_at, id) < (?, ?)
  ORDER BY updated_at DESC, id DESC LIMIT ?`;

/** After every chat. */
const START = { updatedAt: Number.MAX_SAFE_INTEGER, id: '' };

const stateNow = (live: Reader, id: string): SnapshotChat['now'] => {
  const row = live.first('SELECT trashed_at FROM chats WHERE id = ?', [id]);
  const trashedAt = row && integerOrNull(row, 'trashed_at');
  if (trashedAt === undefined || (trashedAt !== null && trashedAt < 0)) return 'gone';
  return trashedAt === null ? 'here' : 'inTrash';
};

/** A page of a snapshot's chats, latest change first, each with what became of it in the history of now. */
export const readSnapshotChats = (
  snapshot: Reader,
  live: Reader,
  cursor: SnapshotChatPage['cursor'],
  limit: number,
): SnapshotChatPage => {
  const { updatedAt, id } = cursor ?? START;
  const rows = snapshot.all(PAGE, [updatedAt, id, limit + 1]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    chats: page.map((row) => ({
      id: text(row, 'id'),
      title: text(row, 'title'),
      updatedAt: integer(row, 'updated_at'),
      now: stateNow(live, text(row, 'id')),
    })),
    cursor:
      rows.length > limit && last ? { updatedAt: integer(last, 'updated_at'), id: text(last, 'id') } : null,
  };
};

/** How much is in a snapshot. */
export const readSnapshotFacts = (snapshot: Reader): SnapshotFacts => {
  const row = snapshot.first(
    `SELECT count(*) AS chats, max(updated_at) AS changed_at, (SELECT count(*) FROM messages) AS messages
     FROM chats WHERE trashed_at IS NULL`,
  );
  return {
    chats: integer(row ?? {}, 'chats'),
    messages: integer(row ?? {}, 'messages'),
    changedAt: integerOrNull(row ?? {}, 'changed_at'),
  };
};
