import { describe, expect, it } from 'vitest';
import type { Branch } from '../../../preload/contract/branches';
import { openRows, rowsOf, stepOf } from '../../../renderer/features/branches/branch-tree';

const branch = (id: string, parent: number | null): Branch => ({
  id,
  endId: id,
  parent,
  role: 'user',
  messageCount: 1,
  endedAt: 0,
  isOnPath: false,
});

/** a (b (c d) e) */
const rows = rowsOf([branch('a', null), branch('b', 0), branch('c', 1), branch('d', 1), branch('e', 0)]);
const ids = (closed: readonly number[]) => openRows(rows, new Set(closed)).map((row) => row.branch.id);

describe('the map of branches', () => {
  it('tells level and place among siblings, as screen readers read them out', () => {
    expect(rows.map(({ level, position, siblingCount }) => [level, position, siblingCount])).toEqual([
      [1, 1, 1],
      [2, 1, 2],
      [3, 1, 2],
      [3, 2, 2],
      [2, 2, 2],
    ]);
  });

  it('hides all that is below a closed branch, however deep', () => {
    expect(ids([1])).toEqual(['a', 'b', 'e']);
    expect(ids([0])).toEqual(['a']);
    expect(ids([])).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('goes by arrow keys as a tree does', () => {
    const none = new Set<number>();
    expect(stepOf(rows, 4, none, 'ArrowDown')).toBe(4);
    expect(stepOf(rows, 0, none, 'ArrowUp')).toBe(0);
    expect(stepOf(rows, 1, none, 'ArrowLeft')).toBe('close');
    expect(stepOf(rows, 4, none, 'ArrowLeft')).toBe(0);
    expect(stepOf(rows, 0, none, 'ArrowLeft')).toBe('close');
    expect(stepOf(rows, 1, none, 'ArrowRight')).toBe(2);
    expect(stepOf(rows, 1, new Set([1]), 'ArrowRight')).toBe('open');
    expect(stepOf(rows, 4, none, 'ArrowRight')).toBeNull();
    expect([stepOf(rows, 2, none, 'Home'), stepOf(rows, 2, none, 'End')]).toEqual([0, 4]);
  });

  it('places thousands of branches, also when each hangs from the one before', () => {
    const deep = rowsOf(Array.from({ length: 10_000 }, (_, at) => branch(`${at}`, at === 0 ? null : at - 1)));
    expect(deep.at(-1)?.level).toBe(10_000);
    expect(openRows(deep, new Set([0]))).toHaveLength(1);
  });
});
