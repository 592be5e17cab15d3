import { closeSync, constants, copyFileSync, fstatSync, openSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { SalvageReport } from '../../../preload/contract/history-snapshots';
import { Failure } from '../../../preload/contract/result';
import { Database } from '../database/database';
import { integer } from '../database/row';
import { syncFile } from '../database/sync-file';
import { migrate, versionOf } from '../migrations/migrate';
import { migrations } from '../migrations/migrations';
import { removeDatabase } from '../snapshots/open-snapshot';
import { TableCopy } from './copy-tables';

/** What was taken out of a damaged history. */
export type SalvageCounts = Omit<SalvageReport, 'setAside'>;

/** A damaged history, and where a sound one is completed. */
interface SalvagePlace {
  readonly file: string;
  readonly keyHex: string;
  readonly to: string;
}

/** The copy of a damaged file that its log is read with. */
export const scratchOf = (file: string): string => `${file}.damaged`;

/** False for a file that is not there, is a folder, or cannot be opened. */
const canBeRead = (file: string): boolean => {
  try {
    const handle = openSync(file, 'r');
    const isFile = fstatSync(handle).isFile();
    closeSync(handle);
    return isFile;
  } catch {
    return false;
  }
};

const logSize = (file: string): number => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;

const copyWithLog = (file: string, to: string): void => {
  removeDatabase(to);
  for (const end of ['', '-wal']) copyFileSync(file + end, to + end, constants.COPYFILE_FICLONE);
};

/** Lets `work` read a damaged history that must not change: SQLite would write its log into it. */
const withSource = <T>(file: string, keyHex: string, work: (source: Database) => T): T => {
  const scratch = scratchOf(file);
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

/** What is written counts once it is whole, synced and renamed: until then nothing has to outlive a power cut. */
const UNFINISHED = ['synchronous = OFF', 'journal_mode = MEMORY', 'temp_store = MEMORY', 'foreign_keys = ON'];

const copyInto = (
  source: Database,
  { to, keyHex }: SalvagePlace,
  onProgress: (done: number) => void,
): SalvageCounts => {
  const version = versionOf(source);
  const steps = migrations.filter((step) => step.version <= version);
  if (steps.length === 0 || version > (migrations.at(-1)?.version ?? 0))
    throw new Failure('history.damaged', 'Not a history of this or an earlier version');
  const database = new Database(to, keyHex);
  try {
    for (const setting of UNFINISHED) database.all(`PRAGMA ${setting}`);
    migrate(database, steps);
    const copy = new TableCopy(source, database);
    copy.run(onProgress);
    migrate(database, migrations);
    return { ...copy.counts, chats: countOf(database, 'chats'), messages: countOf(database, 'messages') };
  } finally {
    database.close();
  }
};

/**
 * Completes a sound history of the newest version with what can be read of a damaged one, which is only read.
 * Errors: `history.damaged` (nothing of it can be read), `history.diskFull`.
 */
export const salvageInto = (place: SalvagePlace, onProgress: (done: number) => void): SalvageCounts => {
  const { file, keyHex, to } = place;
  removeDatabase(to);
  if (!canBeRead(file)) throw new Failure('history.damaged', 'There is no file that can be read');
  const counts = withSource(file, keyHex, (source) => copyInto(source, place, onProgress));
  if (counts.chats === 0) throw new Failure('history.damaged', 'Nothing of it can be read');
  syncFile(to);
  return counts;
};
