import { test as base } from '@playwright/test';
import { openDisplay } from '../../scripts/machine/display.mjs';
import { type FaultServer, startFaultServer } from './fault-server';

/** What every test with a window has. */
export interface FarSide {
  /** The far side: an OpenAI-compatible server on loopback that can be told to fail. */
  readonly server: FaultServer;
}

/** Playwright's test with a server of its own for each, and a screen for each worker. */
export const test = base.extend<FarSide, { readonly virtualScreen: undefined }>({
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
  server: async ({}, use) => {
    const server = await startFaultServer();
    await use(server);
    await server.close();
  },
});
