import * as z from 'zod/mini';

/**
 * Everything that can be asked for by menu, keys and command palette alike, with its usual keys in Electron's accelerator
 * notation (electronjs.org/docs/latest/api/accelerator); null: none.
 */
export const usualKeys = {
  palette: 'CmdOrCtrl+K',
  newChat: 'CmdOrCtrl+N',
  search: 'CmdOrCtrl+Shift+F',
  find: 'CmdOrCtrl+F',
  messageBox: 'CmdOrCtrl+L',
  chooseModel: 'CmdOrCtrl+Shift+M',
  sideBar: 'CmdOrCtrl+Shift+S',
  generationSettings: 'CmdOrCtrl+Shift+G',
  nextChat: 'Ctrl+Tab',
  previousChat: 'Ctrl+Shift+Tab',
  stop: 'CmdOrCtrl+.',
  regenerate: 'CmdOrCtrl+Shift+R',
  copyReply: 'CmdOrCtrl+Shift+C',
  quickAsk: null,
  pinChat: null,
  archiveChat: null,
  moveChat: null,
  tagChat: null,
  printChat: 'CmdOrCtrl+P',
  deleteChat: 'CmdOrCtrl+Shift+Backspace',
  import: null,
  exportAll: null,
  trash: null,
  lightTheme: null,
  darkTheme: null,
  systemTheme: null,
  settings: 'CmdOrCtrl+,',
  settingsFile: null,
  storage: null,
  shortcuts: 'CmdOrCtrl+/',
  whatsNew: null,
  addSamples: null,
  removeSamples: null,
} as const satisfies Readonly<Record<string, string | null>>;

/** The name of a command. */
export type CommandId = keyof typeof usualKeys;

/** All commands, in the order that lists show them in. */
export const commandIds = Object.keys(usualKeys) as [CommandId, ...CommandId[]];

/** One or more modifiers and a key, or a function key alone: what else is pressed is typing. */
export const keys = z
  .string()
  .check(
    z.regex(
      /^(?:(?:(?:CmdOrCtrl|Ctrl|Alt|Shift)\+)*F(?:[1-9]|1[0-2])|(?=.*(?:CmdOrCtrl|Ctrl|Alt))(?:(?:CmdOrCtrl|Ctrl|Alt|Shift)\+)+(?:[A-Z0-9,./;'[\]\\`=-]|Tab|Backspace|Delete|Enter|Space|Up|Down|Left|Right|Home|End|PageUp|PageDown))$/,
    ),
  );

/** The person's own keys; null: the command has none. A command that is not named has its usual ones. */
export const ownKeys = z.partialRecord(z.enum(commandIds), z.nullable(keys));

/** The person's own keys. */
export type OwnKeys = Readonly<z.infer<typeof ownKeys>>;

/** The commands that were used last, latest first. */
export const recentCommands = z.array(z.enum(commandIds)).check(z.maxLength(commandIds.length));

/** The keys of a command; null: none. */
export const keysOf = (own: OwnKeys, command: CommandId): string | null => {
  const chosen = own[command];
  return chosen === undefined ? usualKeys[command] : chosen;
};
