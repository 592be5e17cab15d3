const PLACE = 'parlance:open-folders';

/* A way to look at the list, of no use to main: so it is the page that remembers it. It names ids only. */

/** The folders that were open when the app was last used. */
export const rememberedFolders = (): ReadonlySet<string> => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '');
    return new Set(Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
};

/** Remembers which folders are open. */
export const rememberFolders = (open: ReadonlySet<string>): void =>
  localStorage.setItem(PLACE, JSON.stringify([...open]));
