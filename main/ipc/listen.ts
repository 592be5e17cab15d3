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
