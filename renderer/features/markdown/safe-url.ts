const LINK_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const INLINE_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif|bmp);/i;

const parsed = (url: string): URL | null => {
  try {
    return new URL(url);
  } catch {
    return null;
  }
};

/** True for links that may be handed to the system: absolute http, https and mailto. */
export const isOpenableLink = (url: string): boolean => LINK_PROTOCOLS.has(parsed(url)?.protocol ?? '');

/** True for images that hold their own bytes; all others would tell a server that they were read. SVG is left out. */
export const isInlineImage = (url: string): boolean => INLINE_IMAGE.test(url);

/**
 * Where a link really goes, as it is told to the person: letters of other scripts in the name of the host are written
 * out as Punycode, so that "аpple.com" in Cyrillic does not look like what it is not; so is everything else that is
 * encoded in an address.
 */
export const realAddress = (url: string): string => parsed(url)?.href ?? url;

/** The host of an address; empty where it has none. */
export const hostOf = (url: string): string => parsed(url)?.host ?? '';

/** True where the words of a link name another host than the one that it goes to. */
export const namesOtherHost = (words: string, url: string): boolean => {
  const named = /^(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[:/?#]|$)/iu.exec(words.trim())?.[1];
  if (named === undefined) return false;
  const bare = (host: string) => host.replace(/^www\./, '');
  return bare(hostOf(`https://${named}`)) !== bare(parsed(url)?.hostname ?? '');
};
