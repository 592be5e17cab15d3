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

/** The commands of all processes that have this folder as their home. */
const commandsAt = (home: string): readonly string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => readOf(pid, 'environ').split('\0').includes(`HOME=${home}`))
    .map((pid) => readOf(pid, 'cmdline').replaceAll('\0', ' ').trim());

/**
 * Waits until nothing runs any more that has this folder as its home: a window goes long before its app has written all, and
 * what is still written makes the folder one that cannot be removed. Only Linux tells; elsewhere it waits for nothing.
 * Errors: what still runs a while after it should have ended.
 */
export const allEnded = async (home: string): Promise<void> => {
  if (process.platform !== 'linux') return;
  await expect.poll(() => commandsAt(home), { timeout: 20_000 }).toEqual([]);
};
