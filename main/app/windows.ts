import type { BrowserWindow, WebContents } from 'electron';
import { createSignal } from '../storage/signal';

/** How the windows are made; each loads its page. */
export interface WindowMakers {
  readonly main: () => BrowserWindow;
  readonly quick: () => BrowserWindow;
}

/** The chat that a page's address names; none while it is being loaded, and there is no address. */
const chatOf = ({ webContents }: BrowserWindow): string | undefined => webContents.getURL().split('#')[1];

/** None when it was closed: it is destroyed before it says so. */
const ifOpen = (window: BrowserWindow | null): BrowserWindow | null =>
  window === null || window.isDestroyed() ? null : window;

/** The windows of the app, as those need them who may not hold one: the main one and the small one, each open or not. */
export class Windows {
  readonly #make: WindowMakers;
  readonly #looked = createSignal<null>();
  #main: BrowserWindow | null = null;
  #quick: BrowserWindow | null = null;

  constructor(make: WindowMakers) {
    this.#make = make;
  }

  /** The main window, if it is open. */
  get main(): BrowserWindow | null {
    return ifOpen(this.#main);
  }

  /** The small window, if it is open: it may be hidden. */
  get quick(): BrowserWindow | null {
    return ifOpen(this.#quick);
  }

  /** Brings the main window to the front; makes it when there is none. */
  show(): void {
    const { main } = this;
    if (main === null) this.#main = this.#follow(this.#make.main());
    else {
      if (main.isMinimized()) main.restore();
      main.show();
      main.focus();
    }
  }

  /** The small window, made when there is none. */
  openQuick(): BrowserWindow {
    const window = this.quick ?? this.#follow(this.#make.quick());
    this.#quick = window;
    return window;
  }

  /** The pages that are open now. */
  pages(): readonly WebContents[] {
    return this.#all().map(({ webContents }) => webContents);
  }

  /** The page of the main window, if it is open: for what one page only may take. */
  mainPages(): readonly WebContents[] {
    return this.main === null ? [] : [this.main.webContents];
  }

  /** The ids of their webContents: who may send requests. */
  ids(): ReadonlySet<number> {
    return new Set(this.pages().map((page) => page.id));
  }

  /** Whether the person works in one of them. */
  get isFocused(): boolean {
    return this.#all().some((window) => window.isFocused());
  }

  /** Whether the person works in a window that shows the chat: its id stands in the page's address. */
  isSeen(chatId: string): boolean {
    return this.#all().some((window) => window.isFocused() && chatOf(window) === chatId);
  }

  /** Told when the person may look at another chat: in another window, or another one in the same. Returns the undo. */
  onLooked(listener: () => void): () => void {
    return this.#looked.on(listener);
  }

  #follow(window: BrowserWindow): BrowserWindow {
    const look = () => this.#looked.emit(null);
    window.on('focus', look);
    window.webContents.on('did-navigate-in-page', look);
    return window;
  }

  #all(): readonly BrowserWindow[] {
    return [this.main, this.quick].filter((window) => window !== null);
  }
}
