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
  /**
   * The newer version, or null when there is none for this copy (a rollout may not have reached it). Rejects unanswered, or when
   * the signal ends it.
   */
  readonly check: (beta: boolean, signal: AbortSignal) => Promise<NewVersion | null>;
  /** Downloads what `check` found. Rejects, with nothing kept, when it is not what was announced, or the signal ends it. */
  readonly download: (onPercent: (percent: number) => void, signal: AbortSignal) => Promise<void>;
}

/** What updates need of the rest of the app. */
export interface UpdatesDeps {
  readonly way: UpdateWay;
  readonly page: string;
  /** Made when it is first needed: reading its code costs more than the start may. */
  readonly openSource: () => Promise<UpdateSource>;
  readonly isQuietCheckOn: () => boolean;
  readonly takesBeta: () => boolean;
  /** Waits; resolves, or rejects when the signal ends it. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<unknown>;
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
/** electron-updater itself waits for ever for a server that takes a request and says nothing. */
const SILENCE_MS = 60_000;

/** Ends what waits when nothing is heard for too long; `heard` begins the time anew. */
const endSilence = () => {
  const silence = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE_MS);
  };
  heard();
  return { signal: silence.signal, heard, stop: () => clearTimeout(timer) };
};

/** Knows whether there is a newer version and brings it in, one step at a time, each when the person wants it. */
export class Updates {
  readonly #deps: UpdatesDeps;
  readonly #ended = new AbortController();
  #step: UpdateStep = { kind: 'none', checkedAt: null };
  #problem: UpdateProblem | null = null;
  #cancelled = new AbortController();

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
      await this.#deps.pause(wait, signal).catch(() => undefined);
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
    const silence = endSilence();
    try {
      const source = await this.#deps.openSource();
      const found = await source.check(this.#deps.takesBeta(), silence.signal);
      this.#go(found === null ? { kind: 'none', checkedAt: Date.now() } : { kind: 'found', found });
    } catch (thrown) {
      this.#fail(before, quiet ? null : downloadProblem(thrown), thrown);
    } finally {
      silence.stop();
    }
    return this.state;
  }

  /** Downloads what was found, unless it is cancelled. */
  async download(): Promise<UpdateState> {
    const before = this.#step;
    if (before.kind !== 'found' || this.#deps.way === 'byHand') return this.state;
    const { found } = before;
    this.#go({ kind: 'downloading', found, percent: 0 });
    this.#cancelled = new AbortController();
    const { signal: cancelled } = this.#cancelled;
    const silence = endSilence();
    try {
      const source = await this.#deps.openSource();
      const onPercent = (percent: number) => {
        silence.heard();
        this.#progress(found, percent);
      };
      await source.download(onPercent, AbortSignal.any([cancelled, silence.signal]));
      this.#go({ kind: 'ready', found });
    } catch (thrown) {
      if (cancelled.aborted) this.#go(before);
      else this.#fail(before, downloadProblem(thrown), thrown);
    } finally {
      silence.stop();
    }
    return this.state;
  }

  /** Ends the download, if there is one. */
  async cancel(): Promise<UpdateState> {
    this.#cancelled.abort();
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
