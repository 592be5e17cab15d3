import type { HistorySnapshot, SalvageReport, SnapshotFacts } from '../../preload/contract/history-snapshots';
import { Failure } from '../../preload/contract/result';
import type { HistoryState } from '../../preload/contract/snapshot';
import type { HistoryPlace } from '../backstage/protocol-keeping';
import type { BackstageProcess } from './backstage-process';
import { runSalvage } from './run-salvage';

/** What the files are reached through. */
export interface HistoryFilesDeps {
  readonly process: BackstageProcess;
  readonly state: () => HistoryState;
  /** Errors: `history.locked` while there is no key. */
  readonly place: () => HistoryPlace;
  /** Does what puts another file in the history's place. Errors: `chat.busy`. */
  readonly replace: <T>(work: () => Promise<T>) => Promise<T>;
  readonly setState: (state: HistoryState) => void;
}

/** What is done with a history's files as a whole, also while it is damaged or missing. */
export class HistoryFiles {
  readonly #deps: HistoryFilesDeps;

  constructor(deps: HistoryFilesDeps) {
    this.#deps = deps;
  }

  /** All snapshots, newest first. Errors: `history.locked`. */
  snapshots(): Promise<readonly HistorySnapshot[]> {
    const { process, place } = this.#deps;
    return process.call('snapshot.list', place());
  }

  /** How much is in a snapshot. Errors: `history.locked`, `history.damaged`. */
  snapshotFacts(name: string): Promise<SnapshotFacts> {
    const { process, place } = this.#deps;
    return process.call('snapshot.facts', { ...place(), name });
  }

  /**
   * Puts a snapshot in the place of the history. Errors, with nothing changed: `chat.busy` (a reply streams),
   * `history.damaged` (the snapshot cannot be read), `history.diskFull`.
   */
  async restoreAll(name: string): Promise<void> {
    const { process, state, place, replace } = this.#deps;
    const now = state();
    const isSound = now.kind === 'open' && now.isDamaged !== true;
    await replace(() => process.call('snapshot.restoreAll', { ...place(), name, isSound }));
  }

  /**
   * Takes out of a damaged history what can be read and goes on with that; the damaged file is renamed. Errors, with nothing
   * changed: `chat.busy`, `history.damaged` (nothing of it can be read), `history.diskFull`. Null: it was stopped.
   */
  salvage(): Promise<SalvageReport | null> {
    const { process, state, place, replace, setState } = this.#deps;
    const now = state();
    const isDamaged = now.kind === 'damaged' || (now.kind === 'open' && now.isDamaged);
    if (isDamaged !== true) throw new Failure('request.forbidden', 'the history is sound');
    return replace(() => runSalvage(process, place(), (done) => setState({ kind: 'salvaging', done })));
  }

  /** Stops a salvage: it then answers null. */
  stopSalvage(): Promise<null> {
    return this.#deps.process.call('history.stopSalvage', null);
  }
}
