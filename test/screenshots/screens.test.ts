import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../preload/contract/bridge';
import { test } from '../e2e/support/fixtures';
import { type FaultServer, startFaultServer } from '../support/fault-server';
import { type Look, looks, shoot } from './looks';
import { EVERYTHING, pictureTexts } from './texts';

declare const parlance: Bridge;

/** By keys and order, since names differ by language. */
const ask = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('main').getByRole('textbox').last().fill(text);
  await page.keyboard.press('Enter');
};

const replied = (page: Page): Promise<void> =>
  expect(page.getByRole('article').last()).toHaveAttribute('data-status', 'complete');

const startWith = async (page: Page, server: FaultServer, look: Look): Promise<void> => {
  await page.evaluate(
    async ({ baseUrl, theme, language }) => {
      const { request } = parlance;
      await request['settings.update']({ theme, language });
      await request['endpoint.save']({
        id: null,
        kind: 'compatible',
        baseUrl,
        apiVersion: null,
        apiKey: null,
      });
    },
    { baseUrl: server.baseUrl, ...look },
  );
  await expect(page.locator('html')).toHaveAttribute('lang', look.language);
};

const serverFor = async ({ language }: Look): Promise<FaultServer> => {
  const texts = pictureTexts[language];
  const server = await startFaultServer({
    reply: ({ messages, n }, index) => {
      const asked = JSON.stringify(messages.at(-1));
      if (n > 1) return texts.answers[index % texts.answers.length] ?? '';
      return asked.includes(texts.everything) ? EVERYTHING : texts.reply;
    },
  });
  server.offer(['gpt-4o', 'gpt-4o-mini', 'o3-mini']);
  return server;
};

for (const look of looks) {
  const texts = pictureTexts[look.language];
  const name = `${look.theme} ${look.language}`;

  test(`first run, chats, Markdown, settings, search and commands: ${name}`, async ({
    launch,
    profile: home,
  }) => {
    const server = await serverFor(look);
    // Where a person has it: Settings shows the places of what is kept.
    const profile = path.join(home, '.config', 'Parlance');
    await mkdir(profile, { recursive: true });
    const { page } = await launch({ profile, env: { HOME: home } });
    await page.evaluate((patch) => parlance.request['settings.update'](patch), look);
    await expect(page.locator('html')).toHaveAttribute('lang', look.language);
    await shoot(page, 'first-run', look);
    await startWith(page, server, look);
    for (const chat of texts.chats) {
      await ask(page, chat);
      await replied(page);
      await page.keyboard.press('Control+n');
    }
    await ask(page, texts.everything);
    await replied(page);
    await expect(page.getByRole('table')).toBeVisible();
    await shoot(page, 'markdown', look);
    await page.keyboard.press('Control+n');
    await ask(page, texts.question);
    await replied(page);
    await expect(page.getByRole('table')).toBeVisible();
    await shoot(page, 'chat', look);
    await page.keyboard.press('Control+Shift+f');
    await page.keyboard.type(texts.searched);
    await expect(page.getByRole('option').first()).toBeVisible();
    await shoot(page, 'search', look);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await shoot(page, 'palette', look);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('dialog')).toBeVisible();
    await shoot(page, 'settings', look);
    const storage = page.getByRole('region').filter({ hasText: 'AES-256' }).last();
    await storage.evaluate((part) => part.scrollIntoView({ block: 'start' }));
    await expect(storage).toContainText('~/.config/Parlance/history.db');
    await shoot(page, 'storage', look);
    await server.close();
  });

  test(`a reply that is being written, and four answers: ${name}`, async ({ launch }) => {
    const server = await serverFor(look);
    const { page } = await launch();
    await startWith(page, server, look);
    await page.evaluate(async () => {
      const { settings } = await parlance.request['app.snapshot']({}).then((answer) => {
        if (!answer.ok) throw new Error(answer.error.code);
        return answer.value;
      });
      await parlance.request['settings.update']({ newChat: { ...settings.newChat, params: { n: 4 } } });
    });
    await ask(page, texts.short);
    await expect(page.getByRole('article')).toHaveCount(5);
    await replied(page);
    await shoot(page, 'answers', look);
    await server.close();
    const slow = await startFaultServer({ reply: () => texts.reply, tokensPerSecond: 60 });
    await startWith(page, slow, look);
    await page.evaluate((newChat) => parlance.request['settings.update']({ newChat }), {
      model: '',
      params: {},
    });
    await page.keyboard.press('Control+n');
    await ask(page, texts.question);
    await expect(page.getByRole('article').last()).toContainText('binary_search');
    await shoot(page, 'streaming', look);
    await slow.close();
  });
}
