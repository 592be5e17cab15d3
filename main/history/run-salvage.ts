import type { SalvageReport } from '../../preload/contract/history-snapshots';
import type { HistoryPlace } from '../backstage/protocol-keeping';
import type { BackstageProcess } from './backstage-process';

/** How often is asked how far it is. */
const POLL_MS = 200;

/** Salvages a damaged history; `tell` hears how far it is, from 0 to 1, until it ends. Null: it was stopped. */
export const runSalvage = async (
  process: BackstageProcess,
  place: HistoryPlace,
  tell: (done: number) => void,
): Promise<SalvageReport | null> => {
  let ended = false;
  const ask = async (): Promise<void> => {
    const done = await process.call('history.salvageProgress', null);
    if (!ended) tell(done);
  };
  tell(0);
  // A process that died answers the salvage itself with an error.
  const timer = setInterval(() => void ask().catch(() => undefined), POLL_MS);
  try {
    return await process.call('history.salvage', place);
  } finally {
    ended = true;
    clearInterval(timer);
  }
};
