import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app } from 'electron';
import type { LoginStart } from '../../preload/contract/native';
import { Failure } from '../../preload/contract/result';
import { autostartEntry, HIDDEN_SWITCH, readAutostartEntry, type StartCommand } from './autostart-entry';
import { ownCommand } from './own-command';

const startCommand = (start: LoginStart): StartCommand =>
  ownCommand(...(start === 'hidden' ? [HIDDEN_SWITCH] : []));

const entryFile = (): string => {
  const config = process.env.XDG_CONFIG_HOME ?? path.join(app.getPath('home'), '.config');
  return path.join(config, 'autostart', 'parlance.desktop');
};

const readLinux = (): Promise<LoginStart> =>
  readFile(entryFile(), 'utf8').then(readAutostartEntry, () => 'no' as const);

const writeLinux = async (start: LoginStart): Promise<void> => {
  const file = entryFile();
  try {
    if (start === 'no') return await rm(file, { force: true });
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, autostartEntry(startCommand(start)));
  } catch (cause) {
    throw new Failure('settings.notSaved', `autostart: ${cause instanceof Error ? cause.name : ''}`);
  }
};

/** Windows finds an entry only by the very arguments that it was made with. */
const readOther = (): LoginStart => {
  const isSet = (start: LoginStart) => {
    const { program, args } = startCommand(start);
    return app.getLoginItemSettings({ path: program, args: [...args] }).openAtLogin;
  };
  if (process.platform === 'win32' && isSet('hidden')) return 'hidden';
  return isSet('window') ? 'window' : 'no';
};

const writeOther = (start: LoginStart): void => {
  const { program, args } = startCommand(start);
  app.setLoginItemSettings({ openAtLogin: start !== 'no', path: program, args: [...args] });
};

/** How the app starts when the person logs in, as the system has it: there, too, it can be changed. */
export const readLoginStart = async (): Promise<LoginStart> =>
  process.platform === 'linux' ? readLinux() : readOther();

/** Sets how the app starts when the person logs in. Errors: `settings.notSaved`. */
export const setLoginStart = async (start: LoginStart): Promise<void> =>
  process.platform === 'linux' ? writeLinux(start) : writeOther(start);
