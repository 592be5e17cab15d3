const MAX_SERVER_MESSAGE = 500;
/** Shorter pieces of a key are too common in ordinary words to be taken for it. */
const REVEALING_LENGTH = 8;
const HIDDEN = '…';
const LOOKS_LIKE_KEY = /\b(?:(?:sk|pk|gsk)[-_][\w*.-]{8,}|Bearer [\w*.-]{20,})/g;

/** Marks every position of `text` that belongs to a stretch of at least `length` characters of `secret`. */
const coveredPositions = (text: string, secret: string, length: number): ReadonlySet<number> => {
  const covered = new Set<number>();
  for (let at = 0; at + length <= text.length; at += 1) {
    if (!secret.includes(text.slice(at, at + length))) continue;
    for (let offset = 0; offset < length; offset += 1) covered.add(at + offset);
  }
  return covered;
};

const withoutSecret = (text: string, secret: string): string => {
  const covered = coveredPositions(text, secret, Math.min(REVEALING_LENGTH, secret.length));
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    if (!covered.has(at)) result += text[at];
    else if (!covered.has(at - 1)) result += HIDDEN;
  }
  return result;
};

/**
 * A server's own sentence made fit to be shown: one line of at most 500 characters, in which the API key, any stretch
 * of at least 8 characters of it, and whatever else looks like a key is replaced by `…`.
 */
export const presentableServerMessage = (text: string, apiKey: string | null): string => {
  // A server may echo megabytes, so cut first; what this cut leaves of a key is still struck out.
  const line = text
    .slice(0, 4 * MAX_SERVER_MESSAGE)
    .replace(/\s+/g, ' ')
    .trim();
  const safe = apiKey === null || apiKey.length < 4 ? line : withoutSecret(line, apiKey);
  return safe.replace(LOOKS_LIKE_KEY, HIDDEN).slice(0, MAX_SERVER_MESSAGE);
};
