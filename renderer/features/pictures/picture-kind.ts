import { MAX_PREVIEW } from '../../../preload/contract/frames';

/** What code can be shown as: a diagram, a drawing, a page. */
export type PictureKind = 'diagram' | 'drawing' | 'page';

/** Larger drawings are left to programs for that, in UTF-16 code units. */
const LARGEST_DRAWING = 1_000_000;

const kinds: Readonly<Record<string, PictureKind>> = {
  mermaid: 'diagram',
  svg: 'drawing',
  html: 'page',
  htm: 'page',
  xhtml: 'page',
};

/** What code of a language, as its fence names it, can be shown as; null where it is only code. */
export const pictureKind = (language: string, code: string): PictureKind | null => {
  const kind = kinds[language.toLowerCase()] ?? null;
  if (kind === 'drawing') return code.length < LARGEST_DRAWING && code.includes('</svg>') ? kind : null;
  return code.trim() === '' || code.length > MAX_PREVIEW ? null : kind;
};
