import { type AppError, Failure } from '../../preload/contract/result';
import type { HistoryState } from '../../preload/contract/snapshot';

/** Why a history in this state cannot be asked anything. */
export const stateError = (state: HistoryState): Failure =>
  state.kind === 'locked' || state.kind === 'keyLost'
    ? new Failure('history.locked', 'the history is not unlocked')
    : state.kind === 'damaged' || state.kind === 'missing'
      ? new Failure('history.damaged', 'the history could not be opened')
      : new Failure('history.unavailable', 'the history is not open yet');

/** True when there was no room to open it for writing. */
export const isDiskFull = ({ code, detail }: AppError): boolean =>
  code === 'history.diskFull' || code === 'history.readOnly' || detail?.reason === 'ENOSPC';

/** What is left when opening failed. A full disk still lets a history be read that was there before. */
export const stateAfter = (error: AppError): HistoryState =>
  isDiskFull(error) ? { kind: 'readOnly', reason: 'diskFull' } : { kind: 'damaged' };
