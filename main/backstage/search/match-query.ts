import { foldText } from '../../../preload/contract/fold-text';
import type { Reader } from '../database/database';
import { integer, text } from '../database/row';
import type { SqlValue } from '../database/sql-value';
import { foldTag } from '../history/tags';
import { chatFacet, EVERY_MESSAGE, featureFacet, modelFacet, periodFacets, roleFacet } from './facets';
import type { Needle, Needles, Phrase } from './needles';
import type { Condition, QueryFilter } from './parse-query';

/** An FTS5 query, and what its rows must be beside it. */
export interface MatchQuery {
  readonly match: string;
  /** What every match has, each alone a query that the index answers at once: the single words, and the operators. */
  readonly parts: readonly string[];
  /** SQL over the columns of `messages m` and `chats c`, each begun with AND. */
  readonly conditions: string;
  readonly parameters: readonly SqlValue[];
}

/** As many chats are looked through at most where `in:` or `is:` names more. */
const MAX_CHATS = 256;
const YEAR_MS = 366 * 86_400_000;

const quoted = (terms: string): string => `"${terms}"`;
const anyOf = (alternatives: readonly string[]): string => `(${alternatives.join(' OR ')})`;

const phraseMatch = ({ terms, isPrefix }: Phrase): string =>
  `${quoted(terms.join(' '))}${isPrefix ? ' *' : ''}`;
const needleMatch = (needle: Needle): string => anyOf(needle.map(phraseMatch));

/** Words and phrases alone, as they are looked for in titles; null without any that is wanted. */
export const wordsMatch = ({ wanted, excluded }: Needles): string | null => {
  if (wanted.length === 0) return null;
  const all = wanted.map(needleMatch).join(' AND ');
  return excluded.length === 0 ? all : `(${all}) NOT ${anyOf(excluded.map(needleMatch))}`;
};

/** The longest beginning that has an index of its own. */
const MAX_INDEXED_PREFIX = 5;

/** Of the words as they are written each by itself; without beginnings that the index gathers first. */
const singleTerms = ({ wanted }: Needles): readonly string[] =>
  wanted.flatMap(([written]) =>
    (written?.terms ?? []).flatMap((term, at, { length }) => {
      if (!written?.isPrefix || at < length - 1) return [quoted(term)];
      return [...term].length > MAX_INDEXED_PREFIX ? [] : [`${quoted(term)} *`];
    }),
  );

/** Terms further apart than this are not about the same thing. */
const NEAR = 8;

/** The words close together, each as it is written; null for one word alone. */
export const nearMatch = ({ wanted }: Needles): string | null => {
  const phrases = wanted.flatMap(([written]) => (written === undefined ? [] : [phraseMatch(written)]));
  return phrases.length < 2 ? null : `NEAR(${phrases.join(' ')}, ${NEAR})`;
};

/** What a condition comes to: null means that nothing can fulfil it. */
type Plan = {
  readonly match: string;
  readonly sql?: string;
  readonly parameters?: readonly SqlValue[];
} | null;

const ofChats = (chatSeqs: readonly number[], sql = ''): Plan =>
  chatSeqs.length === 0 ? null : { match: anyOf(chatSeqs.map((seq) => quoted(chatFacet(seq)))), sql };

const seqsOf = (reader: Reader, sql: string, parameters: readonly SqlValue[]): readonly number[] =>
  reader.all(sql, [...parameters, MAX_CHATS]).map((row) => integer(row, 'seq'));

/** What the conditions of a query are looked up in. */
export interface MatchContext {
  readonly reader: Reader;
  /** The chat that `in:current` means. */
  readonly chatId: string | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The FTS5 query for a title. */
  readonly titleMatch: (title: string) => string | null;
}

