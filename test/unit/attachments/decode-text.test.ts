import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../main/backstage/attachments/decode-text';
import { makePng } from '../../support/make-image';

const CHINESE = '人工智能（AI）正在改变世界。\r\n第二行：中文、标点，“引号”。\n';

describe('a text file is read in the encoding it was written in', () => {
  it('UTF-8 with and without a mark', () => {
    expect(decodeText(Buffer.from(CHINESE))).toBe(CHINESE);
    expect(decodeText(Buffer.from(`\ufeff${CHINESE}`))).toBe(CHINESE);
  });

  it('UTF-16 in both orders, with and without a mark', () => {
    const text = `Plain words, then ${CHINESE}`.repeat(3) + 'and many plain words after it '.repeat(20);
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(decodeText(little)).toBe(text);
    expect(decodeText(big)).toBe(text);
    expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(CHINESE, 'utf16le')]))).toBe(
      CHINESE,
    );
    expect(
      decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(CHINESE, 'utf16le').swap16()])),
    ).toBe(CHINESE);
  });

  it('GB18030', () => {
    const bytes = Buffer.from('c8cbb9a4d6c7c4dca3a84149a3a9', 'hex');
    expect(decodeText(bytes)).toBe('人工智能（AI）');
  });

  it('Western bytes that are neither', () => {
    expect(decodeText(Buffer.from('caf\xe9 \x97 na\xefve, 5 \x80', 'latin1'))).toBe('café — naïve, 5 €');
  });

  it('emoji, combining marks, tabs, form feeds and colours of a terminal, as they stand', () => {
    for (const text of [
      '👩‍👩‍👧 ' + '🇨🇳',
      'e\u0301 \u202eabc',
      'a\tb\f\r\n\v',
      `${'\x1b[31mred\x1b[0m '.repeat(9)}`,
    ])
      expect(decodeText(Buffer.from(text))).toBe(text);
  });
});

describe('what is no text is not read as one', () => {
  it('an image, an archive, a program, zeros', () => {
    expect(decodeText(makePng(40, 40))).toBeNull();
    expect(decodeText(Buffer.from('504b03041400000008000000210000000000000000000000', 'hex'))).toBeNull();
    expect(
      decodeText(Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(500)])),
    ).toBeNull();
    expect(decodeText(Buffer.alloc(1000))).toBeNull();
  });

  it('random bytes', () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3) * 104729) % 251);
    expect(decodeText(bytes)).toBeNull();
  });
});
