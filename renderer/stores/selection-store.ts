import { create } from 'zustand';

interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a stretch begins that is selected with Shift. */
  readonly anchor: string | null;
}

/** Chats that are selected to be changed together. */
export const useSelection = create<Selection>()(() => ({ ids: new Set(), anchor: null }));

/** Selects nothing any more. */
export const clearSelection = (): void => {
  if (useSelection.getState().ids.size > 0) useSelection.setState({ ids: new Set(), anchor: null });
};

/** Selects a chat, or no longer. */
export const toggleSelected = (id: string): void =>
  useSelection.setState(({ ids }) => {
    const next = new Set(ids);
    if (!next.delete(id)) next.add(id);
    return { ids: next, anchor: id };
  });

/** Selects exactly these. */
export const selectAll = (ids: readonly string[]): void =>
  useSelection.setState({ ids: new Set(ids), anchor: ids[0] ?? null });

/** Selects from the anchor (or `from`, where there is none, else that chat alone) to a chat, in the order they are shown. */
export const selectTo = (id: string, shown: readonly string[], from: string): void =>
  useSelection.setState(({ anchor }) => {
    const start = [anchor, from].find((each) => each !== null && shown.includes(each)) ?? id;
    const [a, b] = [shown.indexOf(start), shown.indexOf(id)];
    return { anchor: start, ids: new Set(shown.slice(Math.min(a, b), Math.max(a, b) + 1)) };
  });
