import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const APT_ENV = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

const apt = (...args: readonly string[]): string =>
  execFileSync('apt-get', [...args], { env: APT_ENV, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Installs a .deb as its user would; an older or newer one is replaced. */
export const install = (file: string): string =>
  apt('install', '-y', '--no-install-recommends', '--allow-downgrades', '--reinstall', file);

/** Removes the package, its settings of the system too where asked. */
export const uninstall = (how: 'remove' | 'purge'): string => apt(how, '-y', 'parlance');

/** The version that dpkg says is installed; empty: none. */
export const installedVersion = (): string => {
  const { stdout } = spawnSync('dpkg', ['-s', 'parlance'], { encoding: 'utf8' });
  const isInstalled = stdout.includes('Status: install ok installed');
  return isInstalled ? (/^Version: (.*)$/m.exec(stdout)?.[1] ?? '') : '';
};

const DESKTOP_ENTRY = '/usr/share/applications/parlance.desktop';

/** The command of the desktop entry, as a desktop runs it when no file is opened with it. */
export const desktopCommand = (): readonly string[] => {
  const exec = /^Exec=(.*)$/m.exec(readFileSync(DESKTOP_ENTRY, 'utf8'))?.[1] ?? '';
  // No quoting is used in it; %U stands for files, of which there are none.
  return exec.split(' ').filter((part) => !/^%[a-zA-Z]$/.test(part));
};

/** Everything that a package has put on the system, but folders. */
export const installedFiles = (): readonly string[] =>
  execFileSync('dpkg', ['-L', 'parlance'], { encoding: 'utf8' }).trim().split('\n');

/** Says nothing when the desktop entry keeps to the specification; throws with what is wrong. */
export const validateDesktopEntry = (): string =>
  execFileSync('desktop-file-validate', [DESKTOP_ENTRY], { encoding: 'utf8' });
