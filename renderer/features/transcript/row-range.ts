/** The rows from `first` up to but not including `end`. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** Whether all rows of `inner` are in `outer`. */
export const includes = (outer: RowRange, inner: RowRange): boolean =>
  outer.first <= inner.first && inner.end <= outer.end;

/** The rows that are mounted, in runs without a gap: those of the range, and single ones that must stay. */
export const runsOf = (range: RowRange, kept: readonly number[], count: number): readonly RowRange[] => {
  const end = Math.min(range.end, count);
  const single = [...new Set(kept)]
    .filter((at) => at < count && (at < range.first || at >= end))
    .map((at) => ({ first: at, end: at + 1 }));
  const all = [...single, { first: Math.min(range.first, end), end }].sort((a, b) => a.first - b.first);
  const runs: RowRange[] = [];
  for (const run of all) {
    const last = runs.at(-1);
    if (last?.end === run.first) runs[runs.length - 1] = { first: last.first, end: run.end };
    else if (run.end > run.first) runs.push(run);
  }
  return runs;
};
