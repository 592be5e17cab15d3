import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '../../preload/contract/events';
import type { NativeText } from './native-text';

/** A menu command that the page carries out. */
export type MenuCommand = EventPayload<'menu.command'>['command'];

const fileMenu = (text: NativeText, send: (command: MenuCommand) => void): MenuItemConstructorOptions => ({
  label: text.file,
  submenu: [
    { label: text.newChat, accelerator: 'CmdOrCtrl+N', click: () => send('newChat') },
    { label: text.settings, accelerator: 'CmdOrCtrl+,', click: () => send('settings') },
    { type: 'separator' },
    { label: text.importChats, click: () => send('import') },
    { label: text.exportAll, click: () => send('exportAll') },
    { type: 'separator' },
    { label: text.close, role: 'close' },
    { label: text.quit, role: 'quit' },
  ],
});

const editMenu = (text: NativeText, send: (command: MenuCommand) => void): MenuItemConstructorOptions => ({
  label: text.edit,
  submenu: [
    { label: text.undo, role: 'undo' },
    { label: text.redo, role: 'redo' },
    { type: 'separator' },
    { label: text.cut, role: 'cut' },
    { label: text.copy, role: 'copy' },
    { label: text.paste, role: 'paste' },
    { label: text.selectAll, role: 'selectAll' },
    { type: 'separator' },
    { label: text.find, accelerator: 'CmdOrCtrl+F', click: () => send('find') },
    { label: text.search, accelerator: 'CmdOrCtrl+Shift+F', click: () => send('search') },
  ],
});

const viewMenu = (text: NativeText): MenuItemConstructorOptions => ({
  label: text.view,
  submenu: [
    { label: text.reload, role: 'reload' },
    { type: 'separator' },
    { label: text.zoomReset, role: 'resetZoom' },
    { label: text.zoomIn, role: 'zoomIn' },
    { label: text.zoomOut, role: 'zoomOut' },
    { type: 'separator' },
    { label: text.fullScreen, role: 'togglefullscreen' },
    { label: text.devTools, role: 'toggleDevTools' },
  ],
});

/** Sets the application menu in the given language. `send` hands a command to the page. */
export const setApplicationMenu = (
  text: NativeText,
  platform: NodeJS.Platform,
  send: (command: MenuCommand) => void,
): void => {
  const windowMenu: MenuItemConstructorOptions = {
    label: text.window,
    submenu: [{ label: text.minimize, role: 'minimize' }],
  };
  const menus = [fileMenu(text, send), editMenu(text, send), viewMenu(text), windowMenu];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(platform === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus),
  );
};
