import { Menu, type MenuItemConstructorOptions } from 'electron';
import { commandNames } from '../../preload/contract/command-names';
import { type CommandId, keysOf, type OwnKeys } from '../../preload/contract/commands';
import type { Locale } from './locale';
import { type NativeText, nativeText } from './native-text';

/** What the application menu depends on. */
export interface MenuFacts {
  readonly locale: Locale;
  readonly platform: NodeJS.Platform;
  readonly keys: OwnKeys;
  /** Hands a command to the page. */
  readonly send: (command: CommandId) => void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

type Items = (...commands: readonly CommandId[]) => MenuItemConstructorOptions[];

const itemsOf =
  ({ locale, platform, keys, send }: MenuFacts): Items =>
  (...commands) =>
    commands.map((command) => {
      const accelerator = keysOf(keys, command);
      return {
        label: commandNames[locale][command],
        click: () => send(command),
        ...(accelerator === null ? {} : { accelerator }),
        // Elsewhere the page takes the keys itself, and only shows them here; macOS knows no such difference.
        registerAccelerator: platform === 'darwin',
      };
    });

const fileMenu = (text: NativeText, items: Items): MenuItemConstructorOptions => ({
  label: text.file,
  submenu: [
    ...items('newChat', 'quickAsk', 'settings'),
    SEPARATOR,
    ...items('import', 'exportAll', 'printChat'),
    SEPARATOR,
    ...items('trash'),
    SEPARATOR,
    { label: text.close, role: 'close' },
    { label: text.quit, role: 'quit' },
  ],
});

const editMenu = (text: NativeText, items: Items): MenuItemConstructorOptions => ({
  label: text.edit,
  submenu: [
    { label: text.undo, role: 'undo' },
    { label: text.redo, role: 'redo' },
    SEPARATOR,
    { label: text.cut, role: 'cut' },
    { label: text.copy, role: 'copy' },
    { label: text.paste, role: 'paste' },
    { label: text.pastePlain, role: 'pasteAndMatchStyle', accelerator: 'CmdOrCtrl+Shift+V' },
    { label: text.selectAll, role: 'selectAll' },
    SEPARATOR,
    ...items('find', 'search'),
  ],
});

const viewMenu = (text: NativeText, items: Items): MenuItemConstructorOptions => ({
  label: text.view,
  submenu: [
    ...items('palette', 'messageBox', 'chooseModel', 'sideBar', 'generationSettings'),
    SEPARATOR,
    { label: text.reload, role: 'reload' },
    SEPARATOR,
    { label: text.zoomReset, role: 'resetZoom' },
    { label: text.zoomIn, role: 'zoomIn' },
    { label: text.zoomOut, role: 'zoomOut' },
    SEPARATOR,
    { label: text.fullScreen, role: 'togglefullscreen' },
    { label: text.devTools, role: 'toggleDevTools' },
  ],
});

const chatMenu = (text: NativeText, items: Items): MenuItemConstructorOptions => ({
  label: text.chat,
  submenu: [
    ...items('stop', 'regenerate', 'copyReply'),
    SEPARATOR,
    ...items('pinChat', 'archiveChat', 'moveChat', 'tagChat', 'deleteChat'),
    SEPARATOR,
    ...items('nextChat', 'previousChat'),
  ],
});

/** Sets the application menu. */
export const setApplicationMenu = (facts: MenuFacts): void => {
  const text = nativeText(facts.locale);
  const items = itemsOf(facts);
  const menus: MenuItemConstructorOptions[] = [
    fileMenu(text, items),
    editMenu(text, items),
    viewMenu(text, items),
    chatMenu(text, items),
    { label: text.window, role: 'window', submenu: [{ label: text.minimize, role: 'minimize' }] },
    {
      label: text.help,
      role: 'help',
      submenu: items('shortcuts', 'whatsNew', 'addSamples', 'removeSamples'),
    },
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(facts.platform === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus),
  );
};
