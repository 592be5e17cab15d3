import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import type { AppError } from '../../preload/contract/result';
import { Failure, toAppError } from '../../preload/contract/result';
import type { HistoryState } from '../../preload/contract/snapshot';
import { log } from '../app/log';
import type { OpInput, OpName, OpOutput } from '../backstage/protocol';
import { fileStamp } from '../storage/set-aside';
import { keyFromRecovery } from '../vault/recovery-key';
import type { Vault } from '../vault/vault';
import { BackstageProcess, isNotRunning } from './backstage-process';

/** What the history needs to know of the rest. */
export interface HistoryDeps {
  readonly profileDir: string;
  /** The built backstage program. */
  readonly modulePath: string;
  readonly vault: Vault;
  /** Answers that stream right now: a restarted backstage must not call them interrupted. */
  readonly liveMessageIds: () => readonly string[];
  readonly onState: (state: HistoryState) => void;
}

const stateError = (state: HistoryState): Failure =>
  state.kind === 'locked' || state.kind === 'keyLost'
    ? new Failure('history.locked', 'the history is not unlocked')
    : state.kind === 'damaged'
      ? new Failure('history.damaged', 'the history could not be opened')
      : new Failure('history.unavailable', 'the history is not open yet');

/** A full disk is emptied by a person: opening is tried again this often. */
const RETRY_MS = 5000;

const isDiskFull = ({ code, detail }: AppError): boolean =>
  code === 'history.diskFull' || code === 'history.readOnly' || detail?.reason === 'ENOSPC';

/** What is left when opening failed. A full disk still lets a history be read that was there before. */
const stateAfter = (error: AppError): HistoryState =>
  isDiskFull(error) ? { kind: 'readOnly', reason: 'diskFull' } : { kind: 'damaged' };

/**
 * The history as main sees it: knows whether it can be used, opens it with the vault's key, and opens it again after
 * backstage died. Never starts a new history over an old one.
 */
export class History {
  readonly #deps: HistoryDeps;
  readonly #file: string;
  readonly #process: BackstageProcess;
  #state: HistoryState = { kind: 'starting' };
  #settled: Promise<void> = Promise.resolve();
  #retry: NodeJS.Timeout | undefined;

  constructor(deps: HistoryDeps) {
    this.#deps = deps;
    this.#file = path.join(deps.profileDir, 'history.db');
    this.#process = new BackstageProcess(deps.modulePath, () => void this.open());
  }

  get state(): HistoryState {
    return this.#state;
  }

  /** Resolves when the first attempt to open the history has ended, well or badly. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Starts backstage and begins to open the history. */
  start(): void {
    this.#process.start();
    this.#settled = this.open();
  }

  /** Opens the history with the vault's key, as far as the vault gives one. */
  async open(): Promise<void> {
    clearTimeout(this.#retry);
    if (this.#state.kind !== 'readOnly') this.#setState({ kind: 'starting' });
    try {
      const key = await this.#deps.vault.historyKey({ historyExists: existsSync(this.#file) });
      if (key.kind === 'key') await this.#openWith(key.keyHex);
      else this.#setState({ kind: key.kind === 'locked' ? 'locked' : 'keyLost' });
    } catch (thrown) {
      // A process that died while opening comes back by itself, and then it is tried again.
      if (!isNotRunning(thrown)) this.#giveUp(toAppError(thrown));
    }
  }

  /**
   * Opens the history with a key that the person wrote down and keeps it from now on.
   * Errors: `vault.wrongRecoveryKey` when it is not this history's.
   */
  async recover(recoveryKey: string): Promise<void> {
    const keyHex = keyFromRecovery(recoveryKey);
    try {
      await this.#openWith(keyHex);
    } catch (thrown) {
      if (!(thrown instanceof Failure) || thrown.code !== 'history.damaged') throw thrown;
      throw new Failure('vault.wrongRecoveryKey', 'this key does not open this history');
    }
    await this.#deps.vault.adoptHistoryKey(keyHex);
  }

  /** Renames a history that cannot be opened, with the time in its name, and starts an empty one. */
  async startNew(): Promise<void> {
    if (this.#state.kind !== 'keyLost' && this.#state.kind !== 'damaged' && this.#state.kind !== 'locked')
      throw new Failure('request.forbidden', 'the history can be opened: nothing to set aside');
    await this.#process.whileStopped(() => this.#setAside());
    await this.#deps.vault.forgetHistoryKey();
    await this.open();
  }

  /** Runs an operation. Errors: `history.locked`, `history.damaged`, `history.unavailable`, or the operation's own. */
  async call<N extends OpName>(op: N, input: OpInput<N>): Promise<OpOutput<N>> {
    if (this.#state.kind !== 'open' && this.#state.kind !== 'readOnly') throw stateError(this.#state);
    return this.#process.call(op, input);
  }

  /** Writes everything down and ends backstage. */
  async close(): Promise<void> {
    clearTimeout(this.#retry);
    await this.#process.call('history.close', null).catch(() => undefined);
    await this.#process.stop();
  }

  async #setAside(): Promise<void> {
    const stamp = fileStamp(new Date());
    for (const suffix of ['', '-wal', '-shm']) {
      if (!existsSync(this.#file + suffix)) continue;
      await rename(this.#file + suffix, path.join(this.#deps.profileDir, `history-${stamp}.db${suffix}`));
    }
  }

  async #openWith(keyHex: string): Promise<void> {
    const liveMessageIds = this.#deps.liveMessageIds();
    const report = await this.#process.call('history.open', { file: this.#file, keyHex, liveMessageIds });
    log('history.opened', { readOnly: report.readOnly, interrupted: report.interruptedCount });
    this.#setState(report.readOnly ? { kind: 'readOnly', reason: 'newer' } : { kind: 'open' });
  }

  #giveUp(error: AppError): void {
    log('history.notOpened', { code: error.code });
    this.#setState(stateAfter(error));
    if (isDiskFull(error)) this.#retry = setTimeout(() => void this.open(), RETRY_MS);
  }

  #setState(state: HistoryState): void {
    this.#state = state;
    this.#deps.onState(state);
  }
}
