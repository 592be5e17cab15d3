import { create } from 'zustand';

const PLACE = 'parlance:sample-chats';

const remembered = (): readonly string[] => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '');
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
};

/* Which chats are samples is of no use to main: so it is the page that remembers it. It names ids only. */

/** The sample chats that were made and not removed. */
export const useSampleChats = create<{ readonly ids: readonly string[] }>()(() => ({ ids: remembered() }));

/** Remembers which chats are samples. */
export const rememberSamples = (ids: readonly string[]): void => {
  useSampleChats.setState({ ids });
  localStorage.setItem(PLACE, JSON.stringify(ids));
};
