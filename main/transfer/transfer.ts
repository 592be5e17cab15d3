import { Failure, toAppError } from '../../preload/contract/result';
import type {
  BundleFormat,
  ExportFormat,
  ExportReport,
  ExportScope,
  ImportReport,
  PickedImport,
  TransferProgress,
  TransferState,
} from '../../preload/contract/transfer';
import type { PrintFormat } from '../app/page-printer';
import type { TransferDialogs } from '../app/transfer-dialogs';
import type { TransferStep } from '../backstage/protocol-transfer';
import type { History } from '../history/history';
import { exportName } from './export-name';

/** What transfers need. */
export interface TransferDeps {
  readonly history: Pick<History, 'call'>;
  readonly dialogs: TransferDialogs;
  /** Draws a page. */
  readonly print: (html: Uint8Array, format: PrintFormat) => Promise<Uint8Array>;
  /** Lets the person print a page. Errors: `transfer.notPrinted`. */
  readonly printOnPaper: (html: Uint8Array) => Promise<void>;
  /** Writes a file whole or not at all. Errors: `transfer.notWritten`. */
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>;
  readonly onChange: (state: TransferState) => void;
}

/** How long backstage waits before it answers with how far it is. */
const POLL_MS = 200;

const NO_PROGRESS: TransferProgress = { doneBytes: 0, totalBytes: 0, chats: 0, messages: 0 };

const endings: Readonly<Record<ExportFormat, string>> = {
  markdown: 'md',
  json: 'json',
  jsonl: 'jsonl',
  html: 'html',
  pdf: 'pdf',
  png: 'png',
};

/** What is found out of a file that is no export. */
const NO_CHATS: ReadonlySet<string> = new Set([
  'transfer.unreadable',
  'transfer.brokenZip',
  'transfer.refusedZip',
  'transfer.unknownFormat',
  'transfer.broken',
  'transfer.truncated',
]);

const nameOf = (file: string): string => file.split(/[\\/]/).at(-1) ?? '';

/** What is said when backstage ended in the middle. What was written by then stays. */
const brokenOff = ({ format, names }: PickedImport, thrown: unknown): ImportReport => ({
  format,
  names,
  end: 'failed',
  error: toAppError(thrown),
  taken: { newChats: 0, grownChats: 0, messages: 0, images: 0 },
  skipped: [],
});

/** Carries chats in and out: asks where, lets backstage do it, and knows how far it is. One at a time. */
export class Transfer {
  readonly #deps: TransferDeps;
  #state: TransferState = { kind: 'idle' };
  /** Where what was picked is. Never told to the page. */
  #paths: readonly string[] = [];

  constructor(deps: TransferDeps) {
    this.#deps = deps;
  }

  get state(): TransferState {
    return this.#state;
  }

  /** Lets the person choose what to import and finds out what it is. Errors: `transfer.busy`, those of `transfer.inspect`. */
  async pick(): Promise<TransferState> {
    this.#refuseBusy();
    const paths = await this.#deps.dialogs.pickFiles();
    if (paths.length === 0) return this.#state;
    const picked = await this.#deps.history.call('transfer.inspect', { paths });
    this.#refuseBusy();
    this.#paths = paths;
    return this.#become({ kind: 'picked', picked });
  }

  /**
   * Takes files that were dropped as picked when they are chats. Answers false for any others and for those that are not on
   * disk. Errors: `transfer.busy`.
   */
  async offer(paths: readonly string[]): Promise<boolean> {
    if (paths.includes('')) return false;
    try {
      const picked = await this.#deps.history.call('transfer.inspect', { paths });
      this.#refuseBusy();
      this.#paths = paths;
      this.#become({ kind: 'picked', picked });
      return true;
    } catch (thrown) {
      if (thrown instanceof Failure && NO_CHATS.has(thrown.code)) return false;
      throw thrown;
    }
  }

