import { test as base } from '../../support/screen-test';
import { endApp } from './end-app';
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
  launch: [
    async ({ profile }, use) => {
      const ends: (() => Promise<void>)[] = [];
      const checks: (() => Promise<void>)[] = [];
      await use(async (options = {}) => {
        const parlance = await launchParlance({ profile, ...options });
        checks.push(followSockets(parlance));
        const main = parlance.app.process();
        ends.push(() => endApp(parlance.app, main));
        return parlance;
      });
      const ended = await Promise.allSettled(ends.map((end) => end()));
      for (const check of checks) await check();
      for (const end of ended) if (end.status === 'rejected') throw end.reason;
    },
    // Of its own, so that a test that took all of its time is still cleared away.
    { timeout: 60_000 },
  ],
});
