import type { Role } from '../../../preload/contract/history';
import type { SearchHit, SearchInput, SearchPage } from '../../../preload/contract/search';
import type { Reader } from '../database/database';
import type { Row } from '../database/row';
import { integer, text } from '../database/row';
import type { Candidates } from './candidates';
import { isIndexing } from './index-queue';
import type { MatchContext, MatchQuery } from './match-query';
import { matchQuery, wordsMatch } from './match-query';
import { newestMatches } from './matches';
import type { Needle, Needles } from './needles';
import { needlesOf } from './needles';
import { parseQuery } from './parse-query';
import { rankMatches } from './rank';
import { readMatches, snippetOf } from './read-matches';
import { markAll } from './snippet';
import { titleHits } from './title-hits';
import { type TitledChats, titledChats } from './titled-chats';

/** Hits on a page. */
const PAGE = 30;

const titleMatch = (title: string): string | null => {
  const words = parseQuery(`${title} `).words.map((word) => ({ ...word, isExcluded: false }));
  return wordsMatch(needlesOf({ words }));
};

const toHit = (reader: Reader, row: Row, needles: readonly Needle[]): SearchHit => ({
  chatId: text(row, 'chat_id'),
  title: markAll(text(row, 'title'), needles),
  messageId: text(row, 'id'),
  // Checked by the table's constraints.
  role: text(row, 'role') as Role,
  createdAt: integer(row, 'created_at'),
  ...snippetOf(reader, row, needles),
  byTitle: false,
});

interface FoundPage extends Pick<SearchPage, 'cursor' | 'rankedOnly'> {
  readonly rows: readonly Row[];
}

const newestPage = (reader: Reader, query: MatchQuery, cursor: number | null): FoundPage => {
  const seqs = newestMatches(reader, query, { before: cursor, limit: PAGE + 1 });
  const shown = seqs.slice(0, PAGE);
  const next = seqs.length > PAGE ? (shown.at(-1) ?? null) : null;
  return { rows: readMatches(reader, shown), cursor: next, rankedOnly: null };
};

/** The cursor counts the hits before. */
const bestPage = (reader: Reader, { seqs, areAll }: Candidates, cursor: number | null): FoundPage => {
  const from = cursor ?? 0;
  const next = from + PAGE;
  return {
    rows: readMatches(reader, seqs.slice(from, next)),
    cursor: seqs.length > next ? next : null,
    rankedOnly: areAll ? null : seqs.length,
  };
};

/** What a query comes to: how the index is asked (null: nothing can be found), and the words that are looked for. */
export const planSearch = (
  reader: Reader,
  { query: typed, chatId }: Pick<SearchInput, 'query' | 'chatId'>,
  now: number,
): {
  readonly query: MatchQuery | null;
  readonly needles: Needles;
  readonly hasFilters: boolean;
  readonly unknown: readonly string[];
} => {
  const parsed = parseQuery(typed);
  const needles = needlesOf(parsed);
  const { wanted, excluded } = needles;
  const asksNothing = wanted.length + excluded.length + parsed.filters.length === 0;
  const context: MatchContext = { reader, chatId, now, titleMatch };
  const query = asksNothing ? null : matchQuery(context, needles, parsed.filters);
  return { query, needles, hasFilters: parsed.filters.length > 0, unknown: parsed.unknown };
};

/**
 * A page of what a query finds in all chats that are not in the Trash. Every query is answered, also one that is half
 * typed; one that asks for nothing finds nothing. `now` in milliseconds.
 */
export const searchMessages = (reader: Reader, input: SearchInput, now: number): SearchPage => {
  const { query, needles, hasFilters, unknown } = planSearch(reader, input, now);
  const { wanted } = needles;
  const asked = { unknown, isIndexing: isIndexing(reader) };
  if (query === null) return { hits: [], cursor: null, rankedOnly: null, ...asked };
  let known: TitledChats | undefined;
  const titled = () => {
    known ??= titledChats(reader, query, needles);
    return known;
  };
  // Without words nothing fits better than anything else.
  const { rows, ...page } =
    input.order === 'newest' || wanted.length === 0
      ? newestPage(reader, query, input.cursor)
      : bestPage(reader, rankMatches(reader, query, needles, titled), input.cursor);
  const hits = rows.map((row) => toHit(reader, row, wanted));
  // Operators ask for messages.
  const titles = input.cursor === null && !hasFilters ? titleHits(reader, query, needles, titled()) : [];
  const told = new Set(titles.map(({ messageId }) => messageId));
  const others = hits.filter(({ messageId }) => !told.has(messageId));
  return { ...page, hits: [...titles, ...others], ...asked };
};
