/** New text shown per frame at most, in UTF-16 code units: more would freeze the page for several frames. */
const MAX_STEP = 24_000;

/**
 * How much of a growing text to show in the next frame.
 * @param shown length shown now; @param length length of the whole text. Both in UTF-16 code units.
 */
export const nextShownLength = (shown: number, length: number): number => Math.min(length, shown + MAX_STEP);
