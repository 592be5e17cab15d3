/** The switch that a start by the system's login has when no window is wanted. */
export const HIDDEN_SWITCH = '--hidden';

/** A program and what it is started with. */
export interface StartCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/**
 * One argument of an `Exec` line: quoted for the command line, its backslashes doubled once more as every string of the file
 * has them, and `%` doubled, which stands for files otherwise (freedesktop.org, Desktop Entry Specification, "The Exec key").
 */
const execArgument = (argument: string): string =>
  `"${argument
    .replace(/[\\"`$]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')}"`;

/** The file that starts the app at login on Linux (freedesktop.org, Desktop Application Autostart Specification). */
export const autostartEntry = ({ program, args }: StartCommand): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Parlance',
    `Exec=${[program, ...args].map(execArgument).join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');

/** Whether such a file starts the app at all, and if so, with a window: the desktop's own settings may have switched it off. */
export const readAutostartEntry = (text: string): 'no' | 'window' | 'hidden' => {
  if (/^(?:Hidden=true|X-GNOME-Autostart-enabled=false)$/m.test(text)) return 'no';
  const exec = /^Exec=(.+)$/m.exec(text)?.[1];
  if (exec === undefined) return 'no';
  return exec.includes(`"${HIDDEN_SWITCH}"`) ? 'hidden' : 'window';
};
