import { Failure } from '../../../preload/contract/result';
import type { HistoryPlace } from '../protocol-keeping';
import type { RunJob } from './database-job';

/** Reads all of a copy of a history. Errors: `history.damaged` unless all of it can be read. */
export const assertSound = async (runJob: RunJob, copy: HistoryPlace): Promise<void> => {
  const answer = await runJob({ kind: 'check', ...copy });
  if (!answer.ok) throw new Failure(answer.error.code, answer.error.message);
  if (answer.value.damaged) throw new Failure('history.damaged', 'The copy cannot be read whole');
};
