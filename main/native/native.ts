import { setTimeout as pause } from 'node:timers/promises';
import { app, Menu } from 'electron';
import type { LoginStart, NativeFacts } from '../../preload/contract/native';
import { toAppError } from '../../preload/contract/result';
import type { Locale } from '../app/locale';
import { nativeText } from '../app/native-text';
import type { OpenedQueue } from '../app/opened-queue';
import { showQuickWindow } from '../app/quick-window';
import type { Windows } from '../app/windows';
import type { Turns } from '../chat/turns';
import type { History } from '../history/history';
import type { Events } from '../ipc/emit';
import type { SettingsStore } from '../settings/settings-store';
import { DragOut } from './drag-out';
import { endedReply, wasLong } from './ended-replies';
import { hasTray } from './has-tray';
import { dockItems, userTasks } from './launcher-menu';
import { readLoginStart, setLoginStart } from './login-start';
import { noticeText } from './notice-text';
import { ownCommand } from './own-command';
import { AwakeWhile } from './power';
import { progressBar } from './progress';
import { QuickKeys } from './quick-keys';
import { ReplyNotices } from './reply-notices';
import { TrayIcon } from './tray';
import { unreadMark } from './tray-icon';
import { Unread } from './unread';
import { UnreadFile } from './unread-file';
import { unseenReply } from './unseen-reply';

/** What the desktop's side of the app is made from. */
export interface NativeDeps {
  readonly profileDir: string;
  readonly windows: Windows;
  readonly opened: OpenedQueue;
  readonly events: Events;
  readonly settings: SettingsStore;
  readonly history: Pick<History, 'call'>;
  readonly turns: Pick<Turns, 'busyChatIds'>;
  readonly locale: () => Locale;
}

/** As in electron-builder.yml: Windows shows notifications only of an app that has a shortcut with the same id. */
const APP_ID = 'io.github.parlance-app.parlance';

/** Chats in the menu of the tray. */
const RECENT_CHATS = 5;

/** Long enough that many changes at once are one. */
const REST_MS = 300;

/** The page learns the id of a chat it has made within this time. */
const LEARNING_MS = 500;

/** What the app is on the desktop beside its window: notifications, badge, tray, global keys, the small window. */
export class Native {
  readonly #deps: NativeDeps;
  readonly #unread: Unread;
  readonly #unreadFile: UnreadFile;
  readonly #notices = new ReplyNotices((chatId) => this.open(chatId));
  readonly #keys = new QuickKeys(() => this.quickAsk());
  readonly #awake = new AwakeWhile();
  readonly #dragOut: DragOut;
  readonly #tray: TrayIcon;
  #resting: NodeJS.Timeout | undefined;

