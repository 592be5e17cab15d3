import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeUnusedBlobs } from '../../../main/backstage/attachments/unused-blobs';
import { Database } from '../../../main/backstage/database/database';
import { integer } from '../../../main/backstage/database/row';
import { refOf } from '../../../preload/contract/attachments';
import { makePng } from '../../support/make-image';
import { Driver, first, KEY, OPTIONS, openDriver, temporaryFolder } from '../backstage/support';
import { add, contentOf } from './support';

const DAY_MS = 24 * 60 * 60 * 1000;
const PNG = makePng(64, 32);
const NOTES = 'Meeting notes\n会议记录\n';

const reasonOf = async (driver: Driver, bytes: Uint8Array, mime = '', name = 'x') =>
  (await driver.error('attachment.add', { name, mime, bytes })).detail?.reason;

const blobCount = (database: Database): number =>
  integer(database.first('SELECT count(*) AS n FROM blobs') ?? {}, 'n');

describe('a file is what its bytes are, whatever it is called', () => {
  it('an image called text, and a text called program', async () => {
    const { driver } = await openDriver();
    const hash = createHash('sha256').update(PNG).digest('hex');
    expect(await add(driver, 'notes.txt', PNG, 'text/plain')).toEqual({
      type: 'image',
      hash,
      name: 'notes.txt',
      mime: 'image/png',
      size: PNG.length,
      width: 64,
      height: 32,
      detail: 'auto',
    });
    expect(await add(driver, 'run.exe', Buffer.from(NOTES), 'application/x-msdownload')).toMatchObject({
      type: 'file',
      textLength: NOTES.length,
      size: Buffer.byteLength(NOTES),
    });
  });

  it('what gives nothing to read is refused with the reason, and nothing of it is kept', async () => {
    const { driver, file } = await openDriver();
    expect(await reasonOf(driver, new Uint8Array())).toBe('empty');
    expect(await reasonOf(driver, Buffer.from(' \n\t '))).toBe('empty');
    expect(await reasonOf(driver, Buffer.from('GIF89, the film'), 'image/gif')).toBe('notImage');
    expect(await reasonOf(driver, makePng(2049, 1))).toBe('imageTooLarge');
    expect(await reasonOf(driver, Buffer.alloc(2000, 1))).toBe('binary');
    const database = new Database(file, KEY);
    expect(blobCount(database)).toBe(0);
    database.close();
  });

  it('a name cannot hold a path or a line break', async () => {
    const { driver } = await openDriver();
    expect((await add(driver, '../../etc/pass\nwd', Buffer.from('x'))).name).toBe('.. .. etc pass wd');
  });

  it('text in another encoding is handed to the model as text', async () => {
    const { driver } = await openDriver();
    const part = await add(driver, 'gbk.txt', Buffer.from('c8cbb9a4d6c7c4dc', 'hex'));
    if (part.type !== 'file') throw new Error('no file');
    const { bytes } = await driver.call('attachment.read', { hash: part.textHash });
    expect(Buffer.from(bytes).toString()).toBe('人工智能');
  });
});

describe('bytes in the history', () => {
  it('are kept once however often they are attached, and are ciphertext on disk', async () => {
    const { driver, file } = await openDriver();
    const marker = 'Xylophon-Anhang-4711 '.repeat(50);
    const one = await add(driver, 'one.txt', Buffer.from(marker));
    const two = await add(driver, 'two.txt', Buffer.from(marker));
    expect(two.hash).toBe(one.hash);
    await contentOf(driver, null, 'a', [refOf(one), refOf(two)]);
    const database = new Database(file, KEY);
    expect(blobCount(database)).toBe(1);
    database.close();
    expect(readFileSync(`${file}-wal`).includes('Xylophon')).toBe(false);
  });

  it('stay while a draft or a message of any branch holds them, and go a day after', async () => {
    const { driver, file } = await openDriver(() => 1_000_000);
    const sent = await add(driver, 'sent.txt', Buffer.from('sent text, in GBK: ÄÄ', 'latin1'));
    const drafted = await add(driver, 'drafted.txt', Buffer.from('drafted'));
    await add(driver, 'dropped.txt', Buffer.from('dropped \xe4 text', 'latin1'));
    await add(driver, 'dropped.png', PNG);
    const { turn } = await contentOf(driver, null, 'q', [refOf(sent)]);
    const chatId = turn.opened.chat.id;
    await driver.call('draft.save', { chatId, text: '', options: null, attachments: [refOf(drafted)] });
    const question = first(turn.opened.transcript.entries).message.id;
    await driver.call('chat.changePath', {
      chatId,
      change: { kind: 'delete', messageId: question },
      limit: 9,
    });
    const database = new Database(file, KEY);
    const clean = (now: number) => database.write((writer) => removeUnusedBlobs(writer, now));
    expect(clean(1_000_000 + DAY_MS - 1)).toBe(0);
    // The text file and the text taken out of it, and the image.
    expect(clean(1_000_000 + DAY_MS + 1)).toBe(3);
    expect(blobCount(database)).toBe(3);
    expect((await driver.call('chat.open', { chatId, limit: 9 })).draft?.attachments).toEqual([drafted]);
    const edited = { chatId, messageId: question, text: null };
    await driver.call('draft.saveEdit', { ...edited, attachments: [refOf(drafted)] });
    await driver.call('draft.save', { chatId, text: '', options: null });
    expect(clean(1_000_000 + DAY_MS + 1)).toBe(0);
    await driver.call('draft.saveEdit', edited);
    expect(clean(1_000_000 + DAY_MS + 1)).toBe(1);
    database.close();
  });

  it('survive a crash with their draft', async () => {
    const { driver, file: live } = await openDriver();
    const image = await add(driver, 'a.png', PNG);
    const attachments = [{ ...refOf(image), detail: 'high' as const }];
    await driver.call('draft.save', { chatId: null, text: 'Look', options: OPTIONS, attachments });
    const file = path.join(temporaryFolder(), 'history.db');
    for (const end of ['', '-wal']) copyFileSync(live + end, file + end);
    const after = new Driver();
    await after.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    const draft = await after.call('draft.read', { chatId: null });
    expect(draft).toMatchObject({ text: 'Look', attachments: [{ ...image, detail: 'high' }] });
    const { bytes } = await after.call('attachment.read', { hash: image.hash });
    expect(Buffer.from(bytes).equals(PNG)).toBe(true);
  });

  it('a draft that is sent goes with its attachments', async () => {
    const { driver } = await openDriver();
    const refs = [refOf(await add(driver, 'a.png', PNG))];
    await driver.call('draft.save', { chatId: null, text: '', options: null, attachments: refs });
    await contentOf(driver, null, '', refs);
    expect(await driver.call('draft.read', { chatId: null })).toBeNull();
  });
});
