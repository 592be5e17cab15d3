import { setTimeout as pause } from 'node:timers/promises';
import type {
  NewVersion,
  UpdateProblem,
  UpdateState,
  UpdateStep,
  UpdateWay,
} from '../../preload/contract/updates';
import { downloadProblem } from './update-failure';

/** What asks, downloads and checks. */
export interface UpdateSource {
  /** The newer version, or null when there is none for this copy (a rollout may not have reached it). Rejects unanswered. */
  readonly check: (beta: boolean) => Promise<NewVersion | null>;
  /** Downloads what `check` found. Rejects, with nothing kept, when it is not what was announced. */
  readonly download: (onPercent: (percent: number) => void) => Promise<void>;
}

/** What updates need of the rest of the app. */
export interface UpdatesDeps {
  readonly way: UpdateWay;
  readonly page: string;
  /** Made when it is first needed: reading its code costs more than the start may. */
  readonly openSource: () => Promise<UpdateSource>;
  readonly isQuietCheckOn: () => boolean;
  readonly takesBeta: () => boolean;
  /** Keeps the history as it is now. Rejects when it could not. */
  readonly makeSnapshot: () => Promise<void>;
  /** Puts what was downloaded in the place of what runs, and starts it once this process ends. Rejects with nothing changed. */
  readonly install: (version: string) => Promise<void>;
  readonly onChange: (state: UpdateState) => void;
  readonly log: (event: string, facts?: Readonly<Record<string, string>>) => void;
}

/** By then whatever the start has to do is done. */
const FIRST_CHECK_MS = 30_000;
/** For an app that runs for weeks. */
const CHECK_AGAIN_MS = 12 * 60 * 60 * 1000;

/** Knows whether there is a newer version and brings it in, one step at a time, each when the person wants it. */
export class Updates {
  readonly #deps: UpdatesDeps;
  readonly #ended = new AbortController();
  #step: UpdateStep = { kind: 'none', checkedAt: null };
  #problem: UpdateProblem | null = null;

  constructor(deps: UpdatesDeps) {
    this.#deps = deps;
  }

  get state(): UpdateState {
    const { way, page } = this.#deps;
    return { way, page, step: this.#step, problem: this.#problem };
  }

  /** Asks now and then, without a word unless there is something, for as long as the app runs. */
  async follow(): Promise<void> {
    if (this.#deps.way === 'never') return;
    const { signal } = this.#ended;
    for (let wait = FIRST_CHECK_MS; !signal.aborted; wait = CHECK_AGAIN_MS) {
      // Only waiting throws: it was told to end.
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted && this.#deps.isQuietCheckOn()) await this.check({ quiet: true });
    }
  }

  stop(): void {
    this.#ended.abort();
  }

  /** Asks whether there is a newer version. A quiet check that nobody answers leaves no trace. */
  async check({ quiet }: { readonly quiet: boolean }): Promise<UpdateState> {
    const before = this.#step;
    if (this.#deps.way === 'never' || (before.kind !== 'none' && before.kind !== 'found')) return this.state;
    this.#go({ kind: 'checking' });
    try {
      const source = await this.#deps.openSource();
      const found = await source.check(this.#deps.takesBeta());
      this.#go(found === null ? { kind: 'none', checkedAt: Date.now() } : { kind: 'found', found });
    } catch (thrown) {
      this.#fail(before, quiet ? null : downloadProblem(thrown), thrown);
    }
    return this.state;
  }

  /** Downloads what was found. */
  async download(): Promise<UpdateState> {
    const before = this.#step;
    if (before.kind !== 'found' || this.#deps.way === 'byHand') return this.state;
    const { found } = before;
    this.#go({ kind: 'downloading', found, percent: 0 });
    try {
      const source = await this.#deps.openSource();
      await source.download((percent) => this.#progress(found, percent));
      this.#go({ kind: 'ready', found });
    } catch (thrown) {
      this.#fail(before, downloadProblem(thrown), thrown);
    }
    return this.state;
  }

  /** Installs what was downloaded; the app then ends and starts anew. */
  async install(): Promise<UpdateState> {
    const before = this.#step;
    if (before.kind !== 'ready') return this.state;
    this.#go({ kind: 'installing', found: before.found });
    try {
      await this.#deps.makeSnapshot();
    } catch (thrown) {
      this.#fail(before, 'noSnapshot', thrown);
      return this.state;
    }
    await this.#deps
      .install(before.found.version)
      .catch((thrown: unknown) => this.#fail(before, 'notInstalled', thrown));
    return this.state;
  }

  #progress(found: NewVersion, percent: number): void {
    const whole = Math.floor(percent);
    if (this.#step.kind === 'downloading' && this.#step.percent !== whole)
      this.#go({ kind: 'downloading', found, percent: whole });
  }

  #go(step: UpdateStep): void {
    this.#step = step;
    this.#problem = null;
    this.#deps.onChange(this.state);
  }

  #fail(step: UpdateStep, problem: UpdateProblem | null, thrown: unknown): void {
    this.#step = step;
    this.#problem = problem;
    // By its class only: a message may hold an address or a path.
    const cause = thrown instanceof Error ? thrown.name : typeof thrown;
    this.#deps.log('update.failed', { problem: problem ?? 'quiet', cause });
    this.#deps.onChange(this.state);
  }
}
