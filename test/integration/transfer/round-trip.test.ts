import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { openHistory } from '../../../main/backstage/database/open-history';
import { openSource } from '../../../main/backstage/import/import-source';
import { readChunks } from '../../../main/backstage/import/read-values';
import { writeChat } from '../../../main/backstage/import/write-chat';
import { PNG } from '../../support/foreign-exports';
import { randomChat } from '../../support/random-history';
import { Driver, first, KEY, OPTIONS, openDriver, temporaryFolder } from '../backstage/support';
import { exportAll, fileOf, importFiles } from './support';

/** Everything a history holds, without the numbers of its rows, which are its own. */
const contentOf = (database: Database) => ({
  chats: database.all(
    `SELECT c.id, c.title, c.created_at, c.updated_at, c.options, c.cost_usd, c.unpriced,
        c.pinned_at, c.archived_at, c.trashed_at, l.id AS leaf,
        f.name AS folder, outer_folder.name AS outer_folder,
        (SELECT json_group_array(t.name) FROM (
          SELECT t.name FROM chat_tags ct JOIN tags t ON t.seq = ct.tag_seq
          WHERE ct.chat_seq = c.seq ORDER BY t.name) t) AS tags
      FROM chats c LEFT JOIN messages l ON l.seq = c.leaf_seq LEFT JOIN folders f ON f.seq = c.folder_seq
        LEFT JOIN folders outer_folder ON outer_folder.seq = f.parent_seq ORDER BY c.id`,
  ),
  drafts: database.all(
    `SELECT c.id, d.text, d.options, d.attachments, d.role, d.name
      FROM drafts d LEFT JOIN chats c ON c.seq = d.chat_seq ORDER BY c.id`,
  ),
  resultDrafts: database.all(
    `SELECT m.id, d.call_id, d.text FROM result_drafts d JOIN messages m ON m.seq = d.message_seq
      ORDER BY m.id, d.call_id`,
  ),
  editDrafts: database.all(
    `SELECT m.id, d.text, d.attachments, d.name FROM edit_drafts d JOIN messages m ON m.seq = d.message_seq
      ORDER BY m.id`,
  ),
  messages: database.all(
    `SELECT m.id, p.id AS parent, m.depth, m.role, m.status, m.name, m.created_at, m.answer, m.parts, s.params,
        l.tokens, pin.message_seq IS NOT NULL AS pinned,
        row_number() OVER (PARTITION BY m.chat_seq ORDER BY m.seq) AS place
      FROM messages m JOIN chats c ON c.seq = m.chat_seq LEFT JOIN messages p ON p.seq = m.parent_seq
        LEFT JOIN param_sets s ON s.seq = m.params_seq LEFT JOIN logprobs l ON l.message_seq = m.seq
        LEFT JOIN pins pin ON pin.message_seq = m.seq
      ORDER BY m.id`,
  ),
  blobs: database.all(
    `SELECT b.hash, b.mime, b.width, b.height, b.text_length, b.bytes, t.hash AS text,
        (SELECT count(*) FROM message_blobs l WHERE l.blob_seq = b.seq) AS uses
      FROM blobs b LEFT JOIN blobs t ON t.seq = b.text_seq ORDER BY b.hash`,
  ),
});

const contentIn = (file: string): ReturnType<typeof contentOf> => {
  const database = new Database(file, KEY);
  const content = contentOf(database);
  database.close();
  return content;
};

/** The digests of the files of an export, without the one that tells when it was made. */
const digestsOf = async (zip: string): Promise<ReadonlyMap<string, string>> => {
  const { files, close } = await openSource([zip]);
  const digests = new Map<string, string>();
  for (const file of files) {
    const hash = createHash('sha256');
    for await (const chunk of readChunks(file, () => undefined)) hash.update(chunk);
    if (file.name !== 'parlance-export.json') digests.set(file.name, hash.digest('hex'));
  }
  close();
  return digests;
};

