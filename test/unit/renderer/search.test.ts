import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { SearchHit, SearchPage } from '../../../preload/contract/search';
import { endSearch, openChosenHit, openHit, stepHit, typeQuery } from '../../../renderer/actions/search';
import { newConversation, useConversation } from '../../../renderer/stores/conversation-store';
import { countFinds, findAt, useFind } from '../../../renderer/stores/find-store';
import { nothingFound, setActiveHit, useSearch, withoutHitsOf } from '../../../renderer/stores/search-store';
import { installFakeMain, openedChat } from './fake-main';

const hit = (messageId: string, chatId = 'chat'): SearchHit => ({
  chatId,
  title: { text: chatId, marks: [] },
  messageId,
  role: 'user',
  createdAt: 1,
  snippet: { text: messageId, marks: [] },
  found: [messageId],
  source: 'text',
  byTitle: false,
});
const page = (ids: readonly string[], cursor: number | null = null): SearchPage => ({
  hits: ids.map((id) => hit(id)),
  cursor,
  rankedOnly: null,
  unknown: [],
  isIndexing: false,
});
const shown = () => useSearch.getState().hits.map(({ messageId }) => messageId);
const startFresh = () => {
  useSearch.setState({ ...nothingFound, query: '', order: 'newest', phase: 'ready' });
  useConversation.setState(newConversation({ model: '', params: {} }));
  useFind.setState({ place: null });
};

describe('Search', () => {
  beforeEach(startFresh);

  it('asks one question at a time, skips those typed meanwhile and never shows an older answer', async () => {
    const main = installFakeMain();
    for (const query of ['w', 'wh', 'wha', 'whal']) typeQuery(query);
    expect(main.sent('search.messages').map(({ input }) => input.query)).toEqual(['w']);
    await main.sent('search.messages')[0]?.answer(page(['old']));
    expect(shown()).toEqual([]);
    expect(main.sent('search.messages').map(({ input }) => input.query)).toEqual(['w', 'whal']);
    await main.sent('search.messages')[1]?.answer(page(['new']));
    expect(shown()).toEqual(['new']);
  });

  it('leaves nothing on screen of an answer that comes after Escape', async () => {
    const main = installFakeMain();
    typeQuery('whale');
    endSearch();
    await main.sent('search.messages')[0]?.answer(page(['late']));
    expect(shown()).toEqual([]);
    expect(useSearch.getState()).toMatchObject({ query: '', phase: 'ready' });
  });

  it('opens the first hit for an Enter that came before the hits, and none that was typed over', async () => {
    const main = installFakeMain();
    typeQuery('whale');
    openChosenHit();
    await main.sent('search.messages')[0]?.answer(page(['a', 'b']));
    expect(main.sent('chat.openAt').map(({ input }) => input.messageId)).toEqual(['a']);
    typeQuery('shark');
    openChosenHit();
    typeQuery('sharks');
    await main.sent('search.messages')[1]?.answer(page(['c']));
    await main.sent('search.messages')[2]?.answer(page(['d']));
    expect(main.sent('chat.openAt')).toHaveLength(1);
  });

  it('loads the next page when one goes on past the last hit, and shows none twice', async () => {
    const main = installFakeMain();
    typeQuery('whale');
    await main.sent('search.messages')[0]?.answer(page(['a', 'b'], 7));
    void openHit(1);
    const stepping = stepHit(1);
    await main.sent('search.messages')[1]?.answer(page(['b', 'c']));
    await main.sent('chat.openAt')[0]?.answer(openedChat('chat'));
    await main.sent('chat.openAt')[1]?.answer(openedChat('chat'));
    await stepping;
    expect(main.sent('search.messages')[1]?.input).toMatchObject({ cursor: 7 });
    expect(shown()).toEqual(['a', 'b', 'c']);
    expect(useSearch.getState().opened).toBe(2);
    expect(useFind.getState().place).toMatchObject({ messageId: 'c', found: ['c'] });
  });

  it('looks again by itself while older messages are being indexed, and no longer than that', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const main = installFakeMain();
    typeQuery('whale');
    await main.sent('search.messages')[0]?.answer({ ...page(['new']), isIndexing: true });
    expect(useSearch.getState()).toMatchObject({ phase: 'ready', isIndexing: true });
    vi.runOnlyPendingTimers();
    await main.sent('search.messages')[1]?.answer(page(['new', 'older']));
    expect(shown()).toEqual(['new', 'older']);
    expect([useSearch.getState().isIndexing, vi.getTimerCount()]).toEqual([false, 0]);
  });

  it('moves nothing away from who is at a hit, has typed on or ended the search meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    for (const touch of [() => setActiveHit(0), endSearch, () => useSearch.setState({ query: 'whales' })]) {
      startFresh();
      const main = installFakeMain();
      typeQuery('whale');
      await main.sent('search.messages')[0]?.answer({ ...page(['new']), isIndexing: true });
      touch();
      vi.runAllTimers();
      expect(main.sent('search.messages')).toHaveLength(1);
    }
  });

  it('takes the hits of a deleted chat away, with the mark of the arrow keys', () => {
    useSearch.setState({ hits: [hit('a'), hit('b', 'other')] });
    setActiveHit(1);
    withoutHitsOf(new Set(['chat']));
    expect(shown()).toEqual(['b']);
    expect(useSearch.getState().active).toBe(-1);
  });
});

describe('Find', () => {
  it('knows of the nth find which message it is in', () => {
    const finds = {
      isWhole: true,
      messages: [
        { messageId: 'a', count: 2 },
        { messageId: 'b', count: 1 },
      ],
    };
    expect(countFinds(finds)).toBe(3);
    expect([0, 1, 2, 3].map((at) => findAt(finds, at))).toEqual([
      { messageId: 'a', nth: 0 },
      { messageId: 'a', nth: 1 },
      { messageId: 'b', nth: 0 },
      null,
    ]);
  });
});