const inChats = ({ reader, chatId, titleMatch }: MatchContext, title: string | null): Plan => {
  if (title === null) return ofChats(seqsOf(reader, 'SELECT seq FROM chats WHERE id = ? LIMIT ?', [chatId]));
  const match = titleMatch(title);
  if (match === null) return null;
  const sql = `SELECT rowid AS seq FROM chat_search WHERE chat_search MATCH ? ORDER BY rowid DESC LIMIT ?`;
  const folders = foldersNamed(reader, title);
  const within = folders.length === 0 ? [] : seqsOf(reader, CHATS_IN_FOLDERS, [JSON.stringify(folders)]);
  return ofChats([...new Set([...within, ...seqsOf(reader, sql, [match])])].slice(0, MAX_CHATS));
};

const CHATS_IN_FOLDERS = `
  WITH RECURSIVE line (seq) AS (
    SELECT value FROM json_each(?) UNION SELECT f.seq FROM line JOIN folders f ON f.parent_seq = line.seq
  ) SELECT c.seq FROM line CROSS JOIN chats c ON c.folder_seq = line.seq AND c.folder_seq IS NOT NULL
  WHERE c.trashed_at IS NULL ORDER BY c.seq DESC LIMIT ?`;

/** Folders whose name begins like this. There are some hundred at most. */
const foldersNamed = (reader: Reader, name: string): readonly number[] => {
  const wanted = foldText(name);
  return reader
    .all('SELECT seq, name FROM folders')
    .filter((row) => foldText(text(row, 'name')).startsWith(wanted))
    .map((row) => integer(row, 'seq'));
};

const tagsNamed = (reader: Reader, name: string): readonly number[] => {
  const wanted = foldTag(name);
  return reader
    .all('SELECT seq, folded FROM tags')
    .filter((row) => text(row, 'folded').startsWith(wanted))
    .map((row) => integer(row, 'seq'));
};

/** As with other states: a few chats are looked up, of many every message is looked at. */
const withTag = ({ reader }: MatchContext, name: string): Plan => {
  const tags = JSON.stringify(tagsNamed(reader, name));
  const sql = `
    SELECT DISTINCT chat_seq AS seq FROM chat_tags WHERE tag_seq IN (SELECT value FROM json_each(?)) LIMIT ?`;
  const chatSeqs = seqsOf(reader, sql, [tags]);
  if (chatSeqs.length < MAX_CHATS) return ofChats(chatSeqs);
  return {
    match: quoted(EVERY_MESSAGE),
    sql: 'EXISTS (SELECT 1 FROM chat_tags ct WHERE ct.chat_seq = c.seq AND ct.tag_seq IN (SELECT value FROM json_each(?)))',
    parameters: [tags],
  };
};

/** Asked with `gpt-4o`, `openai/gpt-4o-mini` answers as well: what is asked for begins a part of the id. */
const hasBeginning = (model: string, wanted: string): boolean => {
  const id = foldText(model);
  for (let at = id.indexOf(wanted); at !== -1; at = id.indexOf(wanted, at + 1))
    if (!/[\p{L}\p{N}]$/u.test(id.slice(0, at))) return true;
  return false;
};

const ofModel = ({ reader }: MatchContext, asked: string): Plan => {
  const wanted = foldText(asked);
  const models = reader.all('SELECT model FROM searched_models').map((row) => text(row, 'model'));
  const facets = new Set(models.filter((model) => hasBeginning(model, wanted)).map(modelFacet));
  return facets.size === 0 ? null : { match: anyOf([...facets].map(quoted)) };
};

const stateChats = {
  pinned: `
    SELECT seq FROM chats WHERE trashed_at IS NULL AND archived_at IS NULL AND pinned_at IS NOT NULL
    UNION SELECT m.chat_seq FROM pins p JOIN messages m ON m.seq = p.message_seq LIMIT ?`,
  archived: 'SELECT seq FROM chats WHERE trashed_at IS NULL AND archived_at IS NOT NULL LIMIT ?',
} as const;

const stateSql = {
  pinned: '(c.pinned_at IS NOT NULL OR EXISTS (SELECT 1 FROM pins p WHERE p.message_seq = m.seq))',
  archived: 'c.archived_at IS NOT NULL',
} as const;

