import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { rmdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** What fills a file system and empties it again. */
interface Filler {
  /** Leaves so many bytes free; not one without, and then none until `free`: Chromium gives files of its own back at times. */
  readonly fill: (spare?: number) => void;
  /** Frees what `fill` took. */
  readonly free: () => void;
}

/** A file system of a few megabytes, for real: what fills it gets ENOSPC from the kernel. */
export interface SmallDisk extends Filler {
  /** How it was made: as root it is mounted; anybody else gets a user namespace of their own. */
  readonly how: 'mount' | 'user namespace';
  /** The folder as the app sees it. */
  readonly folder: string;
  /** The same folder as this process sees it. */
  readonly outside: string;
  /** Wraps a program so that it sees the folder. */
  readonly within: (program: string) => string;
  readonly remove: () => Promise<void>;
}

const FILLER = 'filler.bin';

const writeUntilFull = (file: string): void => {
  const handle = openSync(file, 'a');
  try {
    for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 4)) {
      try {
        for (;;) writeSync(handle, Buffer.alloc(size, 0x66));
      } catch (thrown) {
        if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC')) throw thrown;
      }
    }
  } finally {
    closeSync(handle);
  }
};

/** How soon what was given back is taken again. */
const REFILL_MS = 20;

/** Fills the file system of a folder: a small one. */
export const fillerOf = (folder: string): Filler => {
  const filler = path.join(folder, FILLER);
  let refilling: NodeJS.Timeout | undefined;
  return {
    fill: (spare = 0) => {
      clearInterval(refilling);
      writeUntilFull(filler);
      if (statfsSync(folder).bavail > 0) throw new Error('the disk is not full');
      if (spare > 0) truncateSync(filler, statSync(filler).size - spare);
      else refilling = setInterval(() => writeUntilFull(filler), REFILL_MS).unref();
    },
    free: () => {
      clearInterval(refilling);
      rmSync(filler, { force: true });
    },
  };
};

const mounted = (folder: string, megabytes: number): SmallDisk => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
  const filler = fillerOf(folder);
  return {
    how: 'mount',
    folder,
    outside: folder,
    ...filler,
    within: (program) => program,
    remove: async () => {
      filler.free();
      // Lazily: a process that is just ending may still hold a file.
      execFileSync('umount', ['-l', folder]);
      await rmdir(folder);
    },
  };
};

/** A namespace lives as long as a process in it. */
const inNamespace = async (folder: string, megabytes: number): Promise<SmallDisk> => {
  const script = 'mount -t tmpfs -o "size=$1m" tmpfs "$0" && echo ready && exec sleep infinity';
  const holder = spawn('unshare', ['-rm', 'sh', '-c', script, folder, String(megabytes)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: holder.stdout });
  const said = await Promise.race([once(lines, 'line'), once(lines, 'close')]);
  if (said[0] !== 'ready') throw new Error('neither mounting nor a user namespace is allowed here');
  const wrappers = mkdtempSync(path.join(os.tmpdir(), 'parlance-wrapper-'));
  const outside = `/proc/${holder.pid}/root${folder}`;
  const filler = fillerOf(outside);
  return {
    how: 'user namespace',
    folder,
    outside,
    ...filler,
    within: (program) => {
      const wrapper = path.join(wrappers, 'electron');
      const line = `exec nsenter -t ${holder.pid} -U -m --preserve-credentials -- '${program}' "$@"`;
      writeFileSync(wrapper, `#!/bin/sh\n${line}\n`, { mode: 0o700 });
      return wrapper;
    },
    remove: async () => {
      filler.free();
      holder.kill('SIGKILL');
      rmSync(wrappers, { recursive: true });
      await rmdir(folder);
    },
  };
};

/** Makes a small disk. Throws where a system allows neither way: then the promise is not proved there, and that must show. */
export const makeSmallDisk = async (megabytes: number): Promise<SmallDisk> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parlance-disk-'));
  try {
    return mounted(folder, megabytes);
  } catch {
    return inNamespace(folder, megabytes);
  }
};
