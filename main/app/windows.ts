import type { BrowserWindow, WebContents } from 'electron';

/** The windows of the app, as those need them who may not hold one: at present there is one window or none. */
export class Windows {
  readonly #create: () => BrowserWindow;
  #main: BrowserWindow | null = null;

  /** @param create makes the main window and loads the page into it. */
  constructor(create: () => BrowserWindow) {
    this.#create = create;
  }

  /** The main window, if it is open. */
  get main(): BrowserWindow | null {
    return this.#main;
  }

  /** Brings the main window to the front; makes it when there is none. */
  show(): void {
    if (this.#main === null) this.#open();
    else {
      if (this.#main.isMinimized()) this.#main.restore();
      this.#main.show();
      this.#main.focus();
    }
  }

  /** The pages that are open now. */
  pages(): readonly WebContents[] {
    return this.#main === null ? [] : [this.#main.webContents];
  }

  /** The ids of their webContents: who may send requests. */
  ids(): ReadonlySet<number> {
    return new Set(this.pages().map((page) => page.id));
  }

  #open(): void {
    const window = this.#create();
    this.#main = window;
    window.on('closed', () => {
      this.#main = null;
    });
  }
}
