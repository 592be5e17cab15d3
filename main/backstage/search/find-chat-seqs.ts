import type { SearchInput } from '../../../preload/contract/search';
import type { Reader } from '../database/database';
import { integer } from '../database/row';
import { wordsMatch } from './match-query';
import { planSearch } from './search-messages';

/** Hits that are gone through at once: some milliseconds. */
const SLICE = 2000;

function* byTitle(reader: Reader, match: string | null): Generator<readonly number[]> {
  if (match === null) return;
  yield reader
    .all(
      `SELECT c.seq FROM chat_search s CROSS JOIN chats c ON c.seq = s.rowid
      WHERE chat_search MATCH ? AND c.trashed_at IS NULL`,
      [match],
    )
    .map((row) => integer(row, 'seq'));
}

/** All chats that a query finds, by their numbers, some more than once, in slices that leave others their turn. `now` in milliseconds. */
export function* findChatSeqs(
  reader: Reader,
  question: Pick<SearchInput, 'query' | 'chatId'>,
  now: number,
): Generator<readonly number[]> {
  const { query, needles, hasFilters } = planSearch(reader, question, now);
  if (query === null) return;
  // As in the list of hits: operators ask for messages.
  if (!hasFilters) yield* byTitle(reader, wordsMatch(needles));
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const rows = reader.all(
      // CAST: see `matches`.
      `SELECT m.seq, m.chat_seq FROM message_search s
        CROSS JOIN messages m ON m.seq = s.rowid
        CROSS JOIN chats c ON c.seq = m.chat_seq
      WHERE message_search MATCH ? AND s.rowid < CAST(? AS INTEGER) AND c.trashed_at IS NULL ${query.conditions}
      ORDER BY s.rowid DESC LIMIT ?`,
      [query.match, before, ...query.parameters, SLICE],
    );
    yield rows.map((row) => integer(row, 'chat_seq'));
    const last = rows.at(-1);
    if (rows.length < SLICE || last === undefined) return;
    before = integer(last, 'seq');
  }
}
