import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Database } from '../../../../main/backstage/database/database';
import { integer, json, text } from '../../../../main/backstage/database/row';
import type { MessagePart } from '../../../../preload/contract/parts';
import type { SearchHit, SearchOrder, SearchPage } from '../../../../preload/contract/search';
import { type Driver, KEY, OPTIONS, openDriver } from '../support';
import { hasSought } from './naive-scan';
import { act, Person } from './person';
import { type Query, query, sentence, typed, WORDS } from './random-queries';
import { search } from './support';

/** What the tables hold outside the Trash, newest first: read beside the app and its index. */
const storedMessages = (database: Database) =>
  database
    .all(
      `SELECT m.seq, m.id, m.role, m.parts, c.title FROM messages m JOIN chats c ON c.seq = m.chat_seq
      WHERE c.trashed_at IS NULL ORDER BY m.seq DESC`,
    )
    .map((row) => ({
      id: text(row, 'id'),
      seq: integer(row, 'seq'),
      role: text(row, 'role'),
      title: text(row, 'title'),
      text: json<readonly MessagePart[]>(row, 'parts')
        .map((part) => (part.type === 'text' ? part.text : ''))
        .join('\n'),
    }));

const scan = (database: Database, { wanted, excluded, role, title }: Query): readonly string[] =>
  storedMessages(database)
    .filter(
      (message) =>
        (role === null || message.role === role) &&
        (title === null || message.title === title) &&
        wanted.every((sought) => hasSought(message.text, sought)) &&
        !excluded.some((sought) => hasSought(message.text, sought)),
    )
    .map(({ id }) => id);

/** All hits of all pages. */
const allHits = async (driver: Driver, asked: string, order: SearchOrder): Promise<readonly SearchHit[]> => {
  const hits: SearchHit[] = [];
  let cursor: number | null = null;
  do {
    const page: SearchPage = await search(driver, asked, { order, cursor });
    expect(page.isIndexing).toBe(false);
    expect(page.rankedOnly).toBeNull();
    hits.push(...page.hits);
    cursor = page.cursor;
  } while (cursor !== null);
  return hits;
};

/** Answers with how many there are. */
const expectSame = async (driver: Driver, database: Database, asked: Query): Promise<number> => {
  const expected = scan(database, asked);
  for (const order of ['newest', 'best'] as const) {
    const hits = await allHits(driver, typed(asked), order);
    // A message that is shown with its chat's title comes on no page again, or once more on a later one.
    const told = new Set(hits.filter(({ byTitle }) => byTitle).map(({ messageId }) => messageId));
    const found = hits.filter(({ byTitle }) => !byTitle).map(({ messageId }) => messageId ?? '');
    const rest = found.filter((id) => !told.has(id));
    expect({ asked: typed(asked), twice: found.length - new Set(found).size }).toEqual({
      asked: typed(asked),
      twice: 0,
    });
    const wanted = expected.filter((id) => !told.has(id));
    const inOrder = order === 'newest' ? [rest, wanted] : [rest.toSorted(), wanted.toSorted()];
    expect({ asked: typed(asked), found: inOrder[0] }).toEqual({ asked: typed(asked), found: inOrder[1] });
  }
  return expected.length;
};

const whenIndexed = (driver: Driver) =>
  expect.poll(async () => (await search(driver, 'x')).isIndexing, { interval: 5 }).toBe(false);

describe('whatever is written and done', () => {
  it('each query finds exactly what a scan of all texts finds, page by page, each once', async () => {
    let [count, found] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(sentence, { minLength: 20, maxLength: 60 }),
        fc.array(act, { maxLength: 25 }),
        fc.array(query, { minLength: 14, maxLength: 14 }),
        async (texts, acts, queries) => {
          const { driver, file } = await openDriver();
          const database = new Database(file, KEY);
          const person = new Person(driver, file, database);
          try {
            await person.begin('the first', 'alpha');
            for (const [at, sentenceText] of texts.entries())
              await person.do({ kind: 'add', text: sentenceText, isAnswer: at % 2 === 1 }, at);
            for (const [done, number] of acts) await person.do(done, number);
            await whenIndexed(driver);
            for (const asked of queries) {
              count += 1;
              if ((await expectSame(driver, database, asked)) > 0) found += 1;
            }
          } finally {
            database.close();
            await driver.call('history.close', null);
          }
        },
      ),
      { numRuns: 20 },
    );
    expect(found / count).toBeGreaterThan(0.25);
  }, 600_000);

  it('no query is an error, in either order', async () => {
    const { driver } = await openDriver();
    onTestFinished(() => driver.call('history.close', null).then(() => undefined));
    for (const text of ['blue whale', '天气 getUserName', 'role user'])
      await driver.call('chat.addMessage', { chatId: null, role: 'user', text, options: OPTIONS, limit: 1 });
    const signs = fc.constantFrom(
      ...[
        '"',
        '-',
        ':',
        '：',
        '*',
        '(',
        ')',
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        '^',
        '+',
        '{',
        '}',
        '\\',
        "'",
        '\0',
        '\ud800',
      ],
      ...[
        'role:',
        'model:',
        'before:',
        'after:2020',
        'in:',
        'has:',
        'is:',
        'tag:',
        'role:user',
        '\ue000a',
        '\ue000ruser',
      ],
      ...WORDS,
    );
    const pieces = fc.array(fc.oneof(signs, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        pieces,
        fc.constantFrom('', ' '),
        fc.constantFrom('newest', 'best'),
        async (all, glue, order) => {
          const result = await driver.attempt('search.messages', {
            query: all.join(glue).slice(0, 1000),
            order: order === 'best' ? 'best' : 'newest',
            chatId: null,
            cursor: null,
          });
          expect(result.ok).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
    for (const long of ['x', '天', '"', '-a ', 'a_', 'aB', 'NEAR(', '"a" ']) {
      const result = await driver.attempt('search.messages', {
        query: long.repeat(1000).slice(0, 1000),
        order: 'best',
        chatId: null,
        cursor: null,
      });
      expect({ long, ok: result.ok }).toEqual({ long, ok: true });
    }
  }, 600_000);
});
