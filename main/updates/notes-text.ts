const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const decodeEntity = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return NAMED[name] ?? whole;
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
};

/** GitHub's feed of releases gives notes as HTML only: its headings, lists and paragraphs as Markdown, the rest as text. */
const fromHtml = (html: string): string =>
  html
    .replace(/<h[1-6][^>]*>/gi, '\n## ')
    .replace(/<li[^>]*>\s*/gi, '\n- ')
    .replace(/<br\s*\/?>|<\/(?:p|div|h[1-6]|ul|ol)>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, decodeEntity)
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Longer ones are not read. */
const MAX_LENGTH = 20_000;

/**
 * Release notes as Markdown.
 * @param notes as electron-updater gives them: Markdown of our own release files, HTML from GitHub's feed, a list with the notes
 *   of several versions, or nothing.
 */
export const notesText = (notes: unknown): string => {
  if (Array.isArray(notes))
    return notes
      .map((one: unknown) => notesText(one))
      .join('\n\n')
      .slice(0, MAX_LENGTH);
  if (typeof notes === 'object' && notes !== null && 'note' in notes) return notesText(notes.note);
  if (typeof notes !== 'string') return '';
  const isHtml = /^\s*<(?:p|h[1-6]|ul|ol|div)\b/i.test(notes);
  return (isHtml ? fromHtml(notes) : notes.trim()).slice(0, MAX_LENGTH);
};
