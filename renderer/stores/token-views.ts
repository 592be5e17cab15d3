import { create } from 'zustand';

/** Replies that are shown as their tokens, by message id. */
export const useTokenViews = create<{ readonly shown: ReadonlySet<string> }>()(() => ({ shown: new Set() }));

/** Shows a reply as its tokens, or as its text again. */
export const toggleTokenView = (messageId: string): void =>
  useTokenViews.setState(({ shown }) => {
    const others = [...shown].filter((id) => id !== messageId);
    return { shown: new Set(shown.has(messageId) ? others : [...others, messageId]) };
  });
