import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect } from '@playwright/test';
import { answered, ask, assistantMessages, startDemo } from '../e2e/support/drive';
import { test } from './support/fixtures';
import { commandsAt } from './support/home-processes';
import { unpackedApp } from './support/packages';
import { unsandboxed } from './support/person';
import { run } from './support/start';

/** The folder that holds what is not code. */
const contents = (): string => path.resolve(unpackedApp(), process.platform === 'darwin' ? '../..' : '..');

test('unpacked, it chats with the demo', async ({ open, person }) => {
  const { page, quit } = await open([unpackedApp(), ...unsandboxed(person)]);
  await startDemo(page);
  await ask(page, 'What is Parlance?');
  await answered(page);
  await expect(assistantMessages(page).last()).toContainText('Parlance');
  expect(await quit()).toBe(0);
});

test('ended for certain, nothing of it runs on, what Chromium started included', async ({ open, person }) => {
  test.skip(process.platform !== 'linux', 'only Linux tells which processes are at a home');
  const { kill } = await open([unpackedApp(), ...unsandboxed(person)]);
  const kinds = () => commandsAt(person.home).map((command) => /--type=(\S+)/.exec(command)?.[1] ?? 'main');
  expect(new Set(kinds())).toEqual(new Set(['main', 'zygote', 'gpu-process', 'renderer', 'utility']));
  await kill();
  await expect.poll(kinds).toEqual([]);
});

test('every fuse is as it was set: nobody else’s code can be run in its name', async () => {
  const ON = '1'.charCodeAt(0);
  const wire = await getCurrentFuseWire(unpackedApp());
  const isOn = (name: keyof typeof FuseV1Options) => wire[FuseV1Options[name]] === ON;
  expect({
    runAsNode: isOn('RunAsNode'),
    cookieEncryption: isOn('EnableCookieEncryption'),
    nodeOptions: isOn('EnableNodeOptionsEnvironmentVariable'),
    inspect: isOn('EnableNodeCliInspectArguments'),
    asarIntegrity: isOn('EnableEmbeddedAsarIntegrityValidation'),
    onlyAsar: isOn('OnlyLoadAppFromAsar'),
    ownSnapshot: isOn('LoadBrowserProcessSpecificV8Snapshot'),
    filePrivileges: isOn('GrantFileProtocolExtraPrivileges'),
  }).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    inspect: false,
    asarIntegrity: true,
    onlyAsar: true,
    ownSnapshot: false,
    filePrivileges: false,
  });
});

test('it cannot be used as Node, nor be inspected', async ({ person }) => {
  const marker = path.join(person.home, 'ran');
  const code = `require('fs').writeFileSync(${JSON.stringify(marker)}, '')`;
  const child = run(person, [unpackedApp(), ...unsandboxed(person), '-e', code], {
    env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require=${marker}.js` },
    args: ['--inspect-brk=0', '--remote-debugging-port=0'],
  });
  // An app that ran as Node would be gone by now, one that waited for an inspector would say so.
  const said = await new Promise<string>((resolve) => {
    let text = '';
    child.stderr?.on('data', (piece) => {
      text += piece;
      if (text.includes('DevTools listening')) resolve(text);
    });
    child.once('exit', () => resolve(text));
  });
  child.kill('SIGKILL');
  expect(said).toContain('DevTools listening on ws:');
  expect(said).not.toContain('Debugger listening');
  expect(existsSync(marker)).toBe(false);
});

test('it holds the licence of all that it is made of', () => {
  const text = readFileSync(path.join(contents(), 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of ['libsql', 'openai', 'react', 'zod', 'electron-updater'])
    expect(text).toContain(`\n${name} `);
});

test('it holds nothing of other systems, other apps or developers', async () => {
  const { listPackage } = await import('@electron/asar');
  const resources = path.join(contents(), process.platform === 'darwin' ? 'Resources' : 'resources');
  const files = listPackage(path.join(resources, 'app.asar'), { isPack: false });
  const strange = files.filter((file) =>
    /musl|\.map$|\.ts$|\/test\/|[/\\](?:electron-builder|vite)[/\\]/.test(file),
  );
  expect(strange).toEqual([]);
  expect(files.filter((file) => /@libsql[/\\][^/\\]+$/.test(file))).toHaveLength(1);
  expect(readFileSync(path.join(resources, 'app-update.yml'), 'utf8')).toContain(process.env.PACKAGES_FEED);
});
