import type { Role } from '../../../preload/contract/history';
import type { SearchHit } from '../../../preload/contract/search';
import type { Reader } from '../database/database';
import type { Row } from '../database/row';
import { integer, integerOrNull, text } from '../database/row';
import type { MatchQuery } from './match-query';
import type { Needle, Needles } from './needles';
import { readMatches, snippetOf } from './read-matches';
import { findSnippet, markAll } from './snippet';
import { newestMatchOf, type TitledChats } from './titled-chats';

interface Shown {
  /** The newest message that has the words too, else the chat's last one. */
  readonly row?: Row;
  readonly isHit: boolean;
}

const toHit = (reader: Reader, chat: Row, { row, isHit }: Shown, needles: readonly Needle[]): SearchHit => ({
  chatId: text(chat, 'id'),
  title: markAll(text(chat, 'title'), needles),
  messageId: row !== undefined && isHit ? text(row, 'id') : null,
  // Checked by the table's constraints.
  role: row === undefined ? null : (text(row, 'role') as Role),
  createdAt: integer(row ?? chat, 'created_at'),
  ...(row === undefined
    ? { ...findSnippet('', []), source: 'text' }
    : snippetOf(reader, row, isHit ? needles : [])),
  byTitle: true,
});

/** Chats whose titles have all the words, each with what the query finds in it. */
export const titleHits = (
  reader: Reader,
  query: MatchQuery,
  needles: Needles,
  titled: TitledChats,
): readonly SearchHit[] => {
  const { chats } = titled;
  if (chats.length === 0) return [];
  const matches = newestMatchOf(reader, query, titled);
  const shown = chats.map((chat) => matches.get(integer(chat, 'seq')) ?? integerOrNull(chat, 'leaf_seq'));
  const rows = readMatches(
    reader,
    shown.filter((seq) => seq !== null),
  );
  return chats.map((chat, at) => {
    const row = rows.find((each) => integer(each, 'seq') === shown[at]);
    const isHit = matches.has(integer(chat, 'seq'));
    return toHit(reader, chat, { ...(row === undefined ? {} : { row }), isHit }, needles.wanted);
  });
};
