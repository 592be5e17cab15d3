import type { IpcMainInvokeEvent } from 'electron';

/** What the gate needs to know of who asks. */
export interface Sender {
  readonly webContentsId: number;
  readonly isMainFrame: boolean;
  /** The frame's URL; empty when the frame is already gone. */
  readonly url: string;
}

/** Reads the sender off Electron's event. A frame that is gone or is not the main one is no main frame. */
export const senderOf = (event: IpcMainInvokeEvent): Sender => {
  const frame = event.senderFrame;
  return {
    webContentsId: event.sender.id,
    isMainFrame: frame !== null && frame.parent === null && frame === event.sender.mainFrame,
    url: frame?.url ?? '',
  };
};

const originOf = (url: string): string | null => {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  // Node gives custom schemes the origin "null", so it is put together from the parts.
  return parsed === null ? null : `${parsed.protocol}//${parsed.host}`;
};

/**
 * Makes the gate: only the main frame of a window of ours, showing our own origin, may ask.
 * @param windowIds ids of the webContents that belong to our windows now.
 * @param ownOrigin for example `app://parlance`; compared whole, never as a prefix.
 */
export const createSenderGate =
  (windowIds: () => ReadonlySet<number>, ownOrigin: string) =>
  (sender: Sender): boolean =>
    sender.isMainFrame && windowIds().has(sender.webContentsId) && originOf(sender.url) === ownOrigin;
