import type { MenuItemConstructorOptions, Task } from 'electron';
import { commandNames } from '../../preload/contract/command-names';
import type { Locale } from '../app/locale';
import type { StartCommand } from './autostart-entry';
import { NEW_CHAT_SWITCH, QUICK_SWITCH } from './start-switches';

/** What the menu of the app's icon does. */
export interface LauncherActions {
  readonly newChat: () => void;
  readonly quickAsk: () => void;
}

/** What the menu of the dock's icon offers before macOS's own items. */
export const dockItems = (locale: Locale, actions: LauncherActions): MenuItemConstructorOptions[] => {
  const names = commandNames[locale];
  return [
    { label: names.newChat, click: actions.newChat },
    { label: names.quickAsk, click: actions.quickAsk },
  ];
};

/**
 * One argument as Windows programs take a command line apart: quoted, with the backslashes before a quote doubled
 * (learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments).
 */
const windowsArgument = (argument: string): string =>
  `"${argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;

/**
 * What the menu of the task bar's icon offers on Windows: each starts the app once more, which hands it to the one that runs.
 * @param command what starts it with a switch.
 */
export const userTasks = (locale: Locale, command: (switched: string) => StartCommand): Task[] => {
  const names = commandNames[locale];
  const taskOf = (title: string, switched: string): Task => {
    const { program, args } = command(switched);
    return {
      program,
      arguments: args.map(windowsArgument).join(' '),
      title,
      description: title,
      iconPath: program,
      iconIndex: 0,
    };
  };
  return [taskOf(names.newChat, NEW_CHAT_SWITCH), taskOf(names.quickAsk, QUICK_SWITCH)];
};
