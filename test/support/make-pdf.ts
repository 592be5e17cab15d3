/** How a line is written: in Latin-1 with an embedded-width font, or in Chinese with a font that the reader must know. */
export interface PdfLine {
  readonly text: string;
  readonly chinese?: boolean;
}

const latin = (text: string): string => `(${text.replace(/[\\()]/g, '\\$&')})`;

const ucs2 = (text: string): string => {
  const bytes = Buffer.from(text, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
};

const pageContent = (lines: readonly PdfLine[]): string => {
  const shown = lines.map(({ text, chinese }) =>
    chinese ? `/F2 12 Tf ${ucs2(text)} Tj T*` : `/F1 12 Tf ${latin(text)} Tj T*`,
  );
  return `BT 14 TL 50 700 Td ${shown.join(' ')} ET`;
};

const FONTS = `<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
  /F2 << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [
    << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light
      /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>
      /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]
        /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >> ] >> >>`;

const numbered = (bodies: readonly string[]): string =>
  bodies.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`).join('');

/**
 * A PDF with these lines on its pages. It has no table of objects: readers find them, as they do in damaged files.
 * @param encrypted true: it says that it is locked by a password that nobody knows.
 */
export const makePdf = (
  pages: readonly (readonly PdfLine[])[],
  { encrypted = false }: { readonly encrypted?: boolean } = {},
): Buffer => {
  const contents = pages.map((lines) => pageContent(lines));
  const pageIds = pages.map((_, index) => 3 + 2 * index);
  const kids = pageIds.map((id) => `${id} 0 R`).join(' ');
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font ${FONTS} >> /Contents ${4 + 2 * index} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  const locked = `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]
    /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >>`;
  const trailer = `trailer\n<< /Root 1 0 R /Size ${bodies.length + 1} ${encrypted ? locked : ''} >>\n`;
  return Buffer.from(`%PDF-1.4\n${numbered(bodies)}${trailer}startxref\n0\n%%EOF\n`, 'latin1');
};
