import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ChatPage } from '../../preload/contract/history';
import type { AppError } from '../../preload/contract/result';
import { Failure, toAppError } from '../../preload/contract/result';
import type { HistoryState } from '../../preload/contract/snapshot';
import { log } from '../app/log';
import type { OpInput, OpName, OpOutput } from '../backstage/protocol';
import type { HistoryPlace } from '../backstage/protocol-keeping';
import type { JsonStore } from '../storage/json-store';
import { keyFromRecovery } from '../vault/recovery-key';
import { type BackstageProcess, isNotRunning } from './backstage-process';
import { isDiskFull, stateAfter, stateError } from './closed-state';
import { finishPutting } from './finish-putting';
import type { HistoryDeps } from './history-deps';
import { isEmptyHistory, setHistoryAside } from './history-file';
import { HistoryFiles } from './history-files';
import { type HistoryMemory, openHistoryMemory } from './history-memory';
import { keepLastChats, LIST_PAGE_LENGTH, takeLastChats } from './last-chats';
import { Upkeep } from './upkeep';

/** A full disk is emptied by a person: writing is tried again this often. */
const RETRY_MS = 5000;

/**
 * The history as main sees it: knows whether it can be used, opens it with the vault's key, and opens it again after
 * backstage died. Never starts a new history over an old one.
 */
export class History {
  /** Its files as a whole. */
  readonly files: HistoryFiles;
  /** The first chats as they were when the app was closed, for as long as the state says `isListed`; null: not known. */
  readonly lastChats: Promise<ChatPage | null>;
  #noteLastChats: (chats: ChatPage | null) => void = () => {};
  readonly #deps: HistoryDeps;
  readonly #file: string;
  readonly #process: BackstageProcess;
  #state: HistoryState = { kind: 'starting' };
  #opening: Promise<void> = Promise.resolve();
  #retry: NodeJS.Timeout | undefined;
  #keyHex: string | null = null;
  #memory: JsonStore<HistoryMemory> | null = null;
  #upkeep: Upkeep | null = null;

  constructor(deps: HistoryDeps) {
    this.#deps = deps;
    this.#file = path.join(deps.profileDir, 'history.db');
    this.#process = deps.process;
    this.#process.onRestart(() => void this.open());
    this.lastChats = new Promise((resolve) => {
      this.#noteLastChats = resolve;
    });
    this.files = new HistoryFiles({
      process: this.#process,
      state: () => this.#state,
      place: () => this.#place(),
      replace: (work) => this.#replace(work),
      setState: (state) => this.#setState(state),
    });
  }

  get state(): HistoryState {
    return this.#state;
  }

  /** Opens the history with the vault's key, as far as the vault gives one. Never rejects. */
  open(): Promise<void> {
    this.#opening = this.#open();
    return this.#opening;
  }

