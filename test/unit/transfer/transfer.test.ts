import { describe, expect, it } from 'vitest';
import type { OpName } from '../../../main/backstage/protocol';
import type { TransferStep } from '../../../main/backstage/protocol-transfer';
import { Transfer } from '../../../main/transfer/transfer';
import { Failure } from '../../../preload/contract/result';
import type { ImportReport, PickedImport, TransferState } from '../../../preload/contract/transfer';

const PICKED: PickedImport = { names: ['a.zip'], size: 10, format: 'chatgpt' };
const PROGRESS = { doneBytes: 5, totalBytes: 10, chats: 1, messages: 2 };
const REPORT: ImportReport = {
  format: 'chatgpt',
  names: ['a.zip'],
  end: 'complete',
  error: null,
  taken: { newChats: 1, grownChats: 0, messages: 2, images: 0 },
  skipped: [],
};

const step = (imported: ImportReport | null): TransferStep => ({
  progress: PROGRESS,
  imported,
  exported: null,
});

/** A transfer whose backstage answers the polls with these, one after the other. */
const transferWith = (
  polls: readonly (TransferStep | Failure)[],
  files: readonly string[] = ['/srv/chats/a.zip'],
) => {
  const states: TransferState[] = [];
  const rest = [...polls];
  let tellEnd = () => {};
  const ended = new Promise<void>((resolve) => {
    tellEnd = resolve;
  });
  let answerPolls = () => {};
  const gate = new Promise<void>((resolve) => {
    answerPolls = resolve;
  });
  const call = async (op: OpName): Promise<unknown> => {
    if (op === 'transfer.inspect') return PICKED;
    if (op !== 'transfer.poll') return null;
    await gate;
    const next = rest.shift();
    if (next instanceof Failure) throw next;
    return next;
  };
  const transfer = new Transfer({
    history: { call: call as ConstructorParameters<typeof Transfer>[0]['history']['call'] },
    dialogs: { pickFiles: async () => files, pickPlace: async () => null, pickFolder: async () => null },
    print: async () => new Uint8Array(),
    printOnPaper: async () => undefined,
    write: async () => undefined,
    onChange: (state) => {
      states.push(state);
      if (state.kind === 'imported') tellEnd();
    },
  });
  return { transfer, states, ended, answerPolls };
};

describe('Transfer', () => {
  it('tells the page names, never paths', async () => {
    const { transfer, states } = transferWith([]);
    await transfer.pick();
    expect(transfer.state).toEqual({ kind: 'picked', picked: PICKED });
    expect(JSON.stringify(states)).not.toContain('/home');
  });

  it('stays as it was when no file is chosen', async () => {
    const { transfer } = transferWith([], []);
    await expect(transfer.pick()).resolves.toEqual({ kind: 'idle' });
  });

  it('imports nothing that was not picked, and only one thing at a time', async () => {
    const { transfer, ended, answerPolls } = transferWith([step(null), step(REPORT)]);
    await expect(transfer.startImport()).rejects.toMatchObject({ code: 'request.invalid' });
    await transfer.pick();
    await transfer.startImport();
    await expect(transfer.startImport()).rejects.toMatchObject({ code: 'transfer.busy' });
    await expect(transfer.pick()).rejects.toMatchObject({ code: 'transfer.busy' });
    transfer.dismiss();
    expect(transfer.state.kind).toBe('importing');
    answerPolls();
    await ended;
    expect(transfer.state).toEqual({ kind: 'imported', report: REPORT });
    transfer.dismiss();
    expect(transfer.state.kind).toBe('idle');
  });

  it('says that an import failed when backstage dies under it', async () => {
    const { transfer, ended, answerPolls } = transferWith([
      step(null),
      new Failure('history.unavailable', 'gone'),
    ]);
    await transfer.pick();
    await transfer.startImport();
    answerPolls();
    await ended;
    expect(transfer.state).toMatchObject({
      kind: 'imported',
      report: { end: 'failed', error: { code: 'history.unavailable' } },
    });
  });
});
