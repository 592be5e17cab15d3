import { type UtilityProcess, utilityProcess } from 'electron';
import { Failure } from '../../preload/contract/result';
import { log } from '../app/log';
import type { OpCall, OpInput, OpName, OpOutput, OpReply } from '../backstage/protocol';

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Failure) => void;
}

/** Each death in a row makes restarting wait longer, up to this long. */
const MAX_RESTART_DELAY_MS = 5000;
/** A process that lived this long counts as having started well. */
const STABLE_AFTER_MS = 10_000;

/** `reason` tells it from a history that backstage itself cannot open now. */
const notRunning = () =>
  new Failure('history.unavailable', 'backstage is not running', { reason: 'notRunning' });

/** True when a call failed because there was no process to answer it: a new one is on its way. */
export const isNotRunning = (thrown: unknown): boolean =>
  thrown instanceof Failure &&
  thrown.code === 'history.unavailable' &&
  thrown.detail?.reason === 'notRunning';

/** Secrets of the environment are main's alone. */
const scrubbedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !/KEY|TOKEN|SECRET|PASS|OPENAI/i.test(entry[0]),
    ),
  );

/**
 * Owns the backstage utility process: starts it, speaks its protocol, and starts it again when it dies. Calls that were
 * in flight then fail with `history.unavailable`.
 */
export class BackstageProcess {
  readonly #modulePath: string;
  #onRestart: () => void = () => undefined;
  readonly #pending = new Map<number, Pending>();
  #child: UtilityProcess | null = null;
  /** Calls made before the first process; null from then on. */
  #unsent: OpCall[] | null = [];
  #nextId = 1;
  #deathsInARow = 0;
  #stopped = false;
  #restart: NodeJS.Timeout | undefined;

  /** @param modulePath the built backstage program. */
  constructor(modulePath: string) {
    this.#modulePath = modulePath;
  }

  /** Told each time a new process runs in the place of a dead one: the history must be opened again. */
  onRestart(listener: () => void): void {
    this.#onRestart = listener;
  }

  /** Starts the process, unless it runs or was ended for good. Calls may be made before, and at once: they wait in its port. */
  start(): void {
    if (this.#child !== null || this.#stopped) return;
    const startedAt = Date.now();
    const child = utilityProcess.fork(this.#modulePath, [], {
      serviceName: 'Parlance history',
      env: scrubbedEnvironment(),
      stdio: 'inherit',
    });
    this.#child = child;
    child.on('message', (reply: OpReply) => this.#settle(reply));
    child.once('exit', (code) => this.#onExit(code, Date.now() - startedAt));
    for (const call of this.#unsent ?? []) child.postMessage(call);
    this.#unsent = null;
  }

  /** Runs one operation. Errors: the operation's own, or `history.unavailable` when the process is not there. */
  call<N extends OpName>(op: N, input: OpInput<N>): Promise<OpOutput<N>> {
    const child = this.#child;
    if (child === null && this.#unsent === null) return Promise.reject(notRunning());
    const id = this.#nextId++;
    const message: OpCall = { id, op, input };
    return new Promise((resolve, reject) => {
      // The reply's type is the protocol's word: both sides are ours and compiled from the same table.
      this.#pending.set(id, { resolve: (value) => resolve(value as OpOutput<N>), reject });
      if (child === null) this.#unsent?.push(message);
      else child.postMessage(message);
    });
  }

  /** Ends the process for good. Resolves when it has let go of its files. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child === null) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill();
    });
  }

  /** Ends the process, does `work` while nobody holds its files, and starts it again. It must then be opened anew. */
  async whileStopped(work: () => Promise<void>): Promise<void> {
    await this.stop();
    try {
      await work();
    } finally {
      this.#stopped = false;
      this.start();
    }
  }

  #settle({ id, result }: OpReply): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (pending === undefined) return;
    if (result.ok) pending.resolve(result.value);
    else pending.reject(new Failure(result.error.code, result.error.message, result.error.detail));
  }

  #onExit(code: number, livedMs: number): void {
    this.#child = null;
    for (const { reject } of this.#pending.values()) reject(notRunning());
    this.#pending.clear();
    if (this.#stopped) return;
    this.#deathsInARow = livedMs > STABLE_AFTER_MS ? 1 : this.#deathsInARow + 1;
    log('backstage.died', { code, inARow: this.#deathsInARow });
    const delay = Math.min(100 * 2 ** (this.#deathsInARow - 1), MAX_RESTART_DELAY_MS);
    this.#restart = setTimeout(() => {
      this.start();
      this.#onRestart();
    }, delay);
  }
}
