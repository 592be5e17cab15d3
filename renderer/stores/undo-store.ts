import { create } from 'zustand';
import { dismissWhere } from './notices-store';

/** Something that was done and can be taken back, and then done again. */
export interface Act {
  readonly undo: () => Promise<void>;
  /** Absent: it cannot be done again. */
  readonly redo?: () => Promise<void>;
}

interface Noted extends Act {
  /** What the button of its notice calls. */
  readonly takeBack: () => void;
}

interface Undo {
  readonly done: readonly Noted[];
  readonly undone: readonly Noted[];
}

const MAX_ACTS = 100;

/** What was done in this run, oldest first, and what of it was taken back. */
const useUndo = create<Undo>()(() => ({ done: [], undone: [] }));

const takeBack = async (act: Noted): Promise<void> => {
  useUndo.setState(({ done, undone }) => ({
    done: done.filter((other) => other !== act),
    undone: act.redo === undefined ? undone : [...undone, act],
  }));
  dismissWhere((notice) => 'undo' in notice && notice.undo === act.takeBack);
  await act.undo();
};

/** Notes what was done; what was taken back before cannot be done again then. Answers with what takes this back. */
export const noteAct = (act: Act): (() => void) => {
  const noted: Noted = {
    ...act,
    takeBack: () => {
      if (useUndo.getState().done.includes(noted)) void takeBack(noted);
    },
  };
  useUndo.setState(({ done }) => ({ done: [...done, noted].slice(-MAX_ACTS), undone: [] }));
  return noted.takeBack;
};

/** Takes back what was done last. */
export const undoLast = (): void => {
  const act = useUndo.getState().done.at(-1);
  if (act !== undefined) void takeBack(act);
};

/** Does again what was taken back last. */
export const redoLast = (): void => {
  const act = useUndo.getState().undone.at(-1);
  if (act?.redo === undefined) return;
  useUndo.setState(({ done, undone }) => ({
    done: [...done, act],
    undone: undone.filter((other) => other !== act),
  }));
  void act.redo();
};
