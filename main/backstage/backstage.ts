import { Failure, toAppError } from '../../preload/contract/result';
import type { Clock, Handlers } from './handler-types';
import { makeHandlers } from './handlers';
import type { OpCall, OpInput, OpName, OpOutput, OpReply } from './protocol';
import { Session } from './session';
import type { RunJob } from './snapshots/database-job';

/** The whole of backstage, whatever it talks through. */
export interface Backstage {
  /** Carries a call out. Never rejects: every error is in the reply. */
  handle(call: OpCall): Promise<OpReply>;
}

const run = <N extends OpName>(
  handlers: Handlers,
  op: N,
  input: OpInput<N>,
): OpOutput<N> | Promise<OpOutput<N>> => handlers[op](input);

/** Makes a backstage without a history; `history.open` brings one. Tests hand in a clock, and do long work in this thread. */
export const createBackstage = (clock: Clock = Date.now, runJob?: RunJob): Backstage => {
  const session = new Session(clock, runJob);
  const handlers = makeHandlers(session, clock);
  return {
    handle: async ({ id, op, input }) => {
      try {
        if (!Object.hasOwn(handlers, op)) throw new Failure('request.unknownRoute', 'No such operation');
        // Main is ours as well: its calls are typed by the protocol, not parsed.
        return { id, result: { ok: true, value: await run(handlers, op, input as OpInput<typeof op>) } };
      } catch (thrown) {
        return { id, result: { ok: false, error: toAppError(thrown) } };
      } finally {
        session.nudgeMirror();
      }
    },
  };
};
