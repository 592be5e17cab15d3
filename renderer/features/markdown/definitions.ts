/** A link's address, defined apart from where it is used: label → the line that defines it. */
export type Definitions = ReadonlyMap<string, string>;

const LABEL = String.raw`\[(?!\s*\])((?:[^[\]\\]|\\.)+)\]`;
const TITLE = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)`;
const DEFINITION = new RegExp(
  String.raw`[> ]*${LABEL}:[ \t]*\n?[ \t]*(<[^<>\n]*>|[^\s<]\S*)(?:(?:[ \t]*\n[ \t]*|[ \t]+)(${TITLE}))?[ \t]*(?:\n|$)`,
  'y',
);
const REFERENCE = new RegExp(LABEL, 'g');

/** Labels are equal without regard to case and white space (https://spec.commonmark.org/0.31.2/#matches). */
const normalized = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();

/** The links that a block of Markdown begins with definitions of; the first of equal labels counts. */
export const definitionsIn = (source: string): Definitions => {
  const found = new Map<string, string>();
  if (!/^[> ]{0,3}(?:> ?)*\[(?!\^)/.test(source) || !source.includes(']:')) return found;
  DEFINITION.lastIndex = 0;
  for (let match = DEFINITION.exec(source); match !== null; match = DEFINITION.exec(source)) {
    const [, label = '', destination = '', title] = match;
    const line = `[${label}]: ${destination}${title === undefined ? '' : ` ${title}`}\n`;
    if (!found.has(normalized(label))) found.set(normalized(label), line);
  }
  return found;
};

/** The labels in brackets, footnotes' ("^1") among them, each once and in order. */
export const labelsIn = (source: string): readonly string[] =>
  source.includes('[')
    ? [...new Set([...source.matchAll(REFERENCE)].map((match) => normalized(match[1] ?? '')))]
    : [];

/* What may stand for one in a pattern, `[^a-z]`, or be the words of a link, is none. */
const NOTE_REFERENCE = /\[\^([\p{L}\p{N}_]+)\](?![(:])/gu;
const CODE = /(`+)(?!`).*?(?:(?<!`)\1(?!`)|$)/gs;

/** The labels of the footnotes that a text refers to for certain outside of code, as `labelsIn` tells them. */
export const noteReferencesIn = (source: string): readonly string[] =>
  source.includes('[^')
    ? [...source.replace(CODE, '').matchAll(NOTE_REFERENCE)].map((match) => noteLabel(match[1] ?? ''))
    : [];

/** The label of a footnote as `labelsIn` tells it. */
export const noteLabel = (label: string): string => normalized(`^${label}`);
