import { create } from 'zustand';
import type { AppError } from '../../preload/contract/result';
import type { SearchHit, SearchOrder } from '../../preload/contract/search';
import { needSideBar } from './view-store';

/** The search through all chats. */
export interface Search {
  /** What is typed; without anything the chats are shown. */
  readonly query: string;
  readonly order: SearchOrder;
  /** `old`: the hits are still those of the query before. */
  readonly phase: 'ready' | 'old' | { readonly failed: AppError };
  readonly hits: readonly SearchHit[];
  readonly cursor: number | null;
  /** Where only a part of what matches was ranked, how many those are. */
  readonly rankedOnly: number | null;
  /** Operators whose values no message can have. */
  readonly unknown: readonly string[];
  readonly isIndexing: boolean;
  /** The hit that the arrow keys are at; -1: none. */
  readonly active: number;
  /** The hit that was opened last, for going on from it; null: none of these. */
  readonly opened: number | null;
  /** How often focus was sent to the search box. */
  readonly boxCalls: number;
}

/** A search that has found nothing, or was not made. */
export const nothingFound: Pick<
  Search,
  'hits' | 'cursor' | 'rankedOnly' | 'unknown' | 'isIndexing' | 'active' | 'opened'
> = {
  hits: [],
  cursor: null,
  rankedOnly: null,
  unknown: [],
  isIndexing: false,
  active: -1,
  opened: null,
};

/** The search through all chats. */
export const useSearch = create<Search>()(() => ({
  query: '',
  order: 'newest',
  phase: 'ready',
  boxCalls: 0,
  ...nothingFound,
}));

/** Lets the person type what to look for. */
export const focusSearchBox = (): void => {
  needSideBar();
  useSearch.setState(({ boxCalls }) => ({ boxCalls: boxCalls + 1 }));
};

/** Takes the hits of chats away that are gone. */
export const withoutHitsOf = (chatIds: ReadonlySet<string>): void =>
  useSearch.setState(({ hits }) =>
    hits.some((hit) => chatIds.has(hit.chatId))
      ? { hits: hits.filter((hit) => !chatIds.has(hit.chatId)), active: -1, opened: null }
      : {},
  );

/** Moves the mark of the arrow keys to the nth hit. */
export const setActiveHit = (active: number): void => useSearch.setState({ active });
