import { test as base } from '../../support/screen-test';
import { type LaunchOptions, launchParlance, makeProfile, type Parlance, removeProfile } from './launch';
import { followSockets } from './socket-fixture';

/** What every test in Electron has. */
export interface Fixtures {
  /** A fresh profile folder, removed after the test. */
  readonly profile: string;
  /** Starts the app on `profile` unless told otherwise; what still runs at the end is closed, and held to its sockets. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<Parlance>;
}

/** Playwright's test with a profile folder for each test, a server and a screen. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument.
  profile: async ({}, use) => {
    const profile = await makeProfile();
    await use(profile);
    await removeProfile(profile);
  },
  launch: async ({ profile }, use) => {
    const running: Parlance[] = [];
    const checks: (() => Promise<void>)[] = [];
    await use(async (options = {}) => {
      const parlance = await launchParlance({ profile, ...options });
      running.push(parlance);
      checks.push(followSockets(parlance));
      return parlance;
    });
    for (const { app } of running) await app.close().catch(() => undefined);
    for (const check of checks) await check();
  },
});
