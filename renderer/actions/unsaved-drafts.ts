import { type ErrorCode, toAppError } from '../../preload/contract/result';
import { tellError } from '../stores/notices-store';

type Save = () => Promise<unknown>;

/** What is typed in a place, by a name for the place, and how it is saved: the newest way stands. */
const unsaved = new Map<string, Save>();

/** The history takes nothing now, which the banner says: one notice more for every pause in typing would help nobody. */
const PASSING = new Set<ErrorCode>(['history.diskFull', 'history.readOnly', 'history.unavailable']);

/**
 * Saves what is typed in a place. Where the history takes nothing now, it is saved when it does again. Never rejects.
 * @param save reads what is typed when it is called: by then there may be more.
 */
export const saveTyped = async (place: string, save: Save): Promise<void> => {
  try {
    await save();
    unsaved.delete(place);
  } catch (thrown) {
    if (PASSING.has(toAppError(thrown).code)) unsaved.set(place, save);
    else tellError(thrown);
  }
};

/** The history takes what is written again. */
export const saveUnsavedDrafts = (): void => {
  for (const [place, save] of [...unsaved]) void saveTyped(place, save);
};
