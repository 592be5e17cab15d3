const LINK_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const INLINE_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif|bmp);/i;

const protocolOf = (url: string): string | null => {
  try {
    return new URL(url).protocol;
  } catch {
    return null;
  }
};

/** True for links that may be handed to the system: absolute http, https and mailto. */
export const isOpenableLink = (url: string): boolean => LINK_PROTOCOLS.has(protocolOf(url) ?? '');

/** True for images that hold their own bytes; all others would tell a server that they were read. SVG is left out. */
export const isInlineImage = (url: string): boolean => INLINE_IMAGE.test(url);
