import { describe, expect, it } from 'vitest';
import { Database } from '../../../../main/backstage/database/database';
import { type Driver, first, KEY, openDriver } from '../support';
import { add, found, rewindBefore, search } from './support';

const answer = async (
  driver: Driver,
  chatId: string | null,
  thought: string,
  said: string,
): Promise<string> => {
  const turn = await driver.begin({ kind: 'send', chatId, text: 'And?' });
  await driver.finish(first(turn.answers).id, said, {
    parts: [
      { type: 'reasoning', text: thought },
      { type: 'text', text: said },
    ],
  });
  return turn.opened.chat.id;
};

describe('what a model thought', () => {
  it('is found, and the hit says that it stands there', async () => {
    const { driver } = await openDriver();
    await answer(driver, null, `${'padding '.repeat(60)}maybe a cormorant 也许是鸬鹚`, 'It is a heron.');
    const [hit] = (await search(driver, 'cormorant ')).hits;
    expect(hit).toMatchObject({ source: 'reasoning', found: ['cormorant'] });
    expect(hit?.snippet.text).toContain('maybe a cormorant');
    expect((await search(driver, '鸬鹚', { order: 'best' })).hits).toMatchObject([{ source: 'reasoning' }]);
    expect((await search(driver, 'heron ')).hits).toMatchObject([
      { source: 'text', snippet: { text: 'It is a heron.' } },
    ]);
    expect((await search(driver, '"cormorant heron"')).hits).toEqual([]);
  });

  it('is what has: asks for', async () => {
    const { driver } = await openDriver();
    await answer(driver, null, 'hm', 'Four.');
    await add(driver, null, 'Five', 'assistant');
    expect(await found(driver, 'has:reasoning')).toEqual(['Four.']);
    expect(await found(driver, '-has:reasoning role:assistant')).toEqual(['Five']);
  });

  it('is found in a history from before it was searched, after what is written meanwhile', async () => {
    const { driver, file } = await openDriver();
    const chatId = await answer(driver, null, 'a cormorant', 'A bird.');
    for (let at = 0; at < 1200; at += 1) await add(driver, chatId, 'plain "type":"reasoning" text');
    await driver.call('history.close', null);
    const before = new Database(file, KEY);
    before.write((writer) => {
      writer.script('DELETE FROM message_search');
      rewindBefore(17, writer);
    });
    before.close();
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    await add(driver, null, 'a grebe');
    expect(await found(driver, 'grebe ')).toHaveLength(1);
    expect((await search(driver, 'grebe ')).isIndexing).toBe(true);
    await expect.poll(async () => (await search(driver, 'grebe ')).isIndexing).toBe(false);
    // The others were not indexed again: they say it, they do not have it.
    expect(await found(driver, 'plain ')).toEqual([]);
    expect(await found(driver, 'cormorant ')).toHaveLength(1);
  });
});
