import type { Migration } from './migration';

/**
 * Full-text indexes without a copy of the text. What goes in is prepared by `search/message-terms`; `rowid` is the `seq` of the
 * message or chat, so that newest first is the index's own order. Triggers note in the queues what is to be indexed,
 * whoever wrote it: short queues are worked off in the same transaction, long ones (the history from before) in the
 * background. Private-use characters (`Co`) mark what is known beside the text, for example the role. `searched_models` are
 * the ids that messages are indexed under.
 */
export const search: Migration = {
  version: 7,
  sql: `
CREATE VIRTUAL TABLE message_search USING fts5 (
  terms, content = '', contentless_delete = 1, prefix = '2 3 4 5',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);

CREATE VIRTUAL TABLE chat_search USING fts5 (
  terms, content = '', contentless_delete = 1, prefix = '2 3 4 5',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);

CREATE TABLE message_search_queue (seq INTEGER PRIMARY KEY) STRICT;
CREATE TABLE chat_search_queue (seq INTEGER PRIMARY KEY) STRICT;
CREATE TABLE searched_models (model TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO message_search_queue SELECT seq FROM messages WHERE status <> 'streaming';
INSERT INTO chat_search_queue SELECT seq FROM chats;

CREATE TRIGGER messages_added_for_search AFTER INSERT ON messages WHEN NEW.status <> 'streaming'
BEGIN
  INSERT OR IGNORE INTO message_search_queue VALUES (NEW.seq);
END;

CREATE TRIGGER messages_ended_for_search AFTER UPDATE OF status ON messages WHEN NEW.status <> 'streaming'
BEGIN
  INSERT OR IGNORE INTO message_search_queue VALUES (NEW.seq);
END;

CREATE TRIGGER messages_gone_from_search AFTER DELETE ON messages
BEGIN
  DELETE FROM message_search_queue WHERE seq = OLD.seq;
  DELETE FROM message_search WHERE rowid = OLD.seq;
END;

CREATE TRIGGER chats_added_for_search AFTER INSERT ON chats
BEGIN
  INSERT OR IGNORE INTO chat_search_queue VALUES (NEW.seq);
END;

CREATE TRIGGER chats_renamed_for_search AFTER UPDATE OF title ON chats
BEGIN
  INSERT OR IGNORE INTO chat_search_queue VALUES (NEW.seq);
END;

CREATE TRIGGER chats_gone_from_search AFTER DELETE ON chats
BEGIN
  DELETE FROM chat_search_queue WHERE seq = OLD.seq;
  DELETE FROM chat_search WHERE rowid = OLD.seq;
END;
`,
};
