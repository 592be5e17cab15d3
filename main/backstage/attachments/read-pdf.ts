import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';

/** A PDF to be read. */
export interface PdfJob {
  readonly bytes: Uint8Array;
  /** Folder of the maps from the characters of fonts that are not embedded. */
  readonly cMapFolder: string;
  /** Longest text that is wanted, in UTF-16 code units. */
  readonly maxLength: number;
}

/** What came of it. */
export type PdfAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: 'notPdf' | 'pdfEncrypted' | 'textTooLong' };

/** What pdf.js fetches: of maps, fonts and programs only the maps, since nothing is drawn. */
const fetchingFrom = (folder: string) =>
  class {
    async fetch({
      kind,
      filename,
    }: {
      readonly kind: string;
      readonly filename: string;
    }): Promise<Uint8Array> {
      if (kind !== 'cMapUrl') throw new Error('Only text is read');
      return new Uint8Array(await readFile(path.join(folder, path.basename(filename))));
    }
  };

/** pdf.js makes these at its start, for drawing. */
const stubDrawing = (): void => {
  const target = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) target[name] ??= class {};
};

/** pdf.js with its worker's half in this thread: this thread is its own worker already. */
const loadPdfJs = async () => {
  stubDrawing();
  const target = globalThis as Record<string, unknown>;
  target.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  return import('pdfjs-dist/legacy/build/pdf.min.mjs');
};

const isText = (item: object): item is TextItem => 'str' in item;

const lineOf = ({ str, hasEOL }: TextItem): string => (hasEOL ? `${str}\n` : str);

/**
 * The text of all pages, an empty line between them, in the order in which the PDF writes it. Throws what pdf.js throws at
 * broken bytes.
 */
export const readPdf = async ({ bytes, cMapFolder, maxLength }: PdfJob): Promise<PdfAnswer> => {
  const { getDocument, VerbosityLevel } = await loadPdfJs();
  const loading = getDocument({
    data: bytes,
    cMapUrl: './',
    cMapPacked: true,
    BinaryDataFactory: fetchingFrom(cMapFolder),
    useWorkerFetch: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await loading.promise;
    const pages: string[] = [];
    let length = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.filter(isText).map(lineOf).join('').trim();
      page.cleanup();
      length += text.length + 2;
      if (length > maxLength) return { kind: 'refused', reason: 'textTooLong' };
      pages.push(text);
    }
    return { kind: 'text', text: pages.join('\n\n').trim() };
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'PasswordException')
      return { kind: 'refused', reason: 'pdfEncrypted' };
    throw thrown;
  } finally {
    await loading.destroy();
  }
};