  /** Begins to import what was picked. Errors: `transfer.busy`, `request.invalid` (nothing was picked). */
  async startImport(): Promise<void> {
    this.#refuseBusy();
    if (this.#state.kind !== 'picked') throw new Failure('request.invalid', 'Nothing was picked');
    const { picked } = this.#state;
    this.#become({ kind: 'importing', picked, progress: NO_PROGRESS });
    try {
      await this.#deps.history.call('transfer.import', { paths: this.#paths });
    } catch (thrown) {
      this.#become({ kind: 'picked', picked });
      throw thrown;
    }
    void this.#follow(
      (progress) => ({ kind: 'importing', picked, progress }),
      ({ imported }) => imported && { kind: 'imported', report: imported },
      (thrown) => ({ kind: 'imported', report: brokenOff(picked, thrown) }),
    );
  }

  /** Lets the person choose a place and begins to export everything to it. Errors: `transfer.busy`. */
  async exportAll(): Promise<void> {
    this.#refuseBusy();
    await this.#exportTo('everything', 'zip', (file) =>
      this.#deps.history.call('transfer.exportAll', { file }),
    );
  }

  /** Lets the person choose a place and begins to export several chats to it. Errors: `transfer.busy`. */
  async exportChats(scope: ExportScope, format: BundleFormat): Promise<void> {
    this.#refuseBusy();
    await this.#exportTo('chats', format === 'jsonl' ? 'jsonl' : 'zip', (file) =>
      this.#deps.history.call('transfer.exportChats', { scope, format, file }),
    );
  }

  async #exportTo(
    what: ExportReport['what'],
    ending: string,
    begin: (file: string) => Promise<null>,
  ): Promise<void> {
    const file = await this.#deps.dialogs.pickPlace(exportName('Parlance', new Date()), ending);
    if (file === null) return;
    this.#refuseBusy();
    const name = nameOf(file);
    await begin(file);
    this.#become({ kind: 'exporting', name, progress: NO_PROGRESS });
    void this.#follow(
      (progress) => ({ kind: 'exporting', name, progress }),
      ({ exported }) => exported && { kind: 'exported', report: exported },
      (thrown) => {
        const nothing = { chats: 0, messages: 0, attachments: 0 };
        return {
          kind: 'exported',
          report: { what, name, end: 'failed', error: toAppError(thrown), ...nothing },
        };
      },
    );
  }

  /** Writes one chat where the person says, and answers with the file's name; null: nowhere. */
  async exportChat(chatId: string, format: ExportFormat): Promise<string | null> {
    const { chat } = await this.#deps.history.call('chat.open', { chatId, limit: 1 });
    const file = await this.#deps.dialogs.pickPlace(exportName(chat.title, null), endings[format]);
    if (file === null) return null;
    if (format === 'pdf' || format === 'png') await this.#drawChat(chatId, format, file);
    else await this.#deps.history.call('transfer.exportChat', { chatId, format, file });
    return nameOf(file);
  }

  async #drawChat(chatId: string, format: PrintFormat, file: string): Promise<void> {
    const html = await this.#deps.history.call('transfer.drawable', { chatId });
    await this.#deps.write(file, await this.#deps.print(html, format));
  }

  /** Lets the person print one chat, as its PDF is drawn. Errors: `transfer.notPrinted`. */
  async printChat(chatId: string): Promise<void> {
    await this.#deps.printOnPaper(await this.#deps.history.call('transfer.drawable', { chatId }));
  }

  /** Ends what runs; what was imported stays. */
  async cancel(): Promise<void> {
    await this.#deps.history.call('transfer.cancel', null);
  }

  /** Forgets what was picked, or how the last one ended. */
  dismiss(): void {
    if (!this.#isBusy()) this.#become({ kind: 'idle' });
  }

  #isBusy(): boolean {
    return this.#state.kind === 'importing' || this.#state.kind === 'exporting';
  }

  #refuseBusy(): void {
    if (this.#isBusy()) throw new Failure('transfer.busy', 'A transfer is running');
  }

  #become(state: TransferState): TransferState {
    this.#state = state;
    this.#deps.onChange(state);
    return state;
  }

  async #follow(
    running: (progress: TransferProgress) => TransferState,
    ended: (step: TransferStep) => TransferState | null,
    broken: (thrown: unknown) => TransferState,
  ): Promise<void> {
    try {
      for (;;) {
        const step = await this.#deps.history.call('transfer.poll', { waitMs: POLL_MS });
        const end = ended(step);
        this.#become(end ?? running(step.progress));
        if (end !== null) return;
      }
    } catch (thrown) {
      this.#become(broken(thrown));
    }
  }
}
