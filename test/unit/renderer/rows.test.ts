import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowHeights } from '../../../renderer/features/transcript/row-heights';
import { runsOf } from '../../../renderer/features/transcript/row-range';

describe('heights of rows', () => {
  it('finds the row at every distance, whatever is measured and whatever is guessed', () => {
    const rows = fc.array(fc.option(fc.integer({ min: 1, max: 900 })), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(rows, (measured) => {
        const heights = new RowHeights();
        heights.setCount(measured.length);
        for (const [at, height] of measured.entries()) if (height !== null) heights.measure(at, height);
        heights.settleGuess();
        for (const at of measured.keys()) {
          expect(heights.rowAt(heights.top(at) + 0.25)).toBe(at);
          expect(heights.rowAt(heights.top(at + 1) - 0.25)).toBe(at);
        }
        expect(heights.rowAt(-50)).toBe(0);
        expect(heights.rowAt(heights.top(measured.length) + 50)).toBe(measured.length - 1);
      }),
    );
  });

  it('adds up as one would by hand, also when rows are measured again, come and go', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ count: fc.integer({ min: 0, max: 40 }) }),
        fc.record({ at: fc.integer({ min: 0, max: 45 }), height: fc.integer({ min: 0, max: 900 }) }),
        fc.constant('settle' as const),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        const heights = new RowHeights();
        let count = 0;
        for (const step of all) {
          if (step === 'settle') heights.settleGuess();
          else if ('count' in step) heights.setCount(step.count);
          else heights.measure(step.at, step.height);
          if (step !== 'settle' && 'count' in step) count = step.count;
          let top = 0;
          for (let at = 0; at < count; at += 1) {
            expect(heights.top(at)).toBeCloseTo(top, 6);
            top += heights.at(at);
          }
          expect(heights.top(count)).toBeCloseTo(top, 6);
        }
      }),
    );
  });

  it('guesses once, so that the scroll bar does not breathe while one scrolls', () => {
    const heights = new RowHeights();
    heights.setCount(1000);
    for (let at = 0; at < 6; at += 1) heights.measure(at, 100);
    heights.settleGuess();
    for (let at = 6; at < 12; at += 1) heights.measure(at, 700);
    heights.settleGuess();
    expect([heights.at(500), heights.at(8)]).toEqual([100, 700]);
  });

  it('keeps a chat of a million messages within what a browser can lay out', () => {
    const heights = new RowHeights();
    heights.setCount(1_000_000);
    expect(heights.top(1_000_000)).toBeLessThan(33_000_000);
  });
});

describe('rows that are mounted', () => {
  it('are runs in order, without a row twice, with those that must stay', () => {
    expect(runsOf({ first: 10, end: 14 }, [2, 14, 12, 9, 2, 40], 30)).toEqual([
      { first: 2, end: 3 },
      { first: 9, end: 15 },
    ]);
    expect(runsOf({ first: 0, end: 6 }, [], 3)).toEqual([{ first: 0, end: 3 }]);
    expect(runsOf({ first: 0, end: 0 }, [5], 0)).toEqual([]);
  });
});
