import { expect, type Locator, type Page } from '@playwright/test';
import { messageBox } from '../support/drive';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';

const findBox = (page: Page): Locator => page.getByRole('searchbox', { name: 'Find in chat' });
const now = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('found-now') ?? [])].map((range) => range.toString()));

const openChat = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('list', { name: 'Chats' }).getByRole('button', { name: title, exact: true }).click();
};

test('finding in a chat counts and reaches all of it, not only what is on screen', async ({ launch }) => {
  const { page } = await launch();
  const texts = Array.from({ length: 400 }, (_, index) =>
    index % 100 === 7 ? `An Égret, egrets ${index}` : `${index}`,
  );
  await fillChat(page, ['Long chat', ...texts]);
  await openChat(page, 'Long chat');
  const transcript = page.getByRole('log', { name: 'Transcript' });
  await expect(transcript.getByText('399', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+f');
  await findBox(page).fill('egret');
  await expect(page.getByText('1 / 8')).toBeVisible();
  await expect(transcript.getByText('egrets 7')).toBeInViewport();
  await expect.poll(() => now(page)).toEqual(['Égret']);
  await findBox(page).press('Enter');
  await expect(page.getByText('2 / 8')).toBeVisible();
  await expect.poll(() => now(page)).toEqual(['egret']);
  await page.keyboard.press('Shift+F3');
  await findBox(page).press('Shift+Enter');
  await expect(page.getByText('8 / 8')).toBeVisible();
  await expect(transcript.getByText('egrets 307')).toBeInViewport();
  await findBox(page).fill('nowhere');
  await expect(page.getByText('0 / 0')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next match' })).toBeDisabled();
});

test('Escape closes the find box, takes the marks away and gives the focus back', async ({ launch }) => {
  const { page } = await launch();
  await fillChat(page, ['Short chat', 'heron']);
  await openChat(page, 'Short chat');
  await messageBox(page).focus();
  await page.keyboard.press('Control+f');
  await expect(findBox(page)).toBeFocused();
  await page.keyboard.type('heron');
  await expect.poll(() => now(page)).toEqual(['heron']);
  await page.keyboard.press('Escape');
  await expect(findBox(page)).toBeHidden();
  await expect(messageBox(page)).toBeFocused();
  await expect.poll(() => now(page)).toEqual([]);
});

test('one- and two-character Chinese is found inside longer words, in Chinese', async ({ launch }) => {
  const { page } = await launch({ lang: 'zh-CN' });
  await fillChat(page, ['天气', '北京的天气很好，天空很蓝。']);
  const search = page.getByRole('searchbox', { name: '搜索对话' });
  await search.fill('天');
  await expect(page.getByRole('listbox', { name: '搜索结果' }).getByRole('option')).toHaveCount(2);
  await search.press('Enter');
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox', { name: '在对话中查找' }).fill('天');
  await expect(page.getByText('1 / 3')).toBeVisible();
});
