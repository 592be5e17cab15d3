/** The page's background (`--page` in renderer/styles/tokens.css), for the moment before its first paint. */
export const BACKGROUND = { light: '#fcfcfb', dark: '#1b1b1a' } as const;
