import { test as base } from '@playwright/test';
import { openDisplay } from '../../../scripts/machine/display.mjs';
import { type FaultServer, startFaultServer } from '../../support/fault-server';
import { type LaunchOptions, launchParlance, makeProfile, type Parlance, removeProfile } from './launch';

/** What every test in Electron has. */
export interface Fixtures {
  /** A fresh profile folder, removed after the test. */
  readonly profile: string;
  /** Starts the app on `profile` unless told otherwise; what still runs at the end is closed. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<Parlance>;
  /** The far side: an OpenAI-compatible server on loopback that can be told to fail. */
  readonly server: FaultServer;
}

/** Playwright's test with a profile folder and a server of its own for each, and a screen for each worker. */
export const test = base.extend<Fixtures, { readonly virtualScreen: undefined }>({
  virtualScreen: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument.
    async ({}, use) => {
      const display = await openDisplay();
      // Assigning undefined would make it the text "undefined".
      if (display.env.DISPLAY) process.env.DISPLAY = display.env.DISPLAY;
      await use(undefined);
      await display.close();
    },
    { scope: 'worker', auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  profile: async ({}, use) => {
    const profile = await makeProfile();
    await use(profile);
    await removeProfile(profile);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  server: async ({}, use) => {
    const server = await startFaultServer();
    await use(server);
    await server.close();
  },
  launch: async ({ profile }, use) => {
    const running: Parlance[] = [];
    await use(async (options = {}) => {
      const parlance = await launchParlance({ profile, ...options });
      running.push(parlance);
      return parlance;
    });
    for (const { app } of running) await app.close().catch(() => undefined);
  },
});
