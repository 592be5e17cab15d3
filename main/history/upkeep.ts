import { setTimeout as pause } from 'node:timers/promises';
import { toAppError } from '../../preload/contract/result';
import { DAY_MS } from '../../preload/contract/trash';
import { log } from '../app/log';
import type { OpInput, OpName, OpOutput } from '../backstage/protocol';
import type { JsonStore } from '../storage/json-store';
import type { HistoryMemory } from './history-memory';

/** By then whatever the start has to do is done. */
const QUIET_AFTER_MS = 10_000;
/** For an app that runs for weeks. */
const AGAIN_AFTER_MS = 60 * 60 * 1000;
/** A little less than a day: who starts the app each morning has one of each day. */
const DAILY_MS = DAY_MS - 4 * 60 * 60 * 1000;

/** What upkeep works on. */
export interface UpkeepDeps {
  readonly call: <N extends OpName>(op: N, input: OpInput<N>) => Promise<OpOutput<N>>;
  readonly place: () => OpInput<'snapshot.list'>;
  readonly memory: JsonStore<HistoryMemory>;
  /** Days that chats stay in the Trash; 0: for ever. */
  readonly trashDays: () => number;
}

/** What is done beside the daily work once a history is open: empties the Trash of old chats, reads all, makes a snapshot. */
export class Upkeep {
  readonly #deps: UpkeepDeps;
  #ended = new AbortController();

  constructor(deps: UpkeepDeps) {
    this.#deps = deps;
  }

  /** Begins anew, for a history that was just opened for writing. */
  start(): void {
    this.stop();
    this.#ended = new AbortController();
    void this.#run(this.#ended.signal);
  }

  /** Ends after what is being done. */
  stop(): void {
    this.#ended.abort();
  }

  async #run(ended: AbortSignal): Promise<void> {
    for (let wait = QUIET_AFTER_MS; !ended.aborted; wait = AGAIN_AFTER_MS) {
      // Only waiting throws: it was told to end.
      await pause(wait, undefined, { signal: ended, ref: false }).catch(() => undefined);
      if (ended.aborted) return;
      await this.#once().catch((thrown: unknown) => log('upkeep.failed', { code: toAppError(thrown).code }));
    }
  }

  async #once(): Promise<void> {
    const { call, trashDays } = this.#deps;
    const days = trashDays();
    if (days > 0) await call('trash.expire', { before: Date.now() - days * DAY_MS });
    if (await this.#isSound()) await this.#snapshot();
  }

  async #isSound(): Promise<boolean> {
    const { call, memory } = this.#deps;
    if (Date.now() - memory.value.checkedAt < DAILY_MS) return true;
    const { damaged } = await call('history.check', null);
    log('history.checked', { damaged });
    if (!damaged) await memory.write({ ...memory.value, checkedAt: Date.now() });
    return !damaged;
  }

  async #snapshot(): Promise<void> {
    const { call, place } = this.#deps;
    const [newest] = await call('snapshot.list', place());
    if (newest !== undefined && Date.now() - newest.madeAt < DAILY_MS) return;
    await call('snapshot.make', { reason: 'daily' });
  }
}
