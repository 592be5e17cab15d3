import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, expect, type Page } from '@playwright/test';
import { endWithUs } from '../../../scripts/lib/children.mjs';
import { killAllAt } from './home-processes';
import type { Person } from './person';

/** An installed app that runs. */
export interface Running {
  readonly page: Page;
  /** The main process. */
  readonly pid: number;
  /** What it has said on its standard error. */
  readonly said: () => string;
  /** Closes its window, as a person would, and waits for its end. Answers with its exit code. */
  readonly quit: () => Promise<number | null>;
  /** Ends it for certain. */
  readonly kill: () => Promise<void>;
}

/** How to start it. */
export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** Chromium's own port: unlike Node's inspector it is not closed by a fuse. */
const SWITCHES = ['--remote-debugging-port=0', '--lang=en-US'];

/** Resolves with the address that Chromium can be driven at, or rejects when the process ends without one. */
const driveAddress = (child: ChildProcess, lines: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    if (child.stderr === null) throw new Error('standard error is not piped');
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code, signal) =>
      reject(new Error(`the app ended (${code ?? signal}) before it had a window:\n${lines.join('\n')}`)),
    );
  });

/** Where Chromium writes the port that it can be driven at, then the rest of the address. */
const portFile = (person: Person): string => path.join(person.home, '.config/Parlance/DevToolsActivePort');

/** The app after it has ended and started anew by itself, with the same switches. */
export interface Restarted {
  readonly page: Page;
  /** Closes its window. */
  readonly quit: () => Promise<void>;
}

/** Does what makes a running app start anew, and drives the new one. */
export const followRestart = async (person: Person, act: () => Promise<void>): Promise<Restarted> => {
  const file = portFile(person);
  const before = readFileSync(file, 'utf8');
  await act();
  const read = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  await expect.poll(() => !['', before].includes(read()), { timeout: 60_000 }).toBe(true);
  const [port, rest] = read().split('\n');
  const page = await openPage(`ws://127.0.0.1:${port}${rest}`);
  return {
    page,
    quit: async () => {
      const closed = page.waitForEvent('close');
      await page.evaluate(() => window.close()).catch(() => undefined);
      await closed;
    },
  };
};

/** Runs a command as a person and does not wait for its window. */
export const run = (
  person: Person,
  command: readonly string[],
  { env = {}, args = [] }: StartOptions = {},
): ChildProcess => {
  const [file = '', ...all] = [...person.run, ...command, ...args];
  return endWithUs(
    spawn(file, all, {
      env: { ...person.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: person.home,
    }),
  );
};

/** The first page of what is driven at this address, when a person could use it. */
const openPage = async (address: string): Promise<Page> => {
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('the app has no window');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForFunction(() => performance.getEntriesByName('parlance:interactive').length > 0);
  return page;
};

/** Starts an app as a person, and waits until it can be used. Rejects with its last words when it ends before. */
export const start = async (
  person: Person,
  command: readonly string[],
  options: StartOptions = {},
): Promise<Running> => {
  // Where HOME does not say where the profile is.
  const profile =
    process.platform === 'linux' ? [] : [`--user-data-dir=${path.join(person.home, 'profile')}`];
  const args = [...SWITCHES, ...profile, ...(options.args ?? [])];
  const child = run(person, command, { ...options, args });
  const lines: string[] = [];
  const ended = once(child, 'exit');
  const page = await openPage(await driveAddress(child, lines)).catch((cause: unknown) => {
    throw new Error(`the app could not be used:\n${lines.join('\n')}`, { cause });
  });
  return {
    page,
    pid: child.pid ?? 0,
    said: () => lines.join('\n'),
    quit: async () => {
      // The window goes in the middle of it.
      await page.evaluate(() => window.close()).catch(() => undefined);
      const [code] = await ended;
      return code;
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      killAllAt(person.home);
      await ended;
    },
  };
};
