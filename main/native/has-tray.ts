import { execFile } from 'node:child_process';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const OBJECT = '/StatusNotifierWatcher';
const PROPERTY = 'IsStatusNotifierHostRegistered';
const GET = 'org.freedesktop.DBus.Properties.Get';

/** Ways to ask the desktop, one of which is on every one that has a tray. */
const QUESTIONS: readonly (readonly [program: string, args: readonly string[]])[] = [
  ['busctl', ['--user', '--timeout=1', 'get-property', WATCHER, OBJECT, WATCHER, PROPERTY]],
  ['gdbus', ['call', '-e', '-t', '1', '-d', WATCHER, '-o', OBJECT, '-m', GET, WATCHER, PROPERTY]],
  [
    'dbus-send',
    ['--session', '--print-reply', '--reply-timeout=1000', `--dest=${WATCHER}`, OBJECT, GET].concat(
      `string:${WATCHER}`,
      `string:${PROPERTY}`,
    ),
  ],
];

const TIME_LIMIT_MS = 2000;

/** What a program says; null where there is no such program. */
const said = (program: string, args: readonly string[]): Promise<string | null> =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: TIME_LIMIT_MS }, (error, stdout) => {
      resolve(error?.code === 'ENOENT' ? null : stdout);
    });
  });

/**
 * Whether the desktop shows icons of apps that run. macOS and Windows do; on Linux only some desktops do, GNOME without an
 * extension does not, and Electron does not tell (freedesktop.org, StatusNotifierItem).
 */
export const hasTray = async (platform: NodeJS.Platform): Promise<boolean> => {
  if (platform !== 'linux') return true;
  for (const [program, args] of QUESTIONS) {
    const answer = await said(program, args);
    if (answer !== null) return /\btrue\b/.test(answer);
  }
  return false;
};
