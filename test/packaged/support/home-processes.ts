import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';

/** A process may end, or belong to somebody else, while it is looked at. */
const readOf = (pid: string, what: 'environ' | 'cmdline' | 'status'): string => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
};

/** Chromium's children write their title over their environment: their profile tells, and whose children they are. */
const isAt = (home: string, pid: string): boolean =>
  readOf(pid, 'environ').split('\0').includes(`HOME=${home}`) || readOf(pid, 'cmdline').includes(`${home}/`);

/** All processes that have this folder as their home, and what they started. Only Linux tells. */
const processesAt = (home: string): readonly string[] => {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(pids.map((pid) => [pid, /^PPid:\s+(\d+)/m.exec(readOf(pid, 'status'))?.[1]]));
  const found = new Set(pids.filter((pid) => isAt(home, pid)));
  // A set gives what is added to it while it is gone through: children of children too.
  for (const parent of found) {
    for (const [pid, itsParent] of parents) if (itsParent === parent) found.add(pid);
  }
  return [...found];
};

/** What runs at this home, as it was started. */
export const commandsAt = (home: string): readonly string[] =>
  processesAt(home).map((pid) => readOf(pid, 'cmdline').replaceAll('\0', ' ').trim());

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
  try {
    await expect.poll(() => commandsAt(home), { timeout: 20_000 }).toEqual([]);
  } finally {
    killAllAt(home);
  }
};