/** A few chats are looked up; of many, every message is looked at, and soon enough there are some. */
const inState = ({ reader }: MatchContext, state: keyof typeof stateChats): Plan => {
  const chatSeqs = seqsOf(reader, stateChats[state], []);
  const sql = stateSql[state];
  return chatSeqs.length < MAX_CHATS ? ofChats(chatSeqs, sql) : { match: quoted(EVERY_MESSAGE), sql };
};

const inTime = (now: number, from: number, to: number): Plan => {
  const begin = Math.max(from, 0);
  // A clock that was wrong may have put messages into the future.
  const end = Math.min(to, now + 2 * YEAR_MS);
  if (begin >= end) return null;
  const facets = periodFacets(begin, end).map(quoted);
  return { match: anyOf(facets), sql: 'm.created_at >= ? AND m.created_at < ?', parameters: [begin, end] };
};

const planOf = (context: MatchContext, condition: Condition): Plan => {
  switch (condition.kind) {
    case 'role':
      return { match: quoted(roleFacet(condition.role)) };
    case 'model':
      return ofModel(context, condition.model);
    case 'tag':
      return withTag(context, condition.tag);
    case 'has':
      return { match: quoted(featureFacet(condition.feature)) };
    case 'is':
      return inState(context, condition.state);
    case 'in':
      return inChats(context, condition.title);
    case 'time':
      return inTime(context.now, condition.from, condition.to);
    case 'never':
      return null;
  }
};

const opposite = ({ condition, isExcluded }: QueryFilter): QueryFilter => {
  if (!isExcluded || condition.kind !== 'time') return { condition, isExcluded };
  const { from, to } = condition;
  const time = Number.isFinite(to)
    ? { from: to, to: Number.POSITIVE_INFINITY }
    : { from: Number.NEGATIVE_INFINITY, to: from };
  return { condition: { kind: 'time', ...time }, isExcluded: false };
};

/** All times of a query in one: each alone would go through what the others leave out. */
const withOneTime = (filters: readonly QueryFilter[]): readonly QueryFilter[] => {
  const others = filters.filter(({ condition }) => condition.kind !== 'time');
  const times = filters.map(({ condition }) => condition).filter((condition) => condition.kind === 'time');
  if (times.length === 0) return others;
  const from = Math.max(...times.map((time) => time.from));
  const to = Math.min(...times.map((time) => time.to));
  return [...others, { condition: { kind: 'time', from, to }, isExcluded: false }];
};

/** The query that finds the messages; null when nothing can be found. */
export const matchQuery = (
  context: MatchContext,
  { wanted, excluded }: Needles,
  filters: readonly QueryFilter[],
): MatchQuery | null => {
  const planned = withOneTime(filters.map(opposite)).map(({ condition, isExcluded }) => ({
    plan: planOf(context, condition),
    isExcluded,
  }));
  if (planned.some(({ plan, isExcluded }) => plan === null && !isExcluded)) return null;
  const plans = planned.flatMap(({ plan, isExcluded }) => (plan === null ? [] : [{ ...plan, isExcluded }]));
  const required = plans.filter(({ isExcluded }) => !isExcluded);
  const barred = plans.filter(({ isExcluded }) => isExcluded);
  // An exclusion that the index knows only roughly is left to SQL.
  const barredByIndex = barred.filter(({ sql = '' }) => sql === '');
  const all = [...wanted.map(needleMatch), ...required.map(({ match }) => match)];
  const none = [...excluded.map(needleMatch), ...barredByIndex.map(({ match }) => match)];
  const positive = all.length === 0 ? quoted(EVERY_MESSAGE) : all.join(' AND ');
  return {
    parts: [...singleTerms({ wanted, excluded }), ...required.map(({ match }) => match)],
    match: none.length === 0 ? positive : `(${positive}) NOT ${anyOf(none)}`,
    conditions: plans
      .map(({ sql = '', isExcluded }) => (sql === '' ? '' : `AND ${isExcluded ? 'NOT ' : ''}(${sql})`))
      .join(' '),
    parameters: plans.flatMap(({ parameters = [] }) => parameters),
  };
};
