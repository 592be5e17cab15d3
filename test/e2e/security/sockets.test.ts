import { expect } from '@playwright/test';
import { answered, ask, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import { launchParlance, type Parlance } from '../support/launch';
import { contactsOf } from '../support/socket-fixture';
import { strayUses, unlistedUses } from '../support/sockets';

const usesOf = async ({ sockets }: Parlance) => (await sockets?.uses()) ?? [];

test.skip(process.platform !== 'linux', 'The library that watches sockets is for Linux.');

test('the watch on sockets sees what goes out by Chromium and by Node, by name and by address', async ({
  profile,
}) => {
  const parlance = await launchParlance({ profile });
  await parlance.app.evaluate(({ session }) => {
    // The page's session is guarded; this one is as any library might make it.
    const stray = session.fromPartition('stray');
    // Addresses and names that are documentation's own (RFC 5737, RFC 2606): nobody is there, and nothing is waited for.
    for (const request of [
      stray.fetch('http://192.0.2.1:81/'),
      stray.fetch('http://chromium.example/'),
      fetch('http://192.0.2.2:82/'),
      fetch('http://node.example/'),
    ])
      request.catch(() => undefined);
  });
  const seen = async () => strayUses(await usesOf(parlance)).join('\n');
  await expect.poll(seen).toContain('tcp 192.0.2.1:81');
  await expect.poll(seen).toContain('tcp 192.0.2.2:82');
  await expect.poll(seen).toContain('name node.example');
  // Chromium asks a resolver itself where it can, else the system.
  await expect.poll(seen).toMatch(/name chromium\.example|udp .*:53/);
  await parlance.app.close();
  await parlance.sockets?.close();
});

test('Chromium asks nobody for a dictionary, even where it is told to check the spelling', async ({
  launch,
}) => {
  const { app } = await launch();
  // The fixture holds the sockets to it.
  await app.evaluate(async ({ session }) => {
    const other = session.fromPartition('other');
    const failed = new Promise((resolve) => other.once('spellcheck-dictionary-download-failure', resolve));
    other.setSpellCheckerLanguages(['fr']);
    await failed;
  });
});

test('it tells a connection that is in the list of servers from one that is not', async ({
  profile,
  server,
}) => {
  const parlance = await launchParlance({ profile });
  await saveServer(parlance.page, server.baseUrl);
  await ask(parlance.page, 'Hello');
  await answered(parlance.page);
  const uses = await usesOf(parlance);
  expect(strayUses(uses)).toEqual([]);
  await expect.poll(async () => unlistedUses(uses, await contactsOf(parlance.page))).toEqual([]);
  const contacts = await contactsOf(parlance.page);
  const { port } = new URL(server.baseUrl);
  const without = contacts.filter(({ origin }) => !origin.endsWith(`:${port}`));
  expect(unlistedUses(uses, without)).toEqual([`tcp 127.0.0.1:${port}`]);
  await parlance.app.close();
  await parlance.sockets?.close();
});
