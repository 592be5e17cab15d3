/* The blocks of Unicode that hold the scripts written from right to left (unicode.org/roadmaps/bmp and smp). */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * The `dir` of an element with such a text: `auto` where a part of it is written from right to left. Other texts need none,
 * and are laid out faster without.
 */
export const textDirection = (text: string): 'auto' | undefined =>
  RIGHT_TO_LEFT.test(text) ? 'auto' : undefined;
