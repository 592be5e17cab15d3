import { describe, expect, it } from 'vitest';
import type { SearchPage } from '../../../../preload/contract/search';
import { type Driver, first, openDriver } from '../support';
import { add, found, search, shown } from './support';

/** A history of one message per text, each in a chat whose title has none of its words. */
const historyOf = async (...texts: readonly string[]): Promise<Driver> => {
  const { driver } = await openDriver();
  const chatId = await add(driver, null, '…');
  for (const text of texts) await add(driver, chatId, text);
  return driver;
};

describe('search', () => {
  it('finds words, beginnings, phrases and exclusions, newest first', async () => {
    const driver = await historyOf('blue whale song', 'The whale is blue', 'Blueberry jam', 'A red herring');
    expect(await found(driver, 'blue ')).toEqual(['The whale is blue', 'blue whale song']);
    expect(await found(driver, 'blue')).toEqual(['Blueberry jam', 'The whale is blue', 'blue whale song']);
    expect(await found(driver, '"blue whale"')).toEqual(['blue whale song']);
    expect(await found(driver, 'whale -song ')).toEqual(['The whale is blue']);
    expect(await found(driver, '-whale -jam -herring')).toEqual(['…']);
    expect(await found(driver, 'whale herring ')).toEqual([]);
  });

  it('finds one and two characters of Chinese, Japanese and Korean anywhere in a sentence', async () => {
    const driver = await historyOf(
      '今天北京的天气很好',
      '明天再说',
      '東京の天気はいいです',
      '오늘 날씨가 좋다',
      'GPT模型ｶﾞ',
    );
    expect(await found(driver, '天')).toHaveLength(3);
    expect(await found(driver, '天气')).toEqual(['今天北京的天气很好']);
    expect(await found(driver, '北京 好')).toEqual(['今天北京的天气很好']);
    expect(await found(driver, '气天')).toEqual([]);
    expect(await found(driver, '気は')).toEqual(['東京の天気はいいです']);
    expect(await found(driver, '날씨')).toEqual(['오늘 날씨가 좋다']);
    expect(await found(driver, '씨')).toEqual(['오늘 날씨가 좋다']);
    expect(await found(driver, 'ＧＰＴ模')).toEqual(['GPT模型ｶﾞ']);
    expect(await found(driver, 'ガ')).toEqual(['GPT模型ｶﾞ']);
  });

  it('folds diacritics and case both ways', async () => {
    const driver = await historyOf('Crème brûlée in Zürich', 'CREME BRULEE');
    expect(await found(driver, 'creme brulee ')).toHaveLength(2);
    expect(await found(driver, 'ZURICH')).toEqual(['Crème brûlée in Zürich']);
  });

  it('finds code by its parts, in one word, and as it is written', async () => {
    const driver = await historyOf(
      'call getUserName()',
      'set user_name',
      'fs.readFileSync(path)',
      'user and name',
    );
    expect(await found(driver, 'userName ')).toEqual(['set user_name', 'call getUserName()']);
    expect(await found(driver, 'getusername ')).toEqual(['call getUserName()']);
    expect(await found(driver, 'getUserN')).toEqual(['call getUserName()']);
    expect(await found(driver, 'user_name ')).toEqual(['set user_name', 'call getUserName()']);
    expect(await found(driver, 'file ')).toEqual(['fs.readFileSync(path)']);
    expect(await found(driver, 'fs.readFileSync ')).toEqual(['fs.readFileSync(path)']);
  });

  it('shows chats by their titles first, each with what it says of it, and not twice', async () => {
    const { driver } = await openDriver();
    const chatId = await add(driver, null, 'Plans for the lighthouse');
    await add(driver, chatId, 'It needs paint', 'assistant');
    const renamed = await add(driver, null, 'Something else');
    await driver.call('chat.rename', { chatId: renamed, title: 'Lighthouse keepers' });
    await add(driver, null, 'A note on every lighthouse');
    const { hits } = await search(driver, 'lighthouse ');
    expect(hits.map((hit) => [shown(hit), hit.messageId !== null])).toEqual([
      ['# A note on every lighthouse', true],
      ['# Something else', false],
      ['# Plans for the lighthouse', true],
    ]);
    expect(hits.map(({ title }) => title.marks.length)).toEqual([1, 1, 1]);
    await driver.call('chat.rename', { chatId: renamed, title: 'Keepers' });
    expect(await found(driver, 'lighthouse ')).toHaveLength(2);
  });

  it('leaves out what is in the Trash, until it comes back', async () => {
    const { driver } = await openDriver();
    const chatId = await add(driver, null, 'A walrus');
    await driver.call('chat.delete', { chatId });
    expect(await found(driver, 'walrus')).toEqual([]);
    expect(await found(driver, '-zebra')).toEqual([]);
    await driver.call('chat.restore', { chatId });
    expect(await found(driver, 'walrus')).toHaveLength(1);
  });

  it('finds an answer from its end on, on every branch, with what failed and was stopped', async () => {
    const { driver } = await openDriver();
    const { opened, answers } = await driver.begin({ kind: 'send', chatId: null, text: 'Name a bird' });
    const { id } = first(answers);
    await driver.call('turn.journal', {
      pieces: [{ messageId: id, channel: 'text', offset: 0, text: 'A kestrel' }],
    });
    expect(await found(driver, 'kestrel')).toEqual([]);
    await driver.finish(id, 'A kestrel', { status: 'stopped' });
    const again = await driver.begin({ kind: 'regenerate', chatId: opened.chat.id, messageId: id });
    await driver.finish(first(again.answers).id, 'A kite');
    expect(await found(driver, 'kestrel')).toEqual(['A kestrel']);
    expect(await found(driver, 'kite')).toEqual(['A kite']);
    await driver.call('chat.changePath', {
      chatId: opened.chat.id,
      change: { kind: 'edit', messageId: first(again.answers).id, text: 'A red kite' },
      limit: 1,
    });
    expect(await found(driver, 'kite ')).toEqual(['A red kite', 'A kite']);
  });

  it('goes through all hits page by page in either order, each once', async () => {
    const { driver } = await openDriver();
    let chatId: string | null = null;
    for (let index = 0; index < 95; index += 1) chatId = await add(driver, chatId, `ibis ${index}`);
    for (const order of ['newest', 'best'] as const) {
      const ids: (string | null)[] = [];
      let cursor: number | null = null;
      do {
        const page: SearchPage = await search(driver, 'ibis ', { order, cursor });
        ids.push(...page.hits.map(({ messageId }) => messageId));
        cursor = page.cursor;
      } while (cursor !== null);
      expect({ order, count: ids.length, distinct: new Set(ids).size }).toEqual({
        order,
        count: 95,
        distinct: 95,
      });
    }
  });

  it('puts what fits best first', async () => {
    const driver = await historyOf(
      'the blue and very large whale was seen',
      `blue whale, blue whale: a song of the blue whale`,
      `once a blue boat, ${'and on and on '.repeat(40)} a whale`,
    );
    const { hits } = await search(driver, 'blue whale ', { order: 'best' });
    expect(hits.map(({ snippet }) => snippet.text.slice(0, 12))).toEqual([
      'blue whale, ',
      'the blue and',
      'once a blue ',
    ]);
  });
});
