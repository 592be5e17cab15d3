import type { TrashCursor, TrashedChat, TrashPage } from '../../../preload/contract/trash';
import type { Reader, Writer } from '../database/database';
import type { Row } from '../database/row';
import { integer, text } from '../database/row';

/** Of chats that were deleted for good and are taken out in the background. */
export const GONE = -1;

/** Of a chat that is being written in slices and is not whole yet. */
export const UNFINISHED = -2;

const FIRST_PAGE = `
  SELECT id, title, trashed_at FROM chats WHERE trashed_at >= 0
  ORDER BY trashed_at DESC, id DESC LIMIT ?`;

const NEXT_PAGE = `
  SELECT id, title, trashed_at FROM chats WHERE trashed_at >= 0 AND (trashed_at, id) < (?, ?)
  ORDER BY trashed_at DESC, id DESC LIMIT ?`;

const toTrashedChat = (row: Row): TrashedChat => ({
  id: text(row, 'id'),
  title: text(row, 'title'),
  trashedAt: integer(row, 'trashed_at'),
});

/** A page of at most `limit` chats of the Trash after `cursor`, latest deleted first. */
export const readTrash = (reader: Reader, cursor: TrashCursor | null, limit: number): TrashPage => {
  const rows =
    cursor === null
      ? reader.all(FIRST_PAGE, [limit + 1])
      : reader.all(NEXT_PAGE, [cursor.trashedAt, cursor.id, limit + 1]);
  const chats = rows.slice(0, limit).map(toTrashedChat);
  const last = chats.at(-1);
  const count = reader.first('SELECT count(*) AS count FROM chats WHERE trashed_at >= 0');
  return {
    chats,
    cursor: rows.length > limit && last ? { trashedAt: last.trashedAt, id: last.id } : null,
    total: integer(count ?? {}, 'count'),
  };
};

/**
 * Deletes chats of the Trash for good, all of them (null) or these. From here on nobody sees them; what they hold is taken
 * out in the background. Chats that are not in the Trash stay. Answers with how many went.
 */
export const removeTrashed = (writer: Writer, chatIds: readonly string[] | null): number =>
  chatIds === null
    ? writer.run('UPDATE chats SET trashed_at = ? WHERE trashed_at >= 0', [GONE])
    : writer.run(
        'UPDATE chats SET trashed_at = ? WHERE trashed_at >= 0 AND id IN (SELECT value FROM json_each(?))',
        [GONE, JSON.stringify(chatIds)],
      );

/** Deletes for good what has been in the Trash since before a moment (milliseconds). Answers with how many went. */
export const expireTrash = (writer: Writer, before: number): number =>
  writer.run('UPDATE chats SET trashed_at = ? WHERE trashed_at >= 0 AND trashed_at < ?', [GONE, before]);
