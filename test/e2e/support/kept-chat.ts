import { expect, type Page } from '@playwright/test';
import type { FaultServer } from '../../support/fault-server';
import { answered, ask, assistantMessages, chatList, saveServer } from './drive';

/** A chat that must outlive what happens to its keys. */

/** Chats once with a server. */
export const chatOnce = async (page: Page, server: FaultServer, apiKey = ''): Promise<void> => {
  await saveServer(page, server.baseUrl, apiKey);
  await ask(page, 'Keep me');
  await answered(page);
};

/** Opens that chat: it is whole. */
export const expectChat = async (page: Page): Promise<void> => {
  await chatList(page).getByRole('button', { name: 'Keep me', exact: true }).click();
  await expect(assistantMessages(page)).toContainText('Hello world');
};

/** Goes on with it: the key is still there. */
export const expectKey = async (page: Page, server: FaultServer, apiKey: string): Promise<void> => {
  await ask(page, 'Still with the key?');
  await answered(page);
  expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${apiKey}`);
};
