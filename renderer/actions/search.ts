import { toAppError } from '../../preload/contract/result';
import type { SearchHit, SearchOrder, SearchPage } from '../../preload/contract/search';
import { request } from '../ipc/client';
import { useConversation } from '../stores/conversation-store';
import { showPlace } from '../stores/find-store';
import { nothingFound, type Search, useSearch } from '../stores/search-store';
import { openChatAt, openChatEnd } from './open-at';

/** True when Enter came before the hits. */
let opensFirst = false;

/** True while a question is under way: of those that are typed meanwhile only the last is asked. */
let asking = false;
let askAgain = false;

const isCurrent = ({ query, order }: Search): boolean => {
  const now = useSearch.getState();
  return now.query === query && now.order === order;
};

/** How long the index is given before it is asked again, in milliseconds. */
const INDEXING_MS = 2000;

let later: ReturnType<typeof setTimeout> | undefined;

/** More may be found by then. Who is at a hit by then, or has loaded more, keeps what they see. */
const lookAgainLater = (asked: Search, cursor: number | null): void => {
  clearTimeout(later);
  later = setTimeout(() => {
    const now = useSearch.getState();
    const isUntouched = now.active === -1 && now.opened === null && now.cursor === cursor;
    if (now.isIndexing && isUntouched && isCurrent(asked)) void ask();
  }, INDEXING_MS);
};

const take = (asked: Search, page: SearchPage): void => {
  useSearch.setState({ ...nothingFound, ...page, phase: 'ready' });
  if (page.isIndexing) lookAgainLater(asked, page.cursor);
  if (opensFirst) void openHit(0);
  opensFirst = false;
};

const ask = async (): Promise<void> => {
  if (asking) {
    askAgain = true;
    return;
  }
  asking = true;
  const asked = useSearch.getState();
  const { query, order } = asked;
  const { chatId } = useConversation.getState();
  try {
    const page = await request('search.messages', { query, order, chatId, cursor: null });
    if (isCurrent(asked)) take(asked, page);
  } catch (thrown) {
    if (isCurrent(asked)) useSearch.setState({ ...nothingFound, phase: { failed: toAppError(thrown) } });
  } finally {
    asking = false;
    const again = askAgain;
    askAgain = false;
    if (again && useSearch.getState().query.trim() !== '') void ask();
  }
};

/** Looks for what is typed. An empty text brings the chats back. */
export const typeQuery = (query: string): void => {
  opensFirst = false;
  if (query.trim() === '') {
    useSearch.setState({ ...nothingFound, query, phase: 'ready' });
    return;
  }
  useSearch.setState({ query, phase: 'old', active: -1 });
  void ask();
};

/** Looks again for what is typed: the history may have come only now. */
export const searchAgain = (): void => {
  const { query } = useSearch.getState();
  if (query.trim() !== '') typeQuery(query);
};

/** Gives the chats back, and takes the marks out of the one on screen. */
export const endSearch = (): void => {
  typeQuery('');
  showPlace(null);
};

/** Orders the hits anew. */
export const orderHits = (order: SearchOrder): void => {
  useSearch.setState({ order, phase: 'old' });
  void ask();
};

const withPage = (hits: readonly SearchHit[], page: readonly SearchHit[]): readonly SearchHit[] => {
  const known = new Set(hits.map(({ messageId }) => messageId));
  return [...hits, ...page.filter(({ messageId }) => !known.has(messageId))];
};

let loadingMore = false;

/** Loads the hits after those that are loaded. */
export const loadMoreHits = async (): Promise<void> => {
  const asked = useSearch.getState();
  const { query, order, cursor } = asked;
  if (cursor === null || loadingMore || asked.phase !== 'ready') return;
  loadingMore = true;
  const { chatId } = useConversation.getState();
  try {
    const page = await request('search.messages', { query, order, chatId, cursor });
    if (!isCurrent(asked)) return;
    useSearch.setState(({ hits }) => ({ hits: withPage(hits, page.hits), cursor: page.cursor }));
  } catch (thrown) {
    if (isCurrent(asked)) useSearch.setState({ phase: { failed: toAppError(thrown) } });
  } finally {
    loadingMore = false;
  }
};

/** Opens the nth hit: its chat, with the message in view and what was found marked. */
export const openHit = async (at: number): Promise<void> => {
  const hit = useSearch.getState().hits[at];
  if (hit === undefined) return;
  useSearch.setState({ active: at, opened: at });
  const { chatId, messageId, found, source } = hit;
  if (messageId === null) await openChatEnd(chatId);
  else await openChatAt(chatId, { messageId, found, nth: 0, inReasoning: source === 'reasoning' });
};

/** Opens the hit that the arrow keys are at, else the first one, also when that is still on its way. */
export const openChosenHit = (): void => {
  const { phase, active, hits } = useSearch.getState();
  opensFirst = phase === 'old';
  if (phase === 'ready' && hits.length > 0) void openHit(Math.max(active, 0));
};

/** Takes the marks away; the hits stay. */
export const leaveHit = (): void => {
  useSearch.setState({ opened: null });
  showPlace(null);
};

/** Opens the hit after (`by` 1) or before (-1) the one that was opened last. */
export const stepHit = async (by: -1 | 1): Promise<void> => {
  const { opened, hits, cursor } = useSearch.getState();
  const next = (opened ?? (by === 1 ? -1 : hits.length)) + by;
  if (next >= hits.length && cursor !== null) await loadMoreHits();
  await openHit(next);
};
