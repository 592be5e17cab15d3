import { Menu, type MenuItemConstructorOptions, Tray } from 'electron';
import { commandNames } from '../../preload/contract/command-names';
import type { Chat } from '../../preload/contract/history';
import type { Locale } from '../app/locale';
import { nativeText } from '../app/native-text';
import { trayIcon } from './tray-icon';

/** What the menu in the tray does. */
export interface TrayActions {
  readonly show: () => void;
  /** Shows a chat; null: a new one. */
  readonly open: (chatId: string | null) => void;
  readonly quickAsk: () => void;
  readonly quit: () => void;
}

/** What the tray shows now. */
export interface TrayContent {
  readonly locale: Locale;
  /** Those written in last, latest first. */
  readonly chats: readonly Pick<Chat, 'id' | 'title'>[];
  readonly unread: number;
}

/** The longest title in the menu, in UTF-16 code units. */
const MAX_TITLE = 60;

const chatItem = (
  { id, title }: Pick<Chat, 'id' | 'title'>,
  untitled: string,
  { open }: TrayActions,
): MenuItemConstructorOptions => {
  const short = title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE)}…` : title;
  // A single ampersand would mark the letter after it.
  return { label: short === '' ? untitled : short.replaceAll('&', '&&'), click: () => open(id) };
};

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

const menuOf = ({ locale, chats }: TrayContent, actions: TrayActions): Menu => {
  const text = nativeText(locale);
  const names = commandNames[locale];
  return Menu.buildFromTemplate([
    { label: text.openApp, click: actions.show },
    { label: names.newChat, click: () => actions.open(null) },
    { label: names.quickAsk, click: actions.quickAsk },
    ...(chats.length === 0 ? [] : [SEPARATOR]),
    ...chats.map((chat) => chatItem(chat, text.untitled, actions)),
    SEPARATOR,
    { label: text.quit, click: actions.quit },
  ]);
};

/** The app's icon in the tray: there while it is wanted. */
export class TrayIcon {
  readonly #actions: TrayActions;
  #tray: Tray | null = null;

  constructor(actions: TrayActions) {
    this.#actions = actions;
  }

  get isShown(): boolean {
    return this.#tray !== null;
  }

  /** Shows the icon with its menu as they should be now. */
  show(content: TrayContent): void {
    const tray = this.#tray ?? this.#make();
    const { unreadReplies } = nativeText(content.locale);
    tray.setToolTip(content.unread === 0 ? 'Parlance' : `Parlance · ${unreadReplies} ${content.unread}`);
    tray.setContextMenu(menuOf(content, this.#actions));
  }

  /** Takes the icon away. */
  hide(): void {
    this.#tray?.destroy();
    this.#tray = null;
  }

  #make(): Tray {
    const tray = new Tray(trayIcon(process.platform));
    this.#tray = tray;
    // On macOS a click opens the menu.
    if (process.platform !== 'darwin') tray.on('click', this.#actions.show);
    return tray;
  }
}
