import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { branchedConversation, gptConversation, PNG, writeZip } from '../../support/foreign-exports';
import { openDriver, temporaryFolder } from '../backstage/support';
import { fileOf, importFiles, titles } from './support';

const zipOf = async (
  entries: Readonly<Record<string, string | Buffer>>,
  compress = true,
): Promise<string> => {
  const file = path.join(temporaryFolder(), 'export.zip');
  await writeZip(file, entries, compress);
  return file;
};

/** Changes bytes of a file where this text stands, each time it does. */
const overwrite = (
  file: string,
  text: string | Buffer,
  change: (bytes: Buffer, at: number) => void,
): void => {
  const bytes = readFileSync(file);
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) change(bytes, at);
  writeFileSync(file, bytes);
};

const conversations = (count: number): string =>
  JSON.stringify(Array.from({ length: count }, (_, index) => branchedConversation(`b${index}`)));

describe('what is no export', () => {
  const files: Readonly<Record<string, () => string | Promise<string>>> = {
    'a photo': () => fileOf('photo.png', PNG),
    'a text': () => fileOf('notes.txt', 'Dear diary, today I had cake.'),
    'an empty file': () => fileOf('empty.json', ''),
    'JSON of something else': () => fileOf('package.json', { name: 'x', dependencies: {} }),
    'an empty list': () => fileOf('conversations.json', []),
    'a ZIP of something else': () => zipOf({ 'a.txt': 'x', 'b.json': '{"name":"x"}' }),
  };
  for (const [what, make] of Object.entries(files)) {
    it(`is refused when it is chosen: ${what}`, async () => {
      const { driver } = await openDriver();
      const { code } = await driver.error('transfer.inspect', { paths: [await make()] });
      expect(['transfer.unknownFormat', 'transfer.truncated']).toContain(code);
      expect((await importFiles(driver, await make())).error?.code).toBe(code);
    });
  }

  it('is refused with the reason: a file that is gone, a folder', async () => {
    const { driver } = await openDriver();
    const gone = path.join(temporaryFolder(), 'gone.zip');
    expect(await driver.error('transfer.inspect', { paths: [gone] })).toMatchObject({
      code: 'transfer.unreadable',
      detail: { reason: 'ENOENT' },
    });
    expect(await driver.error('transfer.inspect', { paths: [temporaryFolder()] })).toMatchObject({
      code: 'transfer.unreadable',
    });
  });
});

