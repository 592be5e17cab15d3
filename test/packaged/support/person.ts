import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Somebody who uses the computer: an ordinary user with a home folder of their own. */
export interface Person {
  readonly home: string;
  /** What is said before a command so that this person runs it. */
  readonly run: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Removes whatever was made for them. */
  readonly leave: () => void;
}

const NAME = 'parlance-test';

/** True where packages can be installed and other users made. */
export const isRoot = process.getuid?.() === 0;

const linuxEnvironment = (home: string): Record<string, string> => ({
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

/**
 * Makes an ordinary user: Chromium's sandbox does not work for root. Whoever runs the tests without being root is one, and
 * gets an empty home folder.
 */
export const makePerson = (): Person => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'parlance-home-'));
  const removeHome = () => rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  if (!isRoot) return { home, run: [], env: environment(home), leave: removeHome };
  // Left behind by a run that was killed.
  execFileSync('sh', ['-c', `userdel ${NAME} 2>/dev/null || true`]);
  execFileSync('useradd', ['--home-dir', home, '--no-create-home', '--user-group', NAME]);
  execFileSync('chown', ['-R', `${NAME}:${NAME}`, home]);
  return {
    home,
    run: ['setpriv', `--reuid=${NAME}`, `--regid=${NAME}`, '--init-groups'],
    env: environment(home),
    leave: () => {
      // Its last processes may be ending still.
      execFileSync('userdel', ['--force', NAME], { stdio: 'ignore' });
      removeHome();
    },
  };
};
