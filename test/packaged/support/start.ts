import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { endWithUs } from '../../../scripts/lib/children.mjs';
import { asPerson, type Person } from './person';

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

/** Runs a command as a person and does not wait for its window. */
export const run = (
  person: Person,
  command: readonly string[],
  { env = {}, args = [] }: StartOptions = {},
): { readonly child: ChildProcess; readonly lines: string[] } => {
  const { file, args: all } = asPerson(person, [...command, ...args], env);
  const child = endWithUs(spawn(file, all, { stdio: ['ignore', 'ignore', 'pipe'], cwd: person.home }));
  return { child, lines: [] };
};

/** The first page of what is driven at this address, when a person could use it. */
export const openPage = async (address: string): Promise<Page> => {
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
  const { child, lines } = run(person, command, { ...options, args: [...SWITCHES, ...(options.args ?? [])] });
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
      child.kill('SIGKILL');
      await ended;
    },
  };
};
