import { describe, expect, it } from 'vitest';
import {
  isWaiting,
  type LiveContent,
  type LivePiece,
  noContent,
  withLivePiece,
  withWritten,
} from '../../../renderer/stores/live-content';

const call = { at: 0, id: 'a', name: 'f' };
const text = (offset: number, piece: string): LivePiece => ({ channel: 'text', offset, text: piece });
const args = (offset: number, piece: string, at = 0): LivePiece => ({
  channel: 'arguments',
  call: { ...call, at },
  offset,
  text: piece,
});
const take = (pieces: readonly LivePiece[], from: LiveContent = noContent) =>
  pieces.reduce(withLivePiece, from);

describe('an answer that is being written', () => {
  it('keeps text, thoughts and the arguments of each call apart', () => {
    const thought: LivePiece = { channel: 'reasoning', offset: 0, text: 'hm' };
    const content = take([thought, text(0, 'a'), args(0, '{'), args(0, '[', 1), args(1, '}'), text(1, 'b')]);
    expect([content.text.text.whole, content.reasoning.text.whole]).toEqual(['ab', 'hm']);
    expect(content.shownCalls.map((one) => one.arguments)).toEqual(['{}', '[']);
  });

  it('wakes no component of the calls for a token of the text', () => {
    const before = take([args(0, '{'), text(0, 'a')]);
    expect(withLivePiece(before, text(1, 'b')).shownCalls).toBe(before.shownCalls);
  });

  it('adds nothing twice that was read meanwhile, and fills a hole from what was read', () => {
    const written = withWritten(take([args(0, '{"'), args(6, '}')]), [
      { type: 'toolCall', id: 'a', name: 'f', arguments: '{"x":1' },
    ]);
    expect(written.shownCalls[0]?.arguments).toBe('{"x":1}');
    expect(take([args(2, 'x":1}')], written).shownCalls[0]?.arguments).toBe('{"x":1}');
  });

  it.each([
    ['a hole in the arguments', args(3, 'x')],
    ['a call whose one before is unknown', args(0, 'x', 1)],
    ['a hole in the thoughts', { channel: 'reasoning', offset: 4, text: 'x' } as const],
  ])('tells that it must be read again after %s', (_, piece) => {
    expect(isWaiting(take([piece]), piece)).toBe(true);
    expect(isWaiting(take([text(0, 'a')]), text(0, 'a'))).toBe(false);
  });

  it('never shortens what came by what was written down a moment ago', () => {
    const content = withWritten(take([text(0, 'abc'), args(0, '{"x"')]), [
      { type: 'text', text: 'a' },
      { type: 'toolCall', id: 'a', name: 'f', arguments: '{' },
    ]);
    expect([content.text.text.whole, content.shownCalls[0]?.arguments]).toEqual(['abc', '{"x"']);
  });
});
