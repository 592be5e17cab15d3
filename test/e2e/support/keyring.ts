import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { endWithUs } from '../../../scripts/lib/children.mjs';
import type { LaunchOptions } from './launch';

/** A real, unlocked GNOME keyring on a D-Bus of its own. */
export interface Keyring {
  /** How the app is started so that it uses this keyring. */
  readonly launch: Pick<LaunchOptions, 'env' | 'args'>;
  readonly close: () => Promise<void>;
}

const START_LIMIT_MS = 15_000;
// With an empty one the daemon waits for ever.
const PASSWORD = 'test\n';

/** The address that a bus prints when it is ready. Rejects when it ends without one. */
const addressOf = async (bus: ChildProcess): Promise<string> => {
  if (bus.stdout === null) throw new Error('the output of dbus-daemon is not piped');
  const [line] = await Promise.race([
    once(createInterface({ input: bus.stdout }), 'line', { signal: AbortSignal.timeout(START_LIMIT_MS) }),
    once(bus, 'exit').then(([code]) => Promise.reject(new Error(`dbus-daemon ended with ${code}`))),
  ]);
  return String(line);
};

/** Ends a process for certain. */
const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

/** Starts an empty keyring: nothing that an earlier one kept can be read with it. Linux only. */
export const startKeyring = async (): Promise<Keyring> => {
  // mkdtemp's folders are the owner's alone, as the daemon wants them.
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parlance-keyring-'));
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder };
  const running: ChildProcess[] = [];
  const close = async () => {
    for (const child of running.reverse()) await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const bus = endWithUs(
      spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    running.push(bus);
    const onBus = { ...env, DBUS_SESSION_BUS_ADDRESS: await addressOf(bus) };
    const daemon = endWithUs(
      spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
        env: onBus,
        stdio: ['pipe', 'ignore', 'ignore'],
      }),
    );
    running.push(daemon);
    daemon.stdin?.end(PASSWORD);
    await promisify(execFile)('gdbus', ['wait', '--session', 'org.freedesktop.secrets'], {
      env: onBus,
      timeout: START_LIMIT_MS,
    });
    return {
      launch: {
        env: { DBUS_SESSION_BUS_ADDRESS: onBus.DBUS_SESSION_BUS_ADDRESS },
        // Chromium itself chooses by the desktop's name, and there is no desktop here.
        args: ['--password-store=gnome-libsecret'],
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
