import type { TextRange } from '../../../preload/contract/fold-text';

const FENCE = /^[ \t]*(`{3,}|~{3,})[^\n]*$/gm;

/** Lines that only frame: of tables and rules. */
const RULE = /^(?=[^\n]*(?:--|\*\*\*|___|==))[ \t|:*_=-]+$/gm;
/** What begins a line: quotes, headings, bullets, check boxes. */
const LINE_BEGIN = /^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)?/gm;
const TABLE_ROW = /^[ \t]*\|[^\n]*$/gm;
/** Code within a line keeps what it has; of a link or picture the address goes; emphasis comes in pairs. */
const INLINE =
  /(?<code>`+)(?<inCode>[^\n]*?[^`\n])\k<code>(?!`)|!?\[(?<label>[^\]\n]*)\]\([^()\s]*(?:\s"[^"\n]*")?\)|(?<strong>\*\*|__|~~)(?=\S)(?:[^\n]*?\S)\k<strong>|(?<![\p{L}\p{N}*_])(?<weak>[*_])(?=[^\s*_])(?:[^*_\n]*[^\s*_])\k<weak>(?![\p{L}\p{N}*_])|\\(?=[*_~`#|[\]])/gu;

const whole = (found: RegExpMatchArray, at: number): TextRange => [at, at + found[0].length];

/** Signs that belong together: without one the others say nothing. */
type Signs = readonly TextRange[];

/** Both ends of a stretch: so long each. */
const ends = ([start, end]: TextRange, before: number, after = before): Signs => [
  [start, start + before],
  [end - after, end],
];

/** What is markup in a line of prose, and in what its emphasis holds. */
const inlineMarkup = (text: string, at: number): readonly Signs[] =>
  [...text.matchAll(INLINE)].flatMap((found) => {
    const { code, label, strong, weak } = found.groups ?? {};
    const range = whole(found, at + found.index);
    if (code !== undefined) return [ends(range, code.length)];
    if (label !== undefined) {
      const before = found[0].indexOf('[') + 1;
      return [ends(range, before, found[0].length - before - label.length)];
    }
    const sign = strong ?? weak;
    if (sign === undefined) return [[range]];
    const inner = found[0].slice(sign.length, -sign.length);
    return [ends(range, sign.length), ...inlineMarkup(inner, range[0] + sign.length)];
  });

const proseMarkup = (text: string, at: number): readonly Signs[] => {
  const lines = [...text.matchAll(RULE), ...text.matchAll(LINE_BEGIN)];
  const pipes = [...text.matchAll(TABLE_ROW)].flatMap((row) =>
    [...row[0].matchAll(/\|/g)].map((pipe) => row.index + pipe.index),
  );
  return [
    ...lines.map((found) => [whole(found, at + found.index)]),
    ...pipes.map((pipe) => [[at + pipe, at + pipe + 1] as const]),
    ...inlineMarkup(text, at),
  ];
};

/** Lines of a text that begin or end a block of code, up to `to`. */
const fencesIn = (text: string, to: number): readonly TextRange[] => {
  const fences: TextRange[] = [];
  let opened: string | null = null;
  for (const found of text.slice(0, to).matchAll(FENCE)) {
    const sign = found[1] ?? '';
    if (opened !== null && !sign.startsWith(opened)) continue;
    opened = opened === null ? sign : null;
    fences.push(whole(found, found.index));
  }
  return fences;
};

/**
 * What of a text from `from` (where a line begins) to `to` is Markdown's signs rather than what they frame, in no order; they
 * may overlap. Code keeps all but its fences.
 */
export const markupIn = (text: string, from: number, to: number): readonly Signs[] => {
  const fences = fencesIn(text, to);
  const borders = [0, ...fences.flat(), to];
  const found: Signs[] = fences.filter(([, end]) => end > from).map((fence) => [fence]);
  // Prose, fence, code, fence, prose …: every fourth stretch is prose.
  for (let index = 0; index + 1 < borders.length; index += 4) {
    const start = Math.max(borders[index] ?? 0, from);
    const end = borders[index + 1] ?? to;
    if (start < end) found.push(...proseMarkup(text.slice(start, end), start));
  }
  return found;
};