describe('what is damaged', () => {
  it('is told as a damaged ZIP when the download broke off', async () => {
    const { driver } = await openDriver();
    const file = await zipOf({ 'conversations.json': conversations(50) });
    truncateSync(file, Math.floor(readFileSync(file).length / 2));
    expect((await driver.error('transfer.inspect', { paths: [file] })).code).toBe('transfer.brokenZip');
  });

  it('is told as a damaged ZIP when bytes inside have changed', async () => {
    const { driver } = await openDriver();
    const file = await zipOf({ 'conversations.json': conversations(200) });
    const bytes = readFileSync(file);
    bytes.fill(0xff, 400, 1000);
    writeFileSync(file, bytes);
    expect((await importFiles(driver, file)).error?.code).toMatch(/^transfer\.(brokenZip|unknownFormat)$/);
  });

  it('is told as a damaged ZIP when a letter has changed and all of it can be unpacked', async () => {
    const { driver } = await openDriver();
    const file = await zipOf({ 'conversations.json': conversations(3) }, false);
    overwrite(file, 'colour', (bytes, at) => bytes.write('k', at));
    expect(await importFiles(driver, file)).toMatchObject({
      end: 'failed',
      error: { code: 'transfer.brokenZip' },
      taken: { newChats: 3 },
    });
  });

  it('is one image, and not the chats, when that is what has changed', async () => {
    const { driver } = await openDriver();
    const pointer = { content_type: 'image_asset_pointer', asset_pointer: 'file-service://file-AbC' };
    const messages = [
      { id: 'q', parent: null, content: { content_type: 'multimodal_text', parts: [pointer, 'Look'] } },
    ];
    const json = JSON.stringify([gptConversation('i1', messages), branchedConversation('b1')]);
    const file = await zipOf({ 'conversations.json': json, 'file-AbC-a.png': PNG }, false);
    overwrite(file, PNG, (bytes, at) => bytes.writeUInt8(0xff, at + 40));
    expect(await importFiles(driver, file)).toMatchObject({
      end: 'complete',
      taken: { newChats: 2, images: 0 },
      skipped: [{ reason: 'emptyMessage' }, { reason: 'missingImage', count: 1 }],
    });
  });

  it('keeps the chats that came whole before JSON was cut off, and does not call that a success', async () => {
    const { driver } = await openDriver();
    const whole = conversations(3);
    const report = await importFiles(
      driver,
      fileOf('conversations.json', whole.slice(0, whole.length - 300)),
    );
    expect(report).toMatchObject({
      end: 'failed',
      error: { code: 'transfer.truncated' },
      taken: { newChats: 2, messages: 10 },
    });
    expect(await importFiles(driver, fileOf('conversations.json', whole))).toMatchObject({
      end: 'complete',
      taken: { newChats: 1, messages: 5 },
    });
  });

  it('takes the chats before and after a broken one', async () => {
    const { driver } = await openDriver();
    const [a, b] = [branchedConversation('b0'), branchedConversation('b1')].map((each) =>
      JSON.stringify(each),
    );
    const report = await importFiles(
      driver,
      fileOf('c.json', `[${a}, {"title": "Bad", "mapping": {nonsense}}, ${b}]`),
    );
    expect(report).toMatchObject({
      end: 'complete',
      taken: { newChats: 2 },
      skipped: [{ reason: 'broken', count: 1 }, { reason: 'emptyMessage' }],
    });
  });

  it('takes the other files when one of several is cut off', async () => {
    const { driver } = await openDriver();
    const report = await importFiles(
      driver,
      await zipOf({
        'conversations-000.json': conversations(1).slice(0, -200),
        'conversations-001.json': JSON.stringify([branchedConversation('b9')]),
      }),
    );
    expect(report).toMatchObject({
      end: 'failed',
      error: { code: 'transfer.truncated' },
      taken: { newChats: 1 },
    });
    expect(await titles(driver)).toEqual(['Sky']);
  });

  it('is no success when nothing of it could be taken', async () => {
    const { driver } = await openDriver();
    const report = await importFiles(driver, fileOf('c.json', [{ title: 'Bad', mapping: 7 }]));
    expect(report).toMatchObject({
      end: 'failed',
      error: { code: 'transfer.nothing' },
      skipped: [{ reason: 'broken', count: 1 }],
    });
  });
});

describe('what is hostile', () => {
  it('refuses a ZIP whose names lead out of its folder', async () => {
    const { driver } = await openDriver();
    const file = await zipOf({ 'conversations.json': conversations(1), 'aa/bb/evil.json': '[]' });
    overwrite(file, 'aa/bb/', (bytes, at) => bytes.write('../../', at));
    expect(await driver.error('transfer.inspect', { paths: [file] })).toMatchObject({
      code: 'transfer.refusedZip',
      detail: { reason: 'names' },
    });
  });

  it('refuses a ZIP whose files are locked by a password', async () => {
    const { driver } = await openDriver();
    const file = await zipOf({ 'conversations.json': conversations(1) });
    // The lowest bit of the flags, in the entry and in the list of entries.
    overwrite(file, 'PK\x03\x04', (bytes, at) => bytes.writeUInt8((bytes[at + 6] ?? 0) | 1, at + 6));
    overwrite(file, 'PK\x01\x02', (bytes, at) => bytes.writeUInt8((bytes[at + 8] ?? 0) | 1, at + 8));
    expect(await driver.error('transfer.inspect', { paths: [file] })).toMatchObject({
      code: 'transfer.refusedZip',
      detail: { reason: 'encrypted' },
    });
  });

  it('refuses a ZIP that unpacks to far more than it is', async () => {
    const { driver } = await openDriver();
    const file = await zipOf({ 'conversations.json': Buffer.alloc(100_000_000, ' ') });
    expect(await driver.error('transfer.inspect', { paths: [file] })).toMatchObject({
      code: 'transfer.refusedZip',
      detail: { reason: 'bomb' },
    });
  });
});