  constructor(deps: NativeDeps) {
    this.#deps = deps;
    const { windows } = deps;
    this.#dragOut = new DragOut(deps.profileDir, deps.history);
    this.#unreadFile = new UnreadFile(deps.profileDir);
    this.#unread = new Unread({
      isSeen: (chatId) => windows.isSeen(chatId),
      onChange: (chatIds) => this.#showUnread(chatIds),
    });
    this.#tray = new TrayIcon({
      show: () => windows.show(),
      open: (chatId) => this.open(chatId),
      quickAsk: () => this.quickAsk(),
      quit: () => app.quit(),
    });
  }

  /** Chats with a reply that nobody has looked at yet. */
  get unreadChatIds(): readonly string[] {
    return this.#unread.chatIds;
  }

  /** Whether the app goes on without a window because its icon leads back to it. */
  get staysInTray(): boolean {
    return this.#deps.settings.get().tray === 'stay' && this.#tray.isShown;
  }

  /** Begins to follow what goes on. */
  start(): void {
    const { events, windows, settings } = this.#deps;
    if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
    windows.onLooked(() => this.#unread.look());
    events.on('turn.started', () => this.#followTurns());
    events.on('turn.ended', ({ chatId }) => {
      this.#followTurns();
      void this.#tellEnd(chatId);
    });
    events.on('chat.changed', () => this.#refreshTray());
    events.on('chats.changed', ({ removedIds }) => this.#forget(removedIds));
    events.on('chat.removed', ({ chatId }) => this.#forget([chatId]));
    events.on('history.changed', () => {
      this.#refreshTray();
      void this.#forgetGone(this.unreadChatIds);
    });
    events.on('transfer.changed', (state) => windows.main?.setProgressBar(progressBar(state)));
    settings.onChange(() => this.#applySettings());
    this.#applySettings();
    void this.#dragOut.clear();
    void this.#bringBackUnread();
  }

  /** Leaves nothing behind. */
  async close(): Promise<void> {
    clearTimeout(this.#resting);
    await this.#unreadFile.settled();
    await this.#dragOut.clear();
  }

  /** Shows a chat in the main window; null: a new one. */
  open(chatId: string | null): void {
    this.#deps.opened.add([{ kind: 'chat', chatId }]);
    this.#deps.windows.show();
  }

  /** Shows the small window; where the person is in it already, hides it. */
  quickAsk(): void {
    const { windows } = this.#deps;
    if (windows.quick?.isVisible() && windows.quick.isFocused()) windows.quick.hide();
    else showQuickWindow(windows.openQuick());
  }

  /** Goes on with a drag of chats in the main window as a drag of files. */
  async dragOut(chatIds: readonly string[]): Promise<void> {
    const { main } = this.#deps.windows;
    if (main !== null) await this.#dragOut.begin(main.webContents, chatIds);
  }

  /** What the desktop has, and what is set there. */
  async facts(): Promise<NativeFacts> {
    return {
      hasTray: await hasTray(process.platform),
      loginStart: await readLoginStart(),
      quickKeys: this.#keys.state,
    };
  }

  /** Sets how the app starts when the person logs in. Errors: `settings.notSaved`. */
  async setLoginStart(start: LoginStart): Promise<NativeFacts> {
    await setLoginStart(start);
    return this.facts();
  }

  #followTurns(): void {
    this.#awake.set(this.#deps.turns.busyChatIds().length > 0);
  }

  async #tellEnd(chatId: string): Promise<void> {
    const { history, settings, windows, locale } = this.#deps;
    const ended = await unseenReply(chatId, {
      isSeen: (id) => windows.isSeen(id),
      isFocused: () => windows.isFocused,
      read: (id) => endedReply(history, id),
      learned: () => pause(LEARNING_MS),
    });
    if (ended === null) return;
    this.#unread.note(chatId);
    const { notifications } = settings.get();
    if (notifications === 'off' || windows.isFocused || !wasLong(ended.message)) return;
    const { chat, message } = ended;
    this.#notices.show(chatId, noticeText(notifications, chat.title, message, nativeText(locale())));
  }

  async #bringBackUnread(): Promise<void> {
    const chatIds = await this.#unreadFile.load();
    this.#unread.bringBack(chatIds);
    await this.#forgetGone(chatIds);
  }

  /** Another history may stand in the place of the one that they were in. */
  async #forgetGone(chatIds: readonly string[]): Promise<void> {
    for (const chatId of chatIds) {
      const isGone = await this.#deps.history.call('chat.open', { chatId, limit: 1 }).then(
        () => false,
        (thrown: unknown) => toAppError(thrown).code === 'history.notFound',
      );
      if (isGone) this.#unread.forget([chatId]);
    }
  }

  #forget(chatIds: readonly string[]): void {
    this.#unread.forget(chatIds);
    this.#refreshTray();
  }

  #showUnread(chatIds: readonly string[]): void {
    const { events, windows, locale } = this.#deps;
    const count = chatIds.length;
    events.emit('unread.changed', { chatIds });
    this.#unreadFile.save(chatIds);
    this.#notices.keepOnly(chatIds);
    app.setBadgeCount(count);
    if (process.platform === 'win32') {
      const words = `${nativeText(locale()).unreadReplies} ${count}`;
      windows.main?.setOverlayIcon(count === 0 ? null : unreadMark(), count === 0 ? '' : words);
    }
    this.#refreshTray();
  }

  #applySettings(): void {
    const before = this.#keys.state;
    this.#keys.use(this.#deps.settings.get().quickKeys);
    if (this.#keys.state !== before)
      void this.facts().then((facts) => this.#deps.events.emit('native.changed', facts));
    this.#showLauncherMenu();
    this.#refreshTray();
  }

  #showLauncherMenu(): void {
    const actions = { newChat: () => this.open(null), quickAsk: () => this.quickAsk() };
    const locale = this.#deps.locale();
    if (process.platform === 'darwin') app.dock?.setMenu(Menu.buildFromTemplate(dockItems(locale, actions)));
    if (process.platform === 'win32') app.setUserTasks(userTasks(locale, ownCommand));
  }

  #refreshTray(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.#showTray(), REST_MS);
  }

  async #showTray(): Promise<void> {
    const { history, settings, locale } = this.#deps;
    const isWanted = settings.get().tray !== 'off';
    if (!isWanted || !(this.#tray.isShown || (await hasTray(process.platform)))) return this.#tray.hide();
    const { chats } = await history
      .call('chat.page', { cursor: null, limit: RECENT_CHATS })
      .catch(() => ({ chats: [] }));
    if (settings.get().tray === 'off') return this.#tray.hide();
    this.#tray.show({ locale: locale(), chats, unread: this.unreadChatIds.length });
  }
}
