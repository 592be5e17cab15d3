import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../../main/backstage/database/connection';
import type { Database, Reader } from '../../../main/backstage/database/database';
import { openHistory } from '../../../main/backstage/database/open-history';
import type { Row } from '../../../main/backstage/database/row';
import { toNative } from '../../../main/backstage/database/sql-value';
import { readBranches } from '../../../main/backstage/history/branch-map';
import { newestLeaf } from '../../../main/backstage/history/branches';
import { readChatPage } from '../../../main/backstage/history/chat-page';
import { findChat, insertChat, moveLeaf } from '../../../main/backstage/history/chats';
import { takeBackNext } from '../../../main/backstage/history/growing';
import { findMessageOf, readMessages } from '../../../main/backstage/history/messages';
import { removeNext } from '../../../main/backstage/history/remover';
import { openChat, readStretch } from '../../../main/backstage/history/transcript';
import { insertMessage } from '../../../main/backstage/history/write-message';
import { PathCounts } from '../../../main/backstage/tokens/path-counts';
import { estimateContext } from '../../../main/backstage/turns/estimate-context';
import { RULE } from '../../support/turn-facts';
import { KEY, OPTIONS, temporaryFolder, textsOf } from './support';

const LENGTH = 10_000;
const PAGE = 50;
const chatId = '00000000-0000-7000-8000-000000000000';

const longChat = (length = LENGTH, file = path.join(temporaryFolder(), 'history.db')): Database => {
  const { database } = openHistory(file, KEY);
  onTestFinished(() => database.close());
  database.write((writer) => {
    const chatSeq = insertChat(writer, { id: chatId, title: 'Long', createdAt: 1 }, OPTIONS);
    let parentSeq: number | null = null;
    for (let depth = 0; depth < length; depth += 1) {
      parentSeq = insertMessage(
        writer,
        { chatSeq, parentSeq, depth },
        {
          id: `message-${depth}`,
          role: depth % 2 === 0 ? 'user' : 'assistant',
          status: 'complete',
          createdAt: depth,
          answer: null,
          parts: [{ type: 'text', text: `Message ${depth}` }],
        },
      );
    }
    if (parentSeq !== null) moveLeaf(writer, chatSeq, parentSeq, 2);
  });
  return database;
};

/**
 * A reader that notes how each query is carried out and how many rows it hands out. It asks for the plans through a
 * connection of its own, because libsql leaves EXPLAIN statements open.
 */
const watched = (database: Database, file: string) => {
  const planner = connect(file, KEY);
  onTestFinished(() => planner.close());
  const plans: string[] = [];
  const rowCounts: number[] = [];
  const all: Reader['all'] = (sql, parameters) => {
    const plan = planner.prepare(`EXPLAIN QUERY PLAN ${sql}`).all((parameters ?? []).map(toNative));
    plans.push(...plan.map((row) => String(row.detail)));
    const rows: readonly Row[] = database.all(sql, parameters);
    rowCounts.push(rows.length);
    return rows;
  };
  const reader: Reader = { all, first: (sql, parameters) => all(sql, parameters)[0] };
  return { reader, plans, rowCounts };
};

/** Scans that end with their page: of a path, of a list of ids, and of the list's own index in its order. */
const BOUNDED = /^SCAN (path|subtree|json_each|c USING INDEX chats_(?:listed|pinned|with_images|archived))\b/;

/** Reading a whole table or all messages of a chat, or sorting what an index should have had in order. */
const isUnbounded = (plan: string): boolean =>
  plan.includes('TEMP B-TREE') ||
  // Of half-typed results and of a chat's tags there are never many.
  (plan.endsWith('(chat_seq=?)') && !/^SEARCH (?:d|ct) /.test(plan)) ||
  (plan.startsWith('SCAN') && !BOUNDED.test(plan));

