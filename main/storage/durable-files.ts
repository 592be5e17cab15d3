import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The disk as the vault needs it. An interface so that tests can make any single step fail. */
export interface Files {
  /** The file's UTF-8 text; null when there is no such file. Rejects with Node's error when it cannot be read. */
  read(file: string): Promise<string | null>;
  /** Replaces the file as a whole, mode 0600. Once resolved it survives a power cut; rejected, the old text stands. */
  write(file: string, text: string): Promise<void>;
  /** Renames within a folder, durably. */
  rename(from: string, to: string): Promise<void>;
  /** Removes the file, durably; no such file is fine. */
  remove(file: string): Promise<void>;
}

/** Node's error code, for example `ENOSPC`; `unknown` for anything else. */
export const ioErrorCode = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'unknown';

// Some systems cannot open or sync a folder (Windows, some network shares): there the rename alone has to do.
const FOLDER_SYNC_UNSUPPORTED = new Set(['EINVAL', 'ENOTSUP', 'EPERM', 'EACCES', 'EISDIR', 'EBADF']);

const syncFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    if (!FOLDER_SYNC_UNSUPPORTED.has(ioErrorCode(thrown))) throw thrown;
  }
};

// On Windows a virus scanner may hold a fresh file open for a moment.
const RENAME_WAITS_MS = [20, 80, 300] as const;
const RENAME_BUSY = new Set(['EPERM', 'EACCES', 'EBUSY']);

const renamePatiently = async (from: string, to: string): Promise<void> => {
  for (const wait of RENAME_WAITS_MS) {
    try {
      return await rename(from, to);
    } catch (thrown) {
      if (!RENAME_BUSY.has(ioErrorCode(thrown))) throw thrown;
      await pause(wait);
    }
  }
  await rename(from, to);
};

const writeWhole = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** The real disk. */
export const diskFiles: Files = {
  async read(file) {
    try {
      // At once: these files are small, most are read at the start, and each would wait four times for a thread that is busy then.
      return readFileSync(file, 'utf8');
    } catch (thrown) {
      if (ioErrorCode(thrown) === 'ENOENT') return null;
      throw thrown;
    }
  },
  async write(file, text) {
    await mkdir(dirname(file), { recursive: true });
    const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      await writeWhole(temporary, text);
      await renamePatiently(temporary, file);
    } catch (thrown) {
      await rm(temporary, { force: true });
      throw thrown;
    }
    await syncFolder(dirname(file));
  },
  async rename(from, to) {
    await renamePatiently(from, to);
    await syncFolder(dirname(to));
  },
  async remove(file) {
    await rm(file, { force: true });
    await syncFolder(dirname(file));
  },
};
