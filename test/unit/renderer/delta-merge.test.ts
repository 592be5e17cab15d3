import { describe, expect, it } from 'vitest';
import { hasHole, noText, withBase, withPiece } from '../../../renderer/stores/delta-merge';

describe('merging pieces of a streaming text', () => {
  it('appends pieces in order', () => {
    const growing = withPiece(withPiece(noText, { offset: 0, text: 'Hel' }), { offset: 3, text: 'lo' });
    expect(growing).toMatchObject({ text: { whole: 'Hello' }, waiting: [] });
  });

  it('does not show a piece twice that came twice, as after a reload', () => {
    const once = withPiece(noText, { offset: 0, text: 'Hello' });
    expect(withPiece(once, { offset: 0, text: 'Hello' })).toBe(once);
    expect(withPiece(once, { offset: 3, text: 'lo world' }).text.whole).toBe('Hello world');
  });

  it('never shows text with a hole in it, and fills the hole from what was written down', () => {
    const holed = withPiece(withPiece(noText, { offset: 0, text: 'ab' }), { offset: 5, text: 'fg' });
    expect(holed.text.whole).toBe('ab');
    expect(hasHole(holed)).toBe(true);
    const mended = withBase(holed, 'abcde');
    expect(mended).toMatchObject({ text: { whole: 'abcdefg' }, waiting: [] });
  });

  it('fills a hole by the piece that was late', () => {
    const holed = withPiece(withPiece(noText, { offset: 2, text: 'c' }), { offset: 3, text: 'd' });
    expect(withPiece(holed, { offset: 0, text: 'ab' }).text.whole).toBe('abcd');
  });

  it('never shortens what already came when the written text is behind', () => {
    const growing = withPiece(noText, { offset: 0, text: 'longer than the journal' });
    expect(withBase(growing, 'longer')).toBe(growing);
  });
});
