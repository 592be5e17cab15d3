import { create } from 'zustand';
import type { SalvageReport } from '../../preload/contract/history-snapshots';

interface Keeping {
  readonly trashOpen: boolean;
  /** What the last salvage brought back; null: there was none, or it was read. */
  readonly salvaged: SalvageReport | null;
}

/** What is open of Trash and salvage. */
export const useKeeping = create<Keeping>()(() => ({ trashOpen: false, salvaged: null }));

/** Opens or closes the Trash. */
export const showTrash = (trashOpen: boolean): void => useKeeping.setState({ trashOpen });
