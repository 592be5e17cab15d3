import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { install, installedVersion, uninstall } from './installed';

/** A tool of the system that installs packages. */
export interface PackageTool {
  readonly install: (file: string) => void;
  /** The version that it says is installed; empty: none. */
  readonly version: () => string;
  /** What Parlance asks the administrator to run: the words before the package. */
  readonly upgrade: readonly string[];
  /** Runs what Parlance asked for. */
  readonly runAsked: (command: readonly string[]) => void;
  readonly remove: () => void;
}

const run = ([command = '', ...args]: readonly string[]) => execFileSync(command, args, { stdio: 'pipe' });

/** Debian's own. */
export const debTool: PackageTool = {
  install: (file) => void install(file),
  version: installedVersion,
  upgrade: ['dpkg', '--install'],
  runAsked: run,
  remove: () => void uninstall('purge'),
};

/** rpm with a database of its own: Debian's knows nothing of what an rpm asks for, and installs none unless it must. */
export const makeRpmTool = (): PackageTool => {
  const database = mkdtempSync(path.join(os.tmpdir(), 'parlance-rpm-'));
  const onDebian = ['--dbpath', database, '--nodeps', '--force-debian'];
  const rpm = (...args: readonly string[]) => run(['rpm', ...args, ...onDebian]);
  return {
    install: (file) => void rpm('--install', file),
    version: () => {
      const args = ['--query', '--queryformat=%{VERSION}', '--dbpath', database, 'parlance'];
      const { status, stdout } = spawnSync('rpm', args, { encoding: 'utf8' });
      return status === 0 ? stdout : '';
    },
    upgrade: ['rpm', '--upgrade'],
    runAsked: (command) => run([...command, ...onDebian]),
    remove: () => {
      rpm('--erase', 'parlance');
      rmSync(database, { recursive: true, force: true });
    },
  };
};
