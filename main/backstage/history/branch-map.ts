import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Branch, MessageBeginning } from '../../../preload/contract/branches';
import type { Role } from '../../../preload/contract/history';
import { MAP_TEXT_LENGTH } from '../../../preload/contract/organise';
import type { Reader } from '../database/database';
import { integer, integerOrNull, text } from '../database/row';
import { findChat } from './chats';
import { cleanTitle } from './title';

/** Rows that are read at once: what else is asked for does not wait longer. */
const SLICE = 2000;

interface Node {
  readonly seq: number;
  readonly id: string;
  readonly parentSeq: number | null;
  readonly role: Role;
  readonly createdAt: number;
}

/** What a chat's tree is made of, in the order of `seq`: neither bodies nor facts are read. */
const readNodes = async (reader: Reader, chatSeq: number): Promise<readonly Node[]> => {
  const nodes: Node[] = [];
  for (let last = 0; ; ) {
    const rows = reader.all(
      `SELECT seq, id, parent_seq, role, created_at FROM messages
      WHERE chat_seq = ? AND seq > ? ORDER BY seq LIMIT ?`,
      [chatSeq, last, SLICE],
    );
    for (const row of rows) {
      nodes.push({
        seq: integer(row, 'seq'),
        id: text(row, 'id'),
        parentSeq: integerOrNull(row, 'parent_seq'),
        // Checked by the table's constraints.
        role: text(row, 'role') as Role,
        createdAt: integer(row, 'created_at'),
      });
    }
    last = nodes.at(-1)?.seq ?? 0;
    if (rows.length < SLICE) return nodes;
    await nextTurn();
  }
};

const childrenOf = (nodes: readonly Node[]): ReadonlyMap<number | null, readonly Node[]> => {
  const children = new Map<number | null, Node[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parentSeq);
    if (siblings) siblings.push(node);
    else children.set(node.parentSeq, [node]);
  }
  return children;
};

const pathOf = (nodes: readonly Node[], leafSeq: number | null): ReadonlySet<number> => {
  const parents = new Map(nodes.map(({ seq, parentSeq }) => [seq, parentSeq]));
  const path = new Set<number>();
  for (let seq = leafSeq; seq !== null; seq = parents.get(seq) ?? null) path.add(seq);
  return path;
};

/**
 * A chat's tree as its branches, each before those that hang from it, siblings in the order they were made. Errors:
 * `history.notFound`.
 */
export const readBranches = async (reader: Reader, chatId: string): Promise<readonly Branch[]> => {
  const { seq: chatSeq, leafSeq } = findChat(reader, chatId);
  const nodes = await readNodes(reader, chatSeq);
  const children = childrenOf(nodes);
  const path = pathOf(nodes, leafSeq);
  const branches: Branch[] = [];
  const waiting = (children.get(null) ?? [])
    .map((first) => ({ first, parent: null as number | null }))
    .reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { first, parent } = next;
    let end = first;
    let messageCount = 1;
    let below = children.get(end.seq) ?? [];
    for (; below.length === 1 && below[0] !== undefined; below = children.get(end.seq) ?? []) {
      end = below[0];
      messageCount += 1;
    }
    const place = branches.length;
    const { id, role } = first;
    const isOnPath = path.has(first.seq);
    branches.push({ id, endId: end.id, parent, role, messageCount, endedAt: end.createdAt, isOnPath });
    waiting.push(...below.map((child) => ({ first: child, parent: place })).reverse());
  }
  return branches;
};

/** Read from the text part alone: a file's or an image's name stands for a message without one. */
const BEGINNINGS = `
  SELECT m.id, (
    SELECT substr(ifnull(p.value ->> '$.text', p.value ->> '$.name'), 1, ?)
    FROM json_each(m.parts) p
    WHERE trim(ifnull(p.value ->> '$.text', p.value ->> '$.name')) <> '' AND p.value ->> '$.type' <> 'reasoning'
    ORDER BY p.value ->> '$.type' = 'text' DESC, p.key LIMIT 1) AS beginning
  FROM messages m WHERE m.chat_seq = ? AND m.id IN (SELECT value FROM json_each(?))`;

/** The first words of messages of a chat, each on one line. Errors: `history.notFound`. */
export const readBeginnings = (
  reader: Reader,
  chatId: string,
  messageIds: readonly string[],
): readonly MessageBeginning[] => {
  const { seq } = findChat(reader, chatId);
  return reader.all(BEGINNINGS, [4 * MAP_TEXT_LENGTH, seq, JSON.stringify(messageIds)]).map((row) => ({
    id: text(row, 'id'),
    text: row.beginning === null ? '' : cleanTitle(text(row, 'beginning')).slice(0, MAP_TEXT_LENGTH),
  }));
};
