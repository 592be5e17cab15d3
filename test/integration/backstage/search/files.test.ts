import { describe, expect, it } from 'vitest';
import { Database } from '../../../../main/backstage/database/database';
import { type AttachmentRef, refOf } from '../../../../preload/contract/attachments';
import { type Driver, first, KEY, openDriver } from '../support';
import { found, rewindBefore, search } from './support';

const send = async (driver: Driver, text: string, files: Readonly<Record<string, string>>) => {
  const attachments: AttachmentRef[] = [];
  for (const [name, content] of Object.entries(files))
    attachments.push(
      refOf(await driver.call('attachment.add', { name, mime: '', bytes: Buffer.from(content) })),
    );
  const turn = await driver.begin({ kind: 'send', chatId: null, text, attachments });
  await driver.finish(first(turn.answers).id, 'Read');
};

describe('the text of attached files', () => {
  it('is found, and shown around what was found, in any script', async () => {
    const { driver } = await openDriver();
    const content = `${'padding '.repeat(60)}then a cormorant dives 鸬鹚潜入水中`;
    await send(driver, 'What is in it?', { 'birds.md': content });
    expect(await found(driver, 'cormorant ')).toEqual([expect.stringContaining('a cormorant dives')]);
    const { hits } = await search(driver, '鸬鹚', { order: 'best' });
    expect(
      hits.map(({ snippet }) => snippet.marks.map(([from, to]) => snippet.text.slice(from, to))),
    ).toEqual([['鸬鹚']]);
    expect(await found(driver, 'birds in it')).toEqual(['What is in it? birds.md']);
  });

  it('is found by words of which some stand in the message and some in the file', async () => {
    const { driver } = await openDriver();
    await send(driver, 'Summarise this', { 'a.txt': 'one grebe', 'b.txt': 'one dipper' });
    expect(await found(driver, 'summarise dipper ')).toHaveLength(1);
    expect(await found(driver, '"grebe one"')).toEqual([]);
  });

  it('is indexed up to a bound, so that a book does not hold the index up', async () => {
    const { driver } = await openDriver();
    const pages = Array.from({ length: 14_000 }, (_, at) => `page${at}`).join(' ');
    await send(driver, 'A book', { 'book.txt': pages });
    expect(await found(driver, 'page100 ')).toHaveLength(1);
    expect(await found(driver, 'page13999 ')).toEqual([]);
  });

  it('is found in a history from before it was indexed', async () => {
    const { driver, file } = await openDriver();
    await send(driver, 'What is in it?', { 'birds.md': 'a cormorant' });
    await driver.call('history.close', null);
    const before = new Database(file, KEY);
    before.write((writer) => {
      writer.run('DELETE FROM message_search', []);
      rewindBefore(16, writer);
    });
    before.close();
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    await expect.poll(() => found(driver, 'cormorant ')).toHaveLength(1);
  });
});
