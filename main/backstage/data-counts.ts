import type { DataCounts } from '../../preload/contract/stored-data';
import type { Reader } from './database/database';
import { integer } from './database/row';

/** Lengths of blobs are known without reading them. Chats that nobody may see yet or any more are in none of the numbers. */
const COUNTS = `
  SELECT
    (SELECT count(*) FROM chats WHERE trashed_at IS NULL) AS chats,
    (SELECT count(*) FROM chats WHERE trashed_at >= 0) AS trashed,
    (SELECT count(*) FROM messages)
      - (SELECT count(*) FROM messages WHERE chat_seq IN (SELECT seq FROM chats WHERE trashed_at < 0)) AS messages,
    (SELECT count(*) FROM blobs) AS attachments,
    (SELECT ifnull(sum(length(bytes)), 0) FROM blobs) AS attachment_bytes`;

/** How much is in a history. */
export const readDataCounts = (reader: Reader): DataCounts => {
  const row = reader.first(COUNTS) ?? {};
  return {
    chats: integer(row, 'chats'),
    trashed: integer(row, 'trashed'),
    messages: integer(row, 'messages'),
    attachments: integer(row, 'attachments'),
    attachmentBytes: integer(row, 'attachment_bytes'),
  };
};
