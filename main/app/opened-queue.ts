import path from 'node:path';
import { app } from 'electron';
import { createSignal } from '../storage/signal';
import { type Opened, openedBy } from './opened';

/** What was opened from outside and not yet taken by the page, which may not even be there yet. */
export interface OpenedQueue {
  readonly add: (opened: readonly Opened[]) => void;
  /** Everything that waits; it waits no longer. */
  readonly take: () => readonly Opened[];
  /** Told each time that something waits. Returns the undo. */
  readonly onOpened: (listener: () => void) => () => void;
}

const ownArguments = (argv: readonly string[]): readonly string[] => {
  const args = argv.slice(1).filter((arg) => !arg.startsWith('-'));
  // Without a package the first of them is the app itself.
  return app.isPackaged ? args : args.slice(1);
};

/**
 * Gathers what the system asks to be opened: on this start's command line, on that of a later start, and on macOS by events.
 * Call before the app is ready: macOS tells of the link that it was started by while it starts.
 */
export const followOpened = (): OpenedQueue => {
  const signal = createSignal<null>();
  let waiting: readonly Opened[] = [];
  const add = (opened: readonly Opened[]) => {
    if (opened.length === 0) return;
    waiting = [...waiting, ...opened];
    signal.emit(null);
  };
  add(openedBy(ownArguments(process.argv), process.cwd()));
  app.on('second-instance', (_event, argv, folder) => add(openedBy(ownArguments(argv), folder)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    add(openedBy([url], '/'));
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    add([{ kind: 'file', path: path.resolve(file) }]);
  });
  return {
    add,
    take: () => {
      const taken = waiting;
      waiting = [];
      return taken;
    },
    onOpened: (listener) => signal.on(listener),
  };
};
