import { constants, copyFileSync, existsSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SalvageReport } from '../../../preload/contract/history-snapshots';
import { Failure } from '../../../preload/contract/result';
import { Database } from '../database/database';
import { openHistory } from '../database/open-history';
import { integer } from '../database/row';
import { migrate, versionOf } from '../migrations/migrate';
import { migrations } from '../migrations/migrations';
import { removeDatabase } from '../snapshots/open-snapshot';
import { TableCopy } from './copy-tables';

/** Where a history is completed that will take the place of the one that is there. */
export const nextOf = (file: string): string => `${file}.next`;

const logSize = (file: string): number => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;

/** What came after `.next` was whole: the old files are renamed, never deleted. Answers with the new name. */
export const setHistoryAside = (file: string, now: number): string => {
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  const name = `history-${stamp}.db`;
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(file + end)) renameSync(file + end, path.join(path.dirname(file), name + end));
  }
  return name;
};

const copyWithLog = (file: string, to: string): void => {
  removeDatabase(to);
  for (const end of ['', '-wal']) copyFileSync(file + end, to + end, constants.COPYFILE_FICLONE);
};

/** Lets `work` read a damaged history that must not change: SQLite would write its log into it. */
const withSource = <T>(file: string, keyHex: string, work: (source: Database) => T): T => {
  const scratch = `${file}.damaged`;
  const hasLog = logSize(file) > 0;
  if (hasLog) copyWithLog(file, scratch);
  const location = hasLog ? scratch : `${pathToFileURL(file).href}?immutable=1&mode=ro`;
  try {
    const source = new Database(location, keyHex);
    try {
      // Lets SQLite read a file that is shorter than its header says.
      source.all('PRAGMA writable_schema = ON');
      source.refuseWrites();
      // Says where everything is: without it each of the many attempts to read would fail, slowly.
      source.all('SELECT name FROM sqlite_schema');
      return work(source);
    } finally {
      source.close();
    }
  } finally {
    removeDatabase(scratch);
  }
};

const countOf = (database: Database, table: 'chats' | 'messages'): number =>
  integer(database.first(`SELECT count(*) AS count FROM ${table}`) ?? {}, 'count');

/** Completes `next` with what can be read, at the newest version. */
const copyInto = (source: Database, next: string, keyHex: string): Omit<SalvageReport, 'setAside'> => {
  const version = versionOf(source);
  const steps = migrations.filter((step) => step.version <= version);
  if (steps.length === 0 || version > (migrations.at(-1)?.version ?? 0))
    throw new Failure('history.damaged', 'Not a history of this or an earlier version');
  const { database } = openHistory(next, keyHex, steps);
  try {
    const copy = new TableCopy(source, database);
    copy.run();
    migrate(database, migrations);
    return { ...copy.counts, chats: countOf(database, 'chats'), messages: countOf(database, 'messages') };
  } finally {
    database.close();
  }
};

/**
 * Copies what can be read of a damaged history to a sound one and puts that in its place; the damaged one is renamed and
 * otherwise left as it is. A kill in between leaves one of the two in place. The history must not be open.
 * Errors: `history.damaged` (nothing of it can be read; nothing was changed), `history.diskFull`.
 */
export const salvage = (file: string, keyHex: string, now: number): SalvageReport => {
  const next = nextOf(file);
  const unfinished = `${next}.part`;
  removeDatabase(unfinished);
  removeDatabase(next);
  try {
    const counts = withSource(file, keyHex, (source) => copyInto(source, unfinished, keyHex));
    if (counts.chats === 0) throw new Failure('history.damaged', 'Nothing of it can be read');
    renameSync(unfinished, next);
    const setAside = setHistoryAside(file, now);
    renameSync(next, file);
    return { ...counts, setAside };
  } finally {
    removeDatabase(unfinished);
  }
};
