const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** The normal form of a link that may be handed to the system, or null. Judged by its parsed scheme, never by text. */
export const safeLink = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  return ALLOWED.has(parsed.protocol) ? parsed.href : null;
};
