import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventDecoder } from '../../../main/openai/event-decoder';

const decode = (pieces: readonly Uint8Array[]) => {
  const events: unknown[] = [];
  const decoder = new EventDecoder((event) => events.push(event));
  for (const piece of pieces) decoder.take(piece);
  return { events, cut: decoder.end(), sawDone: decoder.sawDone };
};

/** Cuts at these places, whichever of them lie within. */
const cutAt = (bytes: Uint8Array, places: readonly number[]): Uint8Array[] => {
  const bounds = [0, ...places.filter((at) => at < bytes.length).sort((a, b) => a - b), bytes.length];
  return bounds.slice(1).map((end, piece) => bytes.subarray(bounds[piece], end));
};

describe('events out of bytes', () => {
  it('are the same wherever the bytes are cut, and whatever ends the lines', () => {
    const cuts = fc.array(fc.nat(2000), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.constantFrom('\n', '\r\n', '\r'),
        cuts,
        (texts, line, places) => {
          const text = texts.map((content) => `data: ${JSON.stringify({ content })}${line}${line}`).join('');
          const whole = `: a sign of life${line}${line}${text}data: [DONE]${line}${line}`;
          expect(decode(cutAt(new TextEncoder().encode(whole), places))).toEqual({
            events: texts.map((content) => ({ content })),
            cut: false,
            sawDone: true,
          });
        },
      ),
    );
  });

  it('are never made of half an event: a cut anywhere is a cut, or a whole number of events', () => {
    const bytes = new TextEncoder().encode('data: {"content":"你好"}\n\ndata: {"content":"🙂"}\n\n');
    for (let end = 0; end <= bytes.length; end += 1) {
      const { events, cut } = decode([bytes.subarray(0, end)]);
      expect(events).toEqual([{ content: '你好' }, { content: '🙂' }].slice(0, events.length));
      expect(cut && events.length === 2).toBe(false);
    }
  });

  it('of more than 8 million characters are refused, however small their packets', () => {
    const packet = new TextEncoder().encode('x'.repeat(1024 * 1024));
    const decoder = new EventDecoder(() => undefined);
    decoder.take(new TextEncoder().encode('data: "'));
    expect(() => {
      for (let packets = 0; packets < 9; packets += 1) decoder.take(packet);
    }).toThrow('one event is too large');
  });
});
