import { existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { pdfText } from '../../../main/backstage/attachments/pdf-text';
import { Failure } from '../../../preload/contract/result';
import { makePdf, type PdfLine } from '../../support/make-pdf';
import { bundleForNode } from '../backstage/bundle';

let url: URL;
beforeAll(async () => {
  const program = await bundleForNode('main/backstage/attachments/pdf-worker.ts');
  const maps = path.join(path.dirname(program), 'cmaps');
  if (!existsSync(maps)) symlinkSync(path.resolve('node_modules/pdfjs-dist/cmaps'), maps);
  url = pathToFileURL(program);
}, 60_000);

const read = (pdf: Uint8Array, maxLength = 1_000_000, maxMs = 30_000) =>
  pdfText(new Uint8Array(pdf), maxLength, { url, maxMs });

const reasonOf = async (reading: Promise<string>): Promise<unknown> => {
  const thrown: unknown = await reading.then(
    (text) => text,
    (reason: unknown) => reason,
  );
  return thrown instanceof Failure ? thrown.detail?.reason : thrown;
};

const line = (text: string): readonly PdfLine[] => [{ text }];

describe('the text of a PDF', () => {
  it('page by page, an empty line between them', async () => {
    const pdf = makePdf([[{ text: 'One (1)' }, { text: 'Two \\ 2' }], line('Next page')]);
    expect(await read(pdf)).toBe('One (1)\nTwo \\ 2\n\nNext page');
  });

  it('in Chinese whose font is not embedded: only the character maps tell what it says', async () => {
    const text = '人工智能正在改变世界。';
    expect(await read(makePdf([[{ text, chinese: true }]]))).toBe(text);
  });

  it('of a file with something before its mark', async () => {
    const pdf = Buffer.concat([Buffer.from('\ufeff\r\n'), makePdf([line('Shifted')])]);
    expect(await read(pdf)).toBe('Shifted');
  });
});

describe('a PDF that gives no text is refused with the reason', () => {
  it('no PDF, a cut one, an empty one', async () => {
    expect(await reasonOf(read(Buffer.from('%PDF-1.7 and nothing more')))).toBe('notPdf');
    expect(await reasonOf(read(makePdf([line('Cut')]).subarray(0, 90)))).toBe('notPdf');
    expect(await reasonOf(read(Buffer.alloc(0)))).toBe('notPdf');
  });

  it('one that a password locks', async () => {
    expect(await reasonOf(read(makePdf([line('Secret')], { encrypted: true })))).toBe('pdfEncrypted');
  });

  it('one of pictures only', async () => {
    expect(await reasonOf(read(makePdf([[]])))).toBe('pdfNoText');
  });

  it('one with more text than a message may hold', async () => {
    expect(await reasonOf(read(makePdf([line('a'.repeat(60)), line('a'.repeat(60))]), 100))).toBe(
      'textTooLong',
    );
  });

  it('one that takes too long: its thread is ended, and the next PDF is read', async () => {
    const long = makePdf(Array.from({ length: 400 }, () => line('Page')));
    expect(await reasonOf(read(long, 1_000_000, 1))).toBe('pdfTooSlow');
    expect(await read(makePdf([line('After')]))).toBe('After');
  });
});