/** Exports a history, imports it into an empty one, and answers with the content of both, whose exports are the same. */
const roundTrip = async (driver: Driver, file: string) => {
  const zip = path.join(temporaryFolder(), 'all.zip');
  expect(await exportAll(driver, zip)).toMatchObject({ end: 'complete', error: null });
  const other = await openDriver();
  const report = await importFiles(other.driver, zip);
  const again = path.join(temporaryFolder(), 'again.zip');
  await exportAll(other.driver, again);
  expect(await digestsOf(again)).toEqual(await digestsOf(zip));
  await driver.call('history.close', null);
  await other.driver.call('history.close', null);
  return { report, before: contentIn(file), after: contentIn(other.file) };
};

describe('everything out and in again', () => {
  it('gives the same trees, parts, facts, order and times, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(randomChat, { selector: ({ id }) => id, maxLength: 4 }),
        async (chats) => {
          const file = path.join(temporaryFolder(), 'history.db');
          const { database } = openHistory(file, KEY);
          const taken = new Set<string>();
          for (const chat of chats) {
            if (chat.messages.some(({ id }) => taken.has(id))) continue;
            for (const { id } of chat.messages) taken.add(id);
            database.write((writer) => writeChat(writer, chat));
          }
          database.close();
          const driver = new Driver();
          await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
          const { before, after } = await roundTrip(driver, file);
          expect(after).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
  }, 600_000);

  it('keeps images and files with the texts that were taken out of them', async () => {
    const { driver, file } = await openDriver();
    const image = await driver.call('attachment.add', { name: 'a.png', mime: 'image/png', bytes: PNG });
    // In UTF-16, so that the file is not its own text.
    const bytes = Buffer.from('\ufeffSome notes', 'utf16le');
    const notes = await driver.call('attachment.add', { name: 'n.txt', mime: 'text/plain', bytes });
    await driver.call('chat.addMessage', {
      chatId: null,
      role: 'user',
      text: 'Look',
      attachments: [image, notes].map(({ hash, name }) => ({ hash, name })),
      options: OPTIONS,
      limit: 10,
    });
    const { report, before, after } = await roundTrip(driver, file);
    expect(report).toMatchObject({ end: 'complete', skipped: [] });
    expect(before.blobs).toHaveLength(3);
    expect(after).toEqual(before);
  });

  it('keeps the Trash and what was typed and not sent, with its images', async () => {
    const { driver, file } = await openDriver();
    const image = await driver.call('attachment.add', { name: 'a.png', mime: 'image/png', bytes: PNG });
    const trashed = await driver.exchange(null, 'Thrown away', 'Reply');
    const kept = await driver.exchange(null, 'Kept', 'Reply');
    const attachments = [{ hash: image.hash, name: 'a.png' }];
    const draft = { text: 'Half a th', options: OPTIONS, role: 'assistant', name: 'Ada' } as const;
    await driver.call('draft.save', { chatId: kept.opened.chat.id, ...draft, attachments });
    const edited = first(kept.opened.transcript.entries).message;
    const other = Buffer.from('Only beside the edit');
    const note = await driver.call('attachment.add', { name: 'n.txt', mime: 'text/plain', bytes: other });
    await driver.call('draft.saveEdit', {
      chatId: edited.chatId,
      messageId: edited.id,
      text: null,
      attachments: [{ hash: note.hash, name: 'n.txt' }],
      name: 'Bo',
    });
    await driver.call('draft.save', { chatId: trashed.opened.chat.id, ...draft, text: 'In the Trash' });
    await driver.call('draft.save', { chatId: null, text: 'A new', options: null, attachments });
    await driver.call('chat.delete', { chatId: trashed.opened.chat.id });
    const { report, before, after } = await roundTrip(driver, file);
    expect(report).toMatchObject({ end: 'complete', skipped: [], taken: { newChats: 2 } });
    expect(before.drafts).toHaveLength(3);
    expect(before.editDrafts).toHaveLength(1);
    expect(before.blobs).toHaveLength(2);
    const { chats, drafts, editDrafts, blobs } = before;
    expect(after).toMatchObject({ chats, drafts, editDrafts, blobs });
  });

  it('does not write what is being typed here over', async () => {
    const { driver } = await openDriver();
    await driver.call('draft.save', { chatId: null, text: 'Old', options: null });
    await driver.exchange(null, 'Kept', 'Reply');
    const zip = path.join(temporaryFolder(), 'all.zip');
    await exportAll(driver, zip);
    const other = await openDriver();
    await other.driver.call('draft.save', { chatId: null, text: 'Being typed', options: null });
    await importFiles(other.driver, zip);
    expect(await other.driver.call('draft.read', { chatId: null })).toMatchObject({ text: 'Being typed' });
  });
});

