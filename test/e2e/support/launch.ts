import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { ADDED_BY_ELECTRON } from '../../support/electron-environment';
import { evaluateInOwnTurn } from './own-turn';
import { type SocketWatch, watchSockets } from './sockets';

/** Parlance running in real Electron. */
export interface Parlance {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** Where it connects to; null: nobody watches. */
  readonly sockets: SocketWatch | null;
}

/** How to start it. */
export interface LaunchOptions {
  readonly profile: string;
  readonly lang?: 'en-US' | 'zh-CN';
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** A file that Electron runs before the app's own code. */
  readonly before?: string;
  /** Started in the place of Electron itself. */
  readonly within?: (electron: string) => string;
  /** The folder of the app, where it is not the built one. */
  readonly appFolder?: string;
}

const appDir = path.resolve(import.meta.dirname, '..', '..', '..');

/** What the app inherits: nothing of a developer's own keys or proxies may steer a test. */
const cleanEnv = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !/^(OPENAI_|https?_proxy$|no_proxy$)/i.test(entry[0]),
    ),
  );

/** Where the first screen looks for model servers: what it finds there is another test's, or the developer's own. */
const CLOSED = { PARLANCE_CLOSED_PORTS: '11434,1234,8080,8000,1337,5001' };

/** Starts the app on a profile folder and waits until a person could use it. */
export const launchParlance = async ({
  profile,
  lang = 'en-US',
  env = {},
  args = [],
  before,
  within = (electron) => electron,
  appFolder = appDir,
}: LaunchOptions): Promise<Parlance> => {
  const executablePath = process.env.ELECTRON_EXEC_PATH;
  const sockets = watchSockets();
  const launched = await _electron.launch({
    ...(executablePath === undefined ? {} : { executablePath: within(executablePath) }),
    args: [
      ...(before === undefined ? [] : ['-r', before]),
      appFolder,
      `--user-data-dir=${profile}`,
      `--lang=${lang}`,
      ...args,
    ],
    env: { ...ADDED_BY_ELECTRON, ...cleanEnv(), ...CLOSED, ...sockets?.env, ...env },
  });
  const app = evaluateInOwnTurn(launched);
  const page = await app.firstWindow();
  await page.waitForFunction(() => performance.getEntriesByName('parlance:interactive').length > 0);
  return { app, page, profile, sockets };
};

/** A fresh, empty profile folder. */
export const makeProfile = (): Promise<string> => mkdtemp(path.join(os.tmpdir(), 'parlance-e2e-'));

/** Removes a profile folder. The app may still be writing its last files. */
export const removeProfile = (profile: string): Promise<void> =>
  rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
