import { expect, type Page } from '@playwright/test';
import { chatList } from './drive';
import { fillChat } from './fill-chat';

/** The side bar. */
export const navigation = (page: Page) => page.getByRole('navigation', { name: 'Conversations' });

/** Titles of the main list, from above. */
export const titles = (page: Page): Promise<readonly string[]> =>
  chatList(page)
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.querySelector('button')?.textContent ?? ''));

/** Chooses from the menu of a chat. */
export const chooseOf = async (page: Page, title: string, action: string): Promise<void> => {
  const item = navigation(page).getByRole('listitem').filter({ hasText: title }).last();
  await item.hover();
  await item.getByRole('button', { name: 'Chat actions' }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
};

/** Makes three chats. */
export const three = async (page: Page): Promise<void> => {
  for (const title of ['Alpha', 'Beta', 'Gamma']) await fillChat(page, [title]);
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta', 'Alpha']);
};