describe('one chat out and in again', () => {
  it('brings its images along in the one file', async () => {
    const { driver } = await openDriver();
    const image = await driver.call('attachment.add', { name: 'a.png', mime: 'image/png', bytes: PNG });
    const { chat } = await driver.call('chat.addMessage', {
      chatId: null,
      role: 'user',
      text: 'Look',
      attachments: [{ hash: image.hash, name: 'a.png' }],
      options: OPTIONS,
      limit: 10,
    });
    const file = path.join(temporaryFolder(), 'chat.json');
    await driver.call('transfer.exportChat', { chatId: chat.id, format: 'json', file });
    const other = await openDriver();
    expect(await importFiles(other.driver, file)).toMatchObject({
      format: 'parlance',
      skipped: [],
      taken: { images: 1 },
    });
    const { bytes } = await other.driver.call('attachment.read', { hash: image.hash });
    expect(Buffer.from(bytes)).toEqual(PNG);
  });

  it('brings more images along than are read at once', async () => {
    const { driver } = await openDriver();
    const images = Array.from({ length: 11 }, (_, index) =>
      Buffer.concat([PNG, Buffer.alloc(15_000_000, index)]),
    );
    const attachments: { hash: string; name: string }[] = [];
    for (const [index, bytes] of images.entries()) {
      const name = `${index}.png`;
      const { hash } = await driver.call('attachment.add', { name, mime: 'image/png', bytes });
      attachments.push({ hash, name });
    }
    const question = { chatId: null, role: 'user', text: 'Look', options: OPTIONS, limit: 10 } as const;
    const { chat } = await driver.call('chat.addMessage', { ...question, attachments });
    const file = path.join(temporaryFolder(), 'chat.json');
    await driver.call('transfer.exportChat', { chatId: chat.id, format: 'json', file });
    expect(statSync(file).size).toBeGreaterThan(192 * 1024 * 1024);
    const other = await openDriver();
    expect(await importFiles(other.driver, file)).toMatchObject({
      end: 'complete',
      skipped: [],
      taken: { newChats: 1, images: images.length },
    });
    const last = attachments.at(-1)?.hash ?? '';
    const { bytes } = await other.driver.call('attachment.read', { hash: last });
    expect(Buffer.from(bytes).equals(images.at(-1) ?? PNG)).toBe(true);
  }, 600_000);

  it('takes no chat from a file that was made to break the page', async () => {
    const { driver } = await openDriver();
    const turn = await driver.exchange(null, 'Hi', 'Reply');
    const file = path.join(temporaryFolder(), 'chat.json');
    await driver.call('transfer.exportChat', { chatId: turn.opened.chat.id, format: 'json', file });
    const chat = JSON.parse(readFileSync(file, 'utf8')) as { messages: { answer: object | null }[] };
    const answer = first(chat.messages.filter((message) => message.answer !== null));
    answer.answer = { ...answer.answer, usage: 'lots' };
    const other = await openDriver();
    expect(await importFiles(other.driver, fileOf('x.json', chat))).toMatchObject({
      end: 'failed',
      error: { code: 'transfer.nothing' },
      skipped: [{ reason: 'broken' }],
    });
  });
});
