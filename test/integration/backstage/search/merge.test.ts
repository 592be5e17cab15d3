import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Database } from '../../../../main/backstage/database/database';
import { integer } from '../../../../main/backstage/database/row';
import { KEY, openDriver } from '../support';
import { add, found } from './support';

/** Pieces that the index stands in. */
const pieces = (file: string): number => {
  const database = new Database(file, KEY);
  database.refuseWrites();
  const row = database.first('SELECT count(DISTINCT segid) AS count FROM message_search_idx');
  database.close();
  return integer(row ?? {}, 'count');
};

describe('the pieces of the index', () => {
  it('are merged soon after the start, so that a query looks into few of them, and nothing is lost', async () => {
    const { driver, file } = await openDriver();
    const texts = Array.from({ length: 11 }, (_, at) => `heron number ${at}`);
    const chatId = await add(driver, null, 'Birds');
    for (const text of texts) await add(driver, chatId, text);
    // More pages than are merged at once.
    for (let at = 0; at < 8; at += 1)
      await add(driver, chatId, Array.from({ length: 3000 }, (_, nth) => `reed${at}x${nth}`).join(' '));
    await driver.call('history.close', null);
    expect(pieces(file)).toBeGreaterThan(3);

    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    vi.runAllTimers();
    expect(pieces(file)).toBe(1);
    expect(await found(driver, 'heron ')).toEqual(texts.toReversed());
    await driver.call('history.close', null);
  });
});
