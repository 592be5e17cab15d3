import { expect } from '@playwright/test';
import { test } from '../support/fixtures';

const LATIN_WORDS = /[A-Za-z]{4,}/g;
/** Names and terms that Chinese readers know in Latin letters. */
const KNOWN = new Set([
  'Parlance',
  'OpenAI',
  'Azure',
  'Base',
  'Enter',
  'Shift',
  'parlance',
  'demo',
  // platform.openai.com
  'platform',
  'openai',
  'Ollama',
]);

test('the main job can be done in Chinese, and no English is left on the way', async ({ launch }) => {
  const { page } = await launch({ lang: 'zh-CN' });
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  const leftovers = async () => {
    const text = await page.evaluate(() => document.body.innerText);
    return [...new Set(text.match(LATIN_WORDS))].filter((word) => !KNOWN.has(word));
  };
  await expect(page.getByRole('heading', { name: '使用 OpenAI API 密钥' })).toBeVisible();
  expect(await leftovers()).toEqual([]);
  await page.getByRole('button', { name: /演示/ }).click();
  // Enter before the choice is made has nobody to ask.
  await expect(page.getByRole('button', { name: /演示/ })).toBeHidden();
  const box = page.getByRole('textbox', { name: '消息', exact: true });
  await box.fill('你好，你能做什么？');
  await box.press('Enter');
  const answer = page.getByRole('article', { name: '助手消息' });
  await expect(answer).toHaveAttribute('data-status', 'complete', { timeout: 30_000 });
  await expect(answer).toContainText('你好，你能做什么？');
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: '设置' });
  await expect(settings.getByRole('combobox', { name: '服务', exact: true })).toHaveText('演示');
});

test('the language chosen in Settings wins over the system, at once and after a restart', async ({
  launch,
}) => {
  const first = await launch({ lang: 'en-US' });
  await first.page.keyboard.press('Control+,');
  await first.page.getByRole('combobox', { name: 'Language' }).click();
  await first.page.getByRole('option', { name: '简体中文' }).click();
  await expect(first.page.getByRole('dialog', { name: '设置' })).toBeVisible();
  await first.app.close();
  const { page } = await launch({ lang: 'en-US' });
  await expect(page.getByRole('button', { name: '新对话' })).toBeVisible();
});

test('the theme chosen in Settings holds at once and after a restart', async ({ launch }) => {
  const first = await launch();
  const background = (page: typeof first.page) =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background(first.page);
  await first.page.keyboard.press('Control+,');
  await first.page.getByRole('combobox', { name: 'Theme' }).click();
  await first.page.getByRole('option', { name: 'Dark' }).click();
  await expect.poll(() => background(first.page)).not.toBe(light);
  const dark = await background(first.page);
  await first.app.close();
  const { page } = await launch();
  await expect.poll(() => background(page)).toBe(dark);
});

test('the language of a start has a place in the environment, which Electron may then not move under its threads', async ({
  launch,
}) => {
  const { app } = await launch({ lang: 'zh-CN' });
  // Electron puts back what was there before its own value, or takes the name away again.
  expect(await app.evaluate(() => process.env.LC_ALL ?? null)).toBe(process.env.LC_ALL ?? '');
});
