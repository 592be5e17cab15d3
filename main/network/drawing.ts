/** The largest drawing that is taken, in bytes: icons and charts are far smaller. */
export const MAX_DRAWING_BYTES = 2_000_000;

/** Where its root must have begun, in bytes: some begin with long comments of the program that drew them. */
const HEAD_BYTES = 16_384;

/**
 * What may stand before the root (https://www.w3.org/TR/xml/#sec-prolog-dtd). A DOCTYPE with declarations of its own, `[…]`, is
 * not taken: they are what makes a small file a large one.
 */
const PROLOG = /^\uFEFF?\s*(?:(?:<\?[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE[^>[]*>)\s*)*<svg[\s>/]/;

/** True for an SVG in UTF-8, by its own first bytes, whatever its server calls it. */
export const isDrawing = (bytes: Uint8Array): boolean =>
  PROLOG.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, HEAD_BYTES)));
