import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  appImageName,
  installCommand,
  replaceAppImage,
  runToEnd,
} from '../../../main/updates/install-package';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parlance-install-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const versions = { from: '1.0.0', to: '1.0.1' };

describe('an AppImage', () => {
  test('with the version in its name gets the new one; one without keeps its name', () => {
    expect(appImageName('Parlance-1.0.0-linux-x86_64.AppImage', '1.0.0', '1.0.1')).toBe(
      'Parlance-1.0.1-linux-x86_64.AppImage',
    );
    expect(appImageName('chat.AppImage', '1.0.0', '1.0.1')).toBe('chat.AppImage');
  });

  test('is replaced, can be run, and nothing else is left', async () => {
    const running = path.join(folder, 'Parlance-1.0.0.AppImage');
    const download = path.join(folder, 'download');
    writeFileSync(running, 'old');
    writeFileSync(download, 'new');
    const place = await replaceAppImage(download, running, versions);
    expect(place).toBe(path.join(folder, 'Parlance-1.0.1.AppImage'));
    expect(readFileSync(place, 'utf8')).toBe('new');
    expect(statSync(place).mode & 0o111).toBe(0o111);
    expect(existsSync(running)).toBe(false);
    expect(existsSync(`${place}.new`)).toBe(false);
  });

  test('is still there when the new one cannot be written', async () => {
    const running = path.join(folder, 'chat.AppImage');
    writeFileSync(running, 'old');
    await expect(replaceAppImage(path.join(folder, 'gone'), running, versions)).rejects.toThrow();
    // In the way of the new one beside the old.
    mkdirSync(`${running}.new`);
    writeFileSync(path.join(folder, 'download'), 'new');
    await expect(replaceAppImage(path.join(folder, 'download'), running, versions)).rejects.toThrow();
    expect(readFileSync(running, 'utf8')).toBe('old');
  });
});

describe('a package of the system', () => {
  test('is installed after a question for the password, by root without one', () => {
    expect(installCommand('deb', '/a b/x.deb', false)).toEqual(['pkexec', 'dpkg', '--install', '/a b/x.deb']);
    expect(installCommand('rpm', '/x.rpm', true)).toEqual(['rpm', '--upgrade', '/x.rpm']);
  });

  test('with a name that a shell would read as a command is only a name', async () => {
    const tool = path.join(folder, 'tool');
    writeFileSync(tool, '#!/bin/sh\nprintf %s "$1" > "$0.got"\n');
    chmodSync(tool, 0o755);
    const hostile = `x'; touch ${path.join(folder, 'ran')}; '$(id)`;
    await runToEnd([tool, hostile]);
    expect(readFileSync(`${tool}.got`, 'utf8')).toBe(hostile);
    expect(existsSync(path.join(folder, 'ran'))).toBe(false);
  });

  test('that is refused, or cannot be installed, is an error', async () => {
    await expect(runToEnd(['false'])).rejects.toThrow('ended with 1');
    await expect(runToEnd([path.join(folder, 'no-such')])).rejects.toThrow();
  });
});
