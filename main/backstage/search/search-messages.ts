import type { Role } from '../../../preload/contract/history';
import type { MessagePart } from '../../../preload/contract/parts';
import type { SearchHit, SearchInput, SearchPage } from '../../../preload/contract/search';
import type { Reader } from '../database/database';
import type { Row } from '../database/row';
import { integer, json, text } from '../database/row';
import { isIndexing } from './index-queue';
import type { MatchContext, MatchQuery } from './match-query';
import { matchQuery, wordsMatch } from './match-query';
import type { Needle, Needles } from './needles';
import { needlesOf } from './needles';
import { parseQuery } from './parse-query';
import { scoreOf } from './score';
import { searchableText } from './searchable';
import { findSnippet, markAll } from './snippet';
import { titleHits } from './title-hits';

/** Hits on a page. */
const PAGE = 30;
/** The best are chosen from so many of the newest. */
const CANDIDATES = 150;

const titleMatch = (title: string): string | null => {
  const words = parseQuery(`${title} `).words.map((word) => ({ ...word, isExcluded: false }));
  return wordsMatch(needlesOf({ words, filters: [] }));
};

// CROSS JOIN: the index comes first, so that it stops at the page.
const newest = (reader: Reader, query: MatchQuery, before: number | null, limit: number): readonly number[] =>
  reader
    .all(
      `SELECT m.seq FROM message_search s
        CROSS JOIN messages m ON m.seq = s.rowid
        CROSS JOIN chats c ON c.seq = m.chat_seq
      WHERE message_search MATCH ? AND s.rowid < ? AND c.trashed_at IS NULL ${query.conditions}
      ORDER BY s.rowid DESC LIMIT ?`,
      [query.match, before ?? Number.MAX_SAFE_INTEGER, ...query.parameters, limit],
    )
    .map((row) => integer(row, 'seq'));

const readRows = (reader: Reader, seqs: readonly number[]): readonly Row[] => {
  const rows = reader.all(
    `SELECT m.seq, m.id, m.role, m.created_at, m.parts, c.id AS chat_id, c.title
    FROM messages m JOIN chats c ON c.seq = m.chat_seq
    WHERE m.seq IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(seqs)],
  );
  const bySeq = new Map<number, Row>(rows.map((row) => [integer(row, 'seq'), row]));
  return seqs.map((seq) => bySeq.get(seq)).filter((row) => row !== undefined);
};

const textOf = (row: Row): string => searchableText(json<readonly MessagePart[]>(row, 'parts'));

const toHit = (row: Row, needles: readonly Needle[]): SearchHit => ({
  chatId: text(row, 'chat_id'),
  title: markAll(text(row, 'title'), needles),
  messageId: text(row, 'id'),
  // Checked by the table's constraints.
  role: text(row, 'role') as Role,
  createdAt: integer(row, 'created_at'),
  ...findSnippet(textOf(row), needles),
  byTitle: false,
});

interface FoundPage {
  readonly rows: readonly Row[];
  readonly cursor: number | null;
}

const newestPage = (reader: Reader, query: MatchQuery, cursor: number | null): FoundPage => {
  const seqs = newest(reader, query, cursor, PAGE + 1);
  const shown = seqs.slice(0, PAGE);
  return { rows: readRows(reader, shown), cursor: seqs.length > PAGE ? (shown.at(-1) ?? null) : null };
};

/** The cursor counts the hits before. */
const bestPage = (
  reader: Reader,
  query: MatchQuery,
  needles: readonly Needle[],
  cursor: number | null,
): FoundPage => {
  const from = cursor ?? 0;
  const ranked = readRows(reader, newest(reader, query, null, CANDIDATES))
    .map((row) => ({ row, score: scoreOf(textOf(row), text(row, 'title'), needles) }))
    // Sorting keeps the order of equals: newest first.
    .sort((a, b) => b.score - a.score)
    .map(({ row }) => row);
  const next = from + PAGE;
  return { rows: ranked.slice(from, next), cursor: ranked.length > next ? next : null };
};

/** What a query comes to: how the index is asked (null: nothing can be found), and the words that are looked for. */
export const planSearch = (
  reader: Reader,
  { query: typed, chatId }: Pick<SearchInput, 'query' | 'chatId'>,
  now: number,
): { readonly query: MatchQuery | null; readonly needles: Needles; readonly hasFilters: boolean } => {
  const parsed = parseQuery(typed);
  const needles = needlesOf(parsed);
  const { wanted, excluded } = needles;
  const asksNothing = wanted.length + excluded.length + parsed.filters.length === 0;
  const context: MatchContext = { reader, chatId, now, titleMatch };
  const query = asksNothing ? null : matchQuery(context, needles, parsed.filters);
  return { query, needles, hasFilters: parsed.filters.length > 0 };
};

/**
 * A page of what a query finds in all chats that are not in the Trash. Every query is answered, also one that is half
 * typed; one that asks for nothing finds nothing. `now` in milliseconds.
 */
export const searchMessages = (reader: Reader, input: SearchInput, now: number): SearchPage => {
  const { query, needles, hasFilters } = planSearch(reader, input, now);
  const { wanted } = needles;
  const none: SearchPage = { hits: [], cursor: null, isIndexing: isIndexing(reader) };
  if (query === null) return none;
  const { rows, cursor } =
    input.order === 'newest'
      ? newestPage(reader, query, input.cursor)
      : bestPage(reader, query, wanted, input.cursor);
  const hits = rows.map((row) => toHit(row, wanted));
  // Operators ask for messages.
  const titles = input.cursor === null && !hasFilters ? titleHits(reader, needles) : [];
  const told = new Set(titles.map(({ messageId }) => messageId));
  return { ...none, hits: [...titles, ...hits.filter(({ messageId }) => !told.has(messageId))], cursor };
};
