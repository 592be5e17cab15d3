import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ADDED_BY_ELECTRON } from '../../support/electron-environment';
import { allEnded } from './home-processes';

/** Somebody who uses the computer: an ordinary user with a home folder of their own. */
export interface Person {
  readonly home: string;
  /** What is said before a command so that this person runs it. */
  readonly run: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Whether the system lets them have namespaces, which the sandbox of what is not installed needs; a chroot does not. */
  readonly hasNamespaces: boolean;
  /** Removes whatever was made for them. Rejects where something that they started still runs. */
  readonly leave: () => Promise<void>;
}

const NAME = 'parlance-test';

/** True where packages can be installed and other users made. */
export const isRoot = process.getuid?.() === 0;

const linuxEnvironment = (home: string): Record<string, string> => ({
  ...ADDED_BY_ELECTRON,
  HOME: home,
  USER: isRoot ? NAME : os.userInfo().username,
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LANG: 'C.UTF-8',
  ...(process.env.DISPLAY === undefined ? {} : { DISPLAY: process.env.DISPLAY }),
  ...(process.env.XAUTHORITY === undefined ? {} : { XAUTHORITY: process.env.XAUTHORITY }),
  XDG_RUNTIME_DIR: home,
});

/** On Linux nothing of whoever runs the tests; elsewhere an app does not start without what the system sets. */
const environment = (home: string): Record<string, string> =>
  process.platform === 'linux'
    ? linuxEnvironment(home)
    : Object.fromEntries(
        Object.entries({ ...process.env, HOME: home }).filter(
          (entry): entry is [string, string] => entry[1] !== undefined && !/^OPENAI_/i.test(entry[0]),
        ),
      );

/** Makes a file or folder this person's own. */
export const give = ({ home }: Person, file: string): void => {
  if (isRoot) execFileSync('chown', ['-R', `--reference=${home}`, file]);
};

const mayHaveNamespaces = (run: readonly string[]): boolean => {
  if (process.platform !== 'linux') return true;
  const [command = '', ...args] = [...run, 'unshare', '--user', 'true'];
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
};

/** The switches without which what is not installed does not start for this person here. */
export const unsandboxed = ({ hasNamespaces }: Person): readonly string[] => {
  if (hasNamespaces) return [];
  console.log('No user namespaces here: what is not installed runs without its sandbox.');
  return ['--no-sandbox'];
};

/**
 * Makes an ordinary user: Chromium's sandbox does not work for root. Whoever runs the tests without being root is one, and
 * gets an empty home folder.
 */
export const makePerson = (): Person => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'parlance-home-'));
  const removeHome = async () => {
    await allEnded(home);
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const env = environment(home);
  if (!isRoot) return { home, run: [], env, hasNamespaces: mayHaveNamespaces([]), leave: removeHome };
  // Left behind by a run that was killed.
  execFileSync('sh', ['-c', `userdel ${NAME} 2>/dev/null || true`]);
  execFileSync('useradd', ['--home-dir', home, '--no-create-home', '--user-group', NAME]);
  execFileSync('chown', ['-R', `${NAME}:${NAME}`, home]);
  const run = ['setpriv', `--reuid=${NAME}`, `--regid=${NAME}`, '--init-groups'];
  return {
    home,
    run,
    env,
    hasNamespaces: mayHaveNamespaces(run),
    leave: async () => {
      try {
        await removeHome();
      } finally {
        execFileSync('userdel', ['--force', NAME], { stdio: 'ignore' });
      }
    },
  };
};
