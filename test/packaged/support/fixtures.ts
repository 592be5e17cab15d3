import path from 'node:path';
import { test as base } from '../../support/screen-test';
import { type Feed, startFeed } from './feed';
import { feedUrl, packageFile } from './packages';
import { makePerson, type Person } from './person';
import { type Running, start } from './start';

interface Fixtures {
  /** An ordinary user with an empty home folder. */
  readonly person: Person;
  /** Where updates come from: it announces this version. */
  readonly feed: Feed;
  /** Starts an app as the person; what still runs at the end of the test is ended. */
  readonly open: (command: readonly string[], options?: Parameters<typeof start>[2]) => Promise<Running>;
}

/** Playwright's test with a person for each test, a server and a screen. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument.
  person: async ({}, use) => {
    const person = makePerson();
    await use(person);
    await person.leave();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  feed: async ({}, use) => {
    const feed = await startFeed(feedUrl(), path.dirname(packageFile('now', '.AppImage')));
    await use(feed);
    await feed.close();
  },
  open: async ({ person }, use) => {
    const running: Running[] = [];
    await use(async (command, options) => {
      const app = await start(person, command, options);
      running.push(app);
      return app;
    });
    for (const { kill } of running) await kill();
  },
});
