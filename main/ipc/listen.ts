import { ipcMain } from 'electron';
import { REQUEST_CHANNEL } from '../../preload/contract/bridge';
import type { Router } from './router';
import { senderOf } from './sender-gate';

/** Answers the page's requests with the router. */
export const listenToRequests = (router: Router): void => {
  ipcMain.handle(REQUEST_CHANNEL, (event, route: unknown, input: unknown) =>
    router(senderOf(event), route, input),
  );
};

/**
 * Keeps the funnel the only way in: whatever else starts to listen is taken off again. electron-store, for one, answers
 * the profile's path on a channel of its own.
 */
export const refuseOtherChannels = (): void => {
  ipcMain.on('newListener', (channel: unknown) => {
    // The listener is added after this event.
    queueMicrotask(() => ipcMain.removeAllListeners(String(channel)));
  });
};