describe('a chat of 10,000 messages', () => {
  it('opens and pages by indexes, touching the rows of a page only', () => {
    const file = path.join(temporaryFolder(), 'history.db');
    const database = longChat(LENGTH, file);
    const { reader, plans, rowCounts } = watched(database, file);
    const { seq } = findChat(reader, chatId);
    openChat(reader, findChat(reader, chatId), PAGE);
    const { leafSeq } = findChat(reader, chatId);
    const leaf = readMessages(reader, [leafSeq ?? 0])[0] ?? expect.fail('no leaf');
    const page = readStretch(reader, leaf, LENGTH - PAGE, PAGE - 1);
    const filters = [
      undefined,
      { kind: 'folder', folderId: chatId },
      { kind: 'today' },
      { kind: 'images' },
      { kind: 'archived' },
    ] as const;
    for (const filter of filters) {
      readChatPage(reader, { cursor: null, limit: PAGE, filter }, 5);
      readChatPage(reader, { cursor: { updatedAt: 5, id: chatId }, limit: PAGE, filter }, 5);
    }
    newestLeaf(reader, seq, 'message-9000');
    expect(textsOf(page.entries).at(-1)).toBe(`Message ${LENGTH - 2}`);
    expect(plans.filter(isUnbounded)).toEqual([]);
    expect(Math.max(...rowCounts)).toBeLessThanOrEqual(PAGE);
  });

  it('is not read through, as every start asks whether an import has left something', () => {
    const file = path.join(temporaryFolder(), 'history.db');
    const database = longChat(LENGTH, file);
    const { reader, plans } = watched(database, file);
    const hasDone = database.write((writer) =>
      removeNext({ ...reader, run: writer.run, script: writer.script }, 5),
    );
    const hasTakenBack = database.write((writer) =>
      takeBackNext({ ...reader, run: writer.run, script: writer.script }),
    );
    expect([hasDone, hasTakenBack]).toEqual([false, false]);
    // Of what was left there are the few messages of one slice of an import.
    expect(plans.filter((plan) => isUnbounded(plan) && plan !== 'SCAN g')).toEqual([]);
  });

  it('is mapped slice by slice, from an index and without reading what its messages say', async () => {
    const file = path.join(temporaryFolder(), 'history.db');
    const { reader, plans, rowCounts } = watched(longChat(LENGTH, file), file);
    const queries: string[] = [];
    const all: Reader['all'] = (sql, parameters) => {
      queries.push(sql);
      return reader.all(sql, parameters);
    };
    const map = await readBranches({ all, first: (sql, parameters) => all(sql, parameters)[0] }, chatId);
    expect(map).toMatchObject([{ messageCount: LENGTH, parent: null, isOnPath: true }]);
    expect(plans.filter(isUnbounded)).toEqual([]);
    expect(Math.max(...rowCounts)).toBeLessThanOrEqual(2000);
    expect(queries.filter((sql) => /\b(?:parts|answer)\b/.test(sql))).toEqual([]);
  });

  it('is read anywhere from its index alone, without the messages between', () => {
    const file = path.join(temporaryFolder(), 'history.db');
    const database = longChat(LENGTH, file);
    const { reader, plans, rowCounts } = watched(database, file);
    const leaf = findMessageOf(database, findChat(database, chatId).seq, `message-${LENGTH - 1}`);
    const starts = [0, 1, 4_321, LENGTH - PAGE - 1, LENGTH - PAGE, LENGTH - 3, LENGTH];
    const pages = starts.map((from) => readStretch(reader, leaf, from, PAGE));
    expect(pages.map(({ entries }) => textsOf(entries))).toEqual(
      starts.map((from) =>
        Array.from({ length: Math.min(PAGE, LENGTH - from) }, (_, at) => `Message ${from + at}`),
      ),
    );
    expect(pages.map(({ from, length }) => [from, length])).toEqual(starts.map((from) => [from, LENGTH]));
    // Near the end the path is walked, at most so far.
    expect(Math.max(...rowCounts)).toBeLessThanOrEqual(200);
    const ofChat = plans.filter((plan) => plan.endsWith('(chat_seq=?)'));
    expect(new Set(ofChat)).toEqual(
      new Set(['SEARCH messages USING COVERING INDEX messages_children (chat_seq=?)']),
    );
  });

  it('counts only as many messages as the window has room for, and says from where it sends', async () => {
    const database = longChat();
    const rule = { ...RULE, contextWindow: 200, reservedTokens: 100 };
    const input = { chatId, text: 'And now?', options: OPTIONS, rule };
    const estimate = await estimateContext(database, new PathCounts(database), input);
    expect(estimate.fits).toBe(true);
    expect(estimate.promptTokens).toBeLessThanOrEqual(100);
    expect(estimate.omittedCount).toBeGreaterThan(LENGTH - 30);
    expect(estimate.sentFromId).toBe(`message-${estimate.omittedCount}`);
    const counted = database.first('SELECT count(*) AS count FROM token_counts');
    expect(Number(counted?.count)).toBeLessThanOrEqual(64);
  });

  it('counts each message once: the counts outlive a restart and are not read again while one types', async () => {
    const database = longChat();
    const input = { chatId, text: 'a', options: OPTIONS, rule: { ...RULE, contextWindow: 1_000_000 } };
    const first = await estimateContext(database, new PathCounts(database), input);
    expect(first.omittedCount).toBe(0);
    expect(database.first('SELECT count(*) AS count FROM token_counts')).toEqual({ count: LENGTH });
    database.write((writer) => writer.run('UPDATE token_counts SET tokens = tokens + 1'));
    const counts = new PathCounts(database);
    const second = await estimateContext(database, counts, input);
    expect(second.promptTokens).toBe(first.promptTokens + LENGTH);
    database.write((writer) => writer.run('DELETE FROM token_counts'));
    expect(await estimateContext(database, counts, input)).toEqual(second);
  });
});
