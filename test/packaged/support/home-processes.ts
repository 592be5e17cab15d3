import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';

/** A process may end, or belong to somebody else, while it is looked at. */
const readOf = (pid: string, what: 'environ' | 'cmdline'): string => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
};

/** All processes that have this folder as their home. Only Linux tells. */
const processesAt = (home: string): readonly string[] =>
  process.platform !== 'linux'
    ? []
    : readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .filter((pid) => readOf(pid, 'environ').split('\0').includes(`HOME=${home}`));

/** Ends all of them for certain: an AppImage is two, and the one that was started may be ended without the other. */
export const killAllAt = (home: string): void => {
  for (const pid of processesAt(home)) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
};

/**
 * Waits until none of them is left: a window goes long before its app has written all, and what is still written makes the folder
 * one that cannot be removed. Errors: what still runs a while after it should have ended; it is killed then.
 */
export const allEnded = async (home: string): Promise<void> => {
  const commands = () => processesAt(home).map((pid) => readOf(pid, 'cmdline').replaceAll('\0', ' ').trim());
  try {
    await expect.poll(commands, { timeout: 20_000 }).toEqual([]);
  } finally {
    killAllAt(home);
  }
};
