import { expect } from '@playwright/test';
import { chooseOf, titles } from '../support/chat-list';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';

test('a pinned chat stays on top, an archived one leaves the list, is found and comes back; all of it outlives a restart', async ({
  launch,
}) => {
  const first = await launch();
  for (const title of ['Alpha', 'Beta', 'Gamma']) await fillChat(first.page, [title, `${title} heron`]);
  await expect.poll(() => titles(first.page)).toEqual(['Gamma', 'Beta', 'Alpha']);
  await chooseOf(first.page, 'Alpha', 'Pin');
  await expect.poll(() => titles(first.page)).toEqual(['Alpha', 'Gamma', 'Beta']);
  await chooseOf(first.page, 'Gamma', 'Archive');
  await expect.poll(() => titles(first.page)).toEqual(['Alpha', 'Beta']);
  await first.page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => titles(first.page)).toEqual(['Alpha', 'Gamma', 'Beta']);
  await chooseOf(first.page, 'Gamma', 'Archive');
  await first.app.close();

  const { page } = await launch();
  await expect.poll(() => titles(page)).toEqual(['Alpha', 'Beta']);
  await page.getByRole('searchbox', { name: 'Search chats' }).fill('heron is:archived');
  const hit = page.getByRole('listbox', { name: 'Search results' }).getByRole('option');
  await expect(hit).toHaveCount(1);
  await hit.click();
  await page.getByRole('button', { name: 'Bring back from archive' }).click();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect.poll(() => titles(page)).toEqual(['Alpha', 'Gamma', 'Beta']);
  await chooseOf(page, 'Alpha', 'Unpin');
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta', 'Alpha']);
});
