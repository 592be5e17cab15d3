import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { HistorySnapshot } from '../../../preload/contract/history-snapshots';
import { Failure } from '../../../preload/contract/result';
import { fits } from '../database/key-check';
import { superfluous } from './rotation';
import { readName } from './snapshot-name';

/** The ending of a copy that is being written. */
const UNFINISHED = '.part';

/** The folder of a history's snapshots; it may not be there yet. */
const folderOf = (historyFile: string): string => path.join(path.dirname(historyFile), 'snapshots');

/** Where a snapshot is. Errors: `history.notFound` for a name that no snapshot has. */
export const snapshotFile = (historyFile: string, name: string): string => {
  if (readName(name) === null) throw new Failure('history.notFound', 'Not the name of a snapshot');
  return path.join(folderOf(historyFile), name);
};

/** Where a snapshot is written until it is whole. Makes the folder and removes what an earlier attempt left. */
export const beginSnapshot = (historyFile: string, name: string): string => {
  const folder = folderOf(historyFile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const each of readdirSync(folder)) {
    if (each.includes(UNFINISHED)) rmSync(path.join(folder, each), { force: true });
  }
  return path.join(folder, name + UNFINISHED);
};

type Found = Omit<HistorySnapshot, 'opens'>;

const findAll = (historyFile: string): readonly Found[] => {
  const folder = folderOf(historyFile);
  const names = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
  return names.flatMap((name) => {
    const facts = readName(name);
    const size = statSync(path.join(folder, name), { throwIfNoEntry: false })?.size;
    return facts === null || size === undefined ? [] : [{ name, size, ...facts }];
  });
};

/** All snapshots, newest first. @param keyHex the history's key, which those that open were made with. */
export const listSnapshots = (historyFile: string, keyHex: string): readonly HistorySnapshot[] =>
  findAll(historyFile)
    .map((found) => ({ ...found, opens: fits(snapshotFile(historyFile, found.name), keyHex) }))
    .toSorted((a, b) => b.madeAt - a.madeAt);

/**
 * Removes the snapshots that are one too many. Those that do not open with this key are left, and take no sound one's place:
 * another key may open them.
 */
export const rotateSnapshots = (historyFile: string, keyHex: string): void => {
  for (const { name } of superfluous(listSnapshots(historyFile, keyHex).filter(({ opens }) => opens)))
    rmSync(snapshotFile(historyFile, name), { force: true });
};
