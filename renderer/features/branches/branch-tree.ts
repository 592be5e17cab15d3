import type { Branch } from '../../../preload/contract/branches';

/** A branch as a row of the map. */
export interface BranchRow {
  readonly branch: Branch;
  /** Its place among all branches. */
  readonly place: number;
  /** 1 at the root. */
  readonly level: number;
  /** Among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblingCount: number;
  readonly hasChildren: boolean;
}

/** All branches with their place in the tree, in the order they are shown in. */
export const rowsOf = (branches: readonly Branch[]): readonly BranchRow[] => {
  const counts = new Map<number | null, number>();
  for (const { parent } of branches) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  const seen = new Map<number | null, number>();
  const levels: number[] = [];
  return branches.map((branch, place) => {
    const { parent } = branch;
    const level = parent === null ? 1 : (levels[parent] ?? 0) + 1;
    levels.push(level);
    const position = (seen.get(parent) ?? 0) + 1;
    seen.set(parent, position);
    const siblingCount = counts.get(parent) ?? 1;
    return { branch, place, level, position, siblingCount, hasChildren: (counts.get(place) ?? 0) > 0 };
  });
};

/** The rows that are shown: none below a branch that is closed. */
export const openRows = (rows: readonly BranchRow[], closed: ReadonlySet<number>): readonly BranchRow[] => {
  const hidden = new Set<number>();
  return rows.filter(({ branch: { parent }, place }) => {
    const isHidden = parent !== null && (hidden.has(parent) || closed.has(parent));
    if (isHidden) hidden.add(place);
    return !isHidden;
  });
};

/** Where a key goes from the row at `at`; null: nowhere. `open` and `close` change the row itself. */
export const stepOf = (
  rows: readonly BranchRow[],
  at: number,
  closed: ReadonlySet<number>,
  key: string,
): number | 'open' | 'close' | null => {
  const row = rows[at];
  if (row === undefined) return null;
  const isOpen = row.hasChildren && !closed.has(row.place);
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, rows.length - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    case 'ArrowRight':
      if (isOpen) return at + 1;
      return row.hasChildren ? 'open' : null;
    case 'ArrowLeft': {
      if (isOpen) return 'close';
      const parent = rows.findIndex(({ place }) => place === row.branch.parent);
      return parent < 0 ? null : parent;
    }
    default:
      return null;
  }
};
