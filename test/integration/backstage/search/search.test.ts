import { describe, expect, it } from 'vitest';
import { Database } from '../../../../main/backstage/database/database';
import type { SearchHit, SearchInput, SearchPage } from '../../../../preload/contract/search';
import { type Driver, first, KEY, OPTIONS, openDriver } from '../support';

const noon = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime();

const search = (driver: Driver, query: string, input: Partial<SearchInput> = {}): Promise<SearchPage> =>
  driver.call('search.messages', { query, order: 'newest', chatId: null, cursor: null, ...input });

const shown = (hit: SearchHit): string => `${hit.byTitle ? '# ' : ''}${hit.snippet.text}`;
const found = async (driver: Driver, query: string, chatId: string | null = null) =>
  (await search(driver, query, { chatId })).hits.map(shown);

const add = async (
  driver: Driver,
  chatId: string | null,
  text: string,
  role: 'user' | 'assistant' = 'user',
) => (await driver.call('chat.addMessage', { chatId, role, text, options: OPTIONS, limit: 1 })).chat.id;

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

  it('answers every operator, alone and together, and its exclusion', async () => {
    let now = noon(2024, 2, 29);
    const { driver } = await openDriver(() => now);
    const turn = await driver.exchange(null, 'Write a loop', '```js\nfor (;;);\n```');
    const chatId = turn.opened.chat.id;
    now = noon(2025, 7, 1);
    await add(driver, chatId, 'A system of loops', 'assistant');
    now = noon(2026, 1, 31);
    const other = await add(driver, null, 'Garden tips');
    const all = ['Garden tips', 'A system of loops', '```js for (;;); ```', 'Write a loop'];
    const cases: Readonly<Record<string, readonly string[]>> = {
      'role:user': ['Garden tips', 'Write a loop'],
      '-role:user': ['A system of loops', '```js for (;;); ```'],
      'model:gpt-4o': ['```js for (;;); ```'],
      'model:4o-mini': ['```js for (;;); ```'],
      'model:pt-4o': [],
      'has:code': ['```js for (;;); ```'],
      '-has:code role:assistant': ['A system of loops'],
      'has:image': [],
      'before:2024-02-29': [],
      'before:2024-03': ['```js for (;;); ```', 'Write a loop'],
      'after:2025': ['Garden tips', 'A system of loops'],
      'after:2024-03 before:2026': ['A system of loops'],
      '-after:2025': ['```js for (;;); ```', 'Write a loop'],
      'in:garden': ['Garden tips'],
      '-in:garden': all.slice(1),
      'in:current loops': ['A system of loops'],
      'in:"write a loop" role:user': ['Write a loop'],
      'in:nothing': [],
      'is:archived': [],
      '-is:archived': all,
      'is:pinned': [],
      'role:nobody': [],
      '-role:nobody ': all,
      'model:': [],
    };
    const got: Record<string, readonly string[]> = {};
    for (const query of Object.keys(cases)) got[query] = await found(driver, query, chatId);
    expect(got).toEqual(cases);
    expect(await found(driver, 'in:current', other)).toEqual(['Garden tips']);
    expect(await found(driver, 'in:current', null)).toEqual([]);
  });

  it('knows pinned and archived chats, and pinned messages', async () => {
    const { driver, file } = await openDriver();
    const first = await add(driver, null, 'Plain ibis');
    const pinned = await add(driver, null, 'Pinned ibis');
    const archived = await add(driver, null, 'Archived ibis');
    await driver.call('chat.pin', { chatId: pinned, isPinned: true });
    await driver.call('chat.archive', { chatId: archived, isArchived: true });
    expect(await found(driver, 'ibis is:pinned')).toEqual(['Pinned ibis']);
    expect(await found(driver, 'is:archived')).toEqual(['Archived ibis']);
    expect(await found(driver, '-is:archived -is:pinned')).toEqual(['Plain ibis']);
    const { chats } = await driver.call('chat.page', { cursor: null, limit: 9 });
    expect(chats.map(({ id, isPinned = false }) => [id, isPinned])).toEqual([
      [pinned, true],
      [first, false],
    ]);
    await driver.call('history.close', null);
    const database = new Database(file, KEY);
    database.write((writer) => writer.script(`INSERT INTO pins SELECT min(seq) FROM messages`));
    database.close();
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    expect(await found(driver, 'is:pinned')).toEqual(['Pinned ibis', 'Plain ibis']);
    await driver.call('chat.archive', { chatId: archived, isArchived: false });
    await driver.call('chat.pin', { chatId: pinned, isPinned: false });
    expect(await found(driver, 'is:archived')).toEqual([]);
    expect(await found(driver, 'is:pinned')).toEqual(['Plain ibis']);
  });

  it('keeps to local days at both edges of a day', async () => {
    let now = new Date(2026, 4, 10, 0, 0, 0).getTime();
    const { driver } = await openDriver(() => now);
    const chatId = await add(driver, null, 'first minute');
    now = new Date(2026, 4, 11).getTime() - 1;
    await add(driver, chatId, 'last minute');
    now += 1;
    await add(driver, chatId, 'next day');
    expect(await found(driver, 'after:2026-05-10 before:2026-05-11')).toEqual([
      'last minute',
      'first minute',
    ]);
    expect(await found(driver, 'before:2026-05-10')).toEqual([]);
    expect(await found(driver, 'after:2026-05-11')).toEqual(['next day']);
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
