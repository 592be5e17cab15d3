import { toAppError } from '../../preload/contract/result';
import { createBackstage } from './backstage';
import type { OpCall, OpReply } from './protocol';
import { jobInThread } from './snapshots/job-thread';

/** Electron's `process.parentPort` in a utility process, as far as it is used. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: OpCall }) => void): void;
  postMessage(reply: OpReply): void;
}

const { parentPort } = process as typeof process & { readonly parentPort: ParentPort };
const backstage = createBackstage(Date.now, jobInThread);
const pending = new Set<OpCall['id']>();

const answer = async (call: OpCall): Promise<void> => {
  pending.add(call.id);
  const reply = await backstage.handle(call);
  if (pending.delete(call.id)) parentPort.postMessage(reply);
};

/** What is thrown outside a call leaves an unknown state: answer what is waiting, then let main start a new process. */
const giveUp = (thrown: unknown): void => {
  for (const id of pending) parentPort.postMessage({ id, result: { ok: false, error: toAppError(thrown) } });
  pending.clear();
  // The replies leave with the next turn of the event loop.
  setImmediate(() => process.exit(1));
};

process.on('uncaughtException', giveUp);
process.on('unhandledRejection', giveUp);
parentPort.on('message', ({ data }) => void answer(data));