  async #open(): Promise<void> {
    clearTimeout(this.#retry);
    if (this.#state.kind !== 'readOnly') this.#setState({ kind: 'starting' });
    try {
      await finishPutting(this.#file);
      this.#memory ??= await openHistoryMemory(this.#deps.profileDir);
      const isGone = this.#memory.value.appVersion !== null && isEmptyHistory(this.#file);
      const historyExists = isGone || existsSync(this.#file);
      const key = await this.#deps.vault.historyKey({ historyExists });
      this.#keyHex = key.kind === 'key' ? key.keyHex : null;
      if (key.kind !== 'key') this.#setState({ kind: key.kind === 'locked' ? 'locked' : 'keyLost' });
      else if (isGone) this.#setState({ kind: 'missing' });
      else await this.#openWith(key.keyHex);
    } catch (thrown) {
      // A process that died while opening comes back by itself, and then it is tried again.
      if (!isNotRunning(thrown)) this.#giveUp(toAppError(thrown));
    } finally {
      this.#noteLastChats(null);
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
    if (!['keyLost', 'damaged', 'locked', 'missing'].includes(this.#state.kind))
      throw new Failure('request.forbidden', 'the history can be opened: nothing to set aside');
    await this.#process.whileStopped(() => setHistoryAside(this.#file));
    await this.#deps.vault.forgetHistoryKey();
    await this.#memory?.write({ appVersion: null, checkedAt: 0 });
    await this.open();
  }

  /**
   * Runs an operation; while the history is being opened, once it is open.
   * Errors: `history.locked`, `history.damaged`, `history.unavailable`, or the operation's own.
   */
  async call<N extends OpName>(op: N, input: OpInput<N>): Promise<OpOutput<N>> {
    if (this.#state.kind === 'starting') await this.#opening;
    if (this.#state.kind !== 'open' && this.#state.kind !== 'readOnly') throw stateError(this.#state);
    try {
      const output = await this.#process.call(op, input);
      if (op === 'history.check' && (output as OpOutput<'history.check'>).damaged) this.#noteDamage();
      return output;
    } catch (thrown) {
      // A snapshot may be damaged, and needs room for all of it: that says nothing of the daily work.
      const code = thrown instanceof Failure && !op.startsWith('snapshot.') ? thrown.code : null;
      if (code === 'history.diskFull') this.#noteDiskFull();
      if (code === 'history.damaged') this.#noteDamage();
      throw thrown;
    }
  }

  /** Finds out whether a disk that was full has room again. Never rejects. */
  async tryToWrite(): Promise<void> {
    // Failing brings the next try with it.
    const hasRoom = await this.call('history.probe', null).then(
      () => true,
      () => false,
    );
    if (hasRoom && this.#state.kind === 'readOnly') this.#setState({ kind: 'open' });
  }

  /** Writes everything down and ends backstage. */
  async close(): Promise<void> {
    clearTimeout(this.#retry);
    this.#upkeep?.stop();
    // What waits for a history that is only just being opened is still written.
    this.#process.start();
    await this.#opening;
    const chats = await this.#process
      .call('history.close', { firstChats: LIST_PAGE_LENGTH })
      .catch(() => null);
    await this.#process.stop();
    // Without them the next start waits for its history.
    if (chats === null || this.#keyHex === null) return;
    const { appVersion } = this.#deps;
    await keepLastChats({ file: this.#file, keyHex: this.#keyHex, appVersion }, chats).catch(() => undefined);
  }

  #place(): HistoryPlace {
    if (this.#keyHex === null) throw stateError({ kind: 'locked' });
    return { file: this.#file, keyHex: this.#keyHex };
  }

  /** Does what puts another file in the history's place, while nothing else reads or writes, and opens what is there then. */
  async #replace<T>(work: () => Promise<T>): Promise<T> {
    if (this.#deps.liveMessageIds().length > 0) throw new Failure('chat.busy', 'a reply is streaming');
    this.#place();
    this.#upkeep?.stop();
    this.#setState({ kind: 'starting' });
    try {
      return await work();
    } finally {
      await this.open();
    }
  }

  async #openWith(keyHex: string): Promise<void> {
    const { liveMessageIds, appVersion } = this.#deps;
    await this.#showLastChats(keyHex);
    const former = this.#memory?.value ?? null;
    const isUpdate = former !== null && former.appVersion !== null && former.appVersion !== appVersion;
    const report = await this.#process.call('history.open', {
      file: this.#file,
      keyHex,
      liveMessageIds: liveMessageIds(),
      isUpdate,
    });
    this.#keyHex = keyHex;
    log('history.opened', { readOnly: report.readOnly, interrupted: report.interruptedCount });
    this.#setState(report.readOnly ? { kind: 'readOnly', reason: 'newer' } : { kind: 'open' });
    if (!report.readOnly) await this.#keepUp(appVersion);
  }

  /** Where the chats can be shown before the history is open, its process comes when they are: it would hold them up. */
  async #showLastChats(keyHex: string): Promise<void> {
    const { appVersion } = this.#deps;
    const chats = await takeLastChats({ file: this.#file, keyHex, appVersion });
    if (chats === null) this.#process.start();
    else this.#setState({ kind: 'starting', isListed: true });
    this.#noteLastChats(chats);
  }

  async #keepUp(appVersion: string): Promise<void> {
    const memory = this.#memory;
    if (memory === null) return;
    if (memory.value.appVersion !== appVersion)
      // A disk that refuses writes must not keep the history shut.
      await memory.write({ ...memory.value, appVersion }).catch(() => undefined);
    this.#upkeep ??= new Upkeep({
      call: (op, input) => this.call(op, input),
      place: () => this.#place(),
      memory,
      trashDays: this.#deps.trashDays,
    });
    this.#upkeep.start();
  }

  #noteDamage(): void {
    if (this.#state.kind === 'open') this.#setState({ kind: 'open', isDamaged: true });
  }

  /** What is open can be read; it is tried again and again whether it can be written to. */
  #noteDiskFull(): void {
    if (this.#state.kind === 'open') this.#setState({ kind: 'readOnly', reason: 'diskFull' });
    if (this.#state.kind !== 'readOnly' || this.#state.reason !== 'diskFull') return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.tryToWrite(), RETRY_MS);
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
