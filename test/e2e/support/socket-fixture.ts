import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import type { Contact } from '../../../preload/contract/network';
import type { Parlance } from './launch';
import { strayUses, unlistedUses } from './sockets';

declare const parlance: Bridge;

/** The app's own list of the servers it contacted. */
export const contactsOf = async (page: Page): Promise<readonly Contact[]> => {
  const answer = await page.evaluate(() => parlance.request['network.contacts']({}));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.contacts;
};

/** Follows an app to its end. Returns what then holds its sockets to the promise: nowhere but to what is listed. */
export const followSockets = ({ app, page, sockets }: Parlance): (() => Promise<void>) => {
  if (sockets === null) return async () => undefined;
  let seen: readonly string[] = [];
  const close = app.close.bind(app);
  app.close = async () => {
    // A page that is gone, and a test that broke it, cannot be asked any more.
    // In this order: what begins in between may be in the list, and need not be among the uses.
    const uses = await sockets.uses();
    const look = async (): Promise<readonly string[]> => {
      const contacts = await contactsOf(page).catch(() => null);
      seen = contacts === null ? [] : unlistedUses(uses, contacts);
      return seen;
    };
    // A request is in the list once its way is known, which may be a moment after it has begun.
    await expect
      .poll(look)
      .toEqual([])
      .catch(() => undefined);
    await close();
  };
  return async () => {
    const uses = await sockets.uses();
    await sockets.close();
    expect(strayUses(uses), 'connections that leave this computer').toEqual([]);
    expect(seen, 'connections that the list of servers lacks').toEqual([]);
  };
};
