import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRows, rowAt, rowTop } from '../../../renderer/features/conversations/list-rows';
import { includes } from '../../../renderer/features/transcript/row-range';

const sizes = { row: 35, heading: 33 };

const anyRows = fc
  .integer({ min: 1, max: 6000 })
  .chain((count) =>
    fc
      .uniqueArray(fc.integer({ min: 0, max: count - 1 }), { maxLength: 6 })
      .map((headed) => ({ count, sizes, headed: headed.toSorted((a, b) => a - b) })),
  );

describe('rows of a list of chats', () => {
  it('are found at every distance where they stand, names of groups counted, as by adding them all up', () => {
    fc.assert(
      fc.property(anyRows, fc.double({ min: -500, max: 220_000, noNaN: true }), (rows, distance) => {
        const tops = Array.from({ length: rows.count }, (_, at) => rowTop(rows, at));
        const naive: number[] = [];
        let top = 0;
        for (let at = 0; at < rows.count; at += 1) {
          naive.push(top);
          top += sizes.row + (rows.headed.includes(at) ? sizes.heading : 0);
        }
        expect(tops).toEqual(naive);
        expect(rowAt(rows, distance)).toBe(
          Math.max(
            0,
            naive.findLastIndex((begins) => begins <= distance),
          ),
        );
      }),
    );
  });

  it('are mounted wherever they are in view, and few of them, however one scrolls', () => {
    const height = 700;
    fc.assert(
      fc.property(anyRows, fc.array(fc.integer({ min: -2000, max: 220_000 })), (rows, tops) => {
        let mounted = { first: 0, end: 0 };
        for (const top of tops) {
          mounted = nextRows(rows, { top, height }, mounted);
          const bottom = rowTop(rows, rows.count);
          const seen =
            top + height <= 0 || top >= bottom
              ? { first: 0, end: 0 }
              : { first: rowAt(rows, top), end: rowAt(rows, Math.min(top + height, bottom) - 1) + 1 };
          if (seen.end > 0) expect(includes(mounted, seen)).toBe(true);
          expect(mounted.end - mounted.first).toBeLessThan(130);
          expect(mounted.end).toBeLessThanOrEqual(rows.count);
        }
      }),
    );
  });

  it('stay as they are mounted while a few are scrolled: no row is made anew for every line of a wheel', () => {
    const rows = { count: 5000, headed: [], sizes };
    const mounted = nextRows(rows, { top: 10_000, height: 700 }, { first: 0, end: 0 });
    expect(nextRows(rows, { top: 10_300, height: 700 }, mounted)).toBe(mounted);
    expect(nextRows(rows, { top: 11_400, height: 700 }, mounted)).not.toBe(mounted);
  });

  it('are all there where they are no more than a page of them: what reads the page finds every chat', () => {
    const rows = { count: 50, headed: [], sizes };
    expect(nextRows(rows, { top: 0, height: 600 }, { first: 0, end: 0 })).toEqual({ first: 0, end: 50 });
  });

  it('are let go where the list is out of view, as a folder above the screen is', () => {
    const rows = { count: 30, headed: [], sizes };
    expect(nextRows(rows, { top: 4000, height: 700 }, { first: 0, end: 30 })).toEqual({ first: 0, end: 0 });
    expect(nextRows(rows, { top: -4000, height: 700 }, { first: 0, end: 30 })).toEqual({ first: 0, end: 0 });
  });
});
