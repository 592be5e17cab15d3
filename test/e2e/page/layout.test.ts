import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { commandNames } from '../../../preload/contract/command-names';
import { en } from '../../../renderer/locales/en';
import { zhCN } from '../../../renderer/locales/zh-CN';
import type { FaultServer } from '../../support/fault-server';
import { withoutMotion } from '../support/axe';
import { clickMenu } from '../support/dialogs';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';
import type { Parlance } from '../support/launch';
import { clipped, notPseudo } from '../support/layout';
import { inPseudo, makePseudoApp } from '../support/pseudo';

declare const parlance: Bridge;

type Strings = typeof en;
type Commands = (typeof commandNames)['en'];

const SIZES = [
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
] as const;

/** Opens a screen; Escape closes what it has opened. */
type Screen = readonly [name: string, open: () => Promise<void>];

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const openMenuOf = async (page: Page, name: string): Promise<void> => {
  await button(page, name).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
};

const screensOf = (
  { app, page }: { readonly app: ElectronApplication; readonly page: Page },
  strings: Strings,
  commands: Commands,
): readonly Screen[] => {
  const opened = () => expect(page.getByRole('dialog').or(page.getByRole('listbox'))).not.toHaveCount(0);
  const dialogBy = (command: keyof Commands) => clickMenu(app, commands[command]).then(opened);
  const dialogOf = (name: string) => page.getByRole('button', { name }).press('Enter').then(opened);
  return [
    ['a chat with its settings', () => expect(page.getByRole('article').first()).toBeVisible()],
    ['the menu of a chat', () => openMenuOf(page, strings.conversations.actions)],
    ['the menu of a message', () => openMenuOf(page, strings.transcript.more)],
    ['the settings', () => dialogBy('settings')],
    ['the command palette', () => dialogBy('palette')],
    ['the shortcuts', () => dialogBy('shortcuts')],
    ['the Trash', () => dialogBy('trash')],
    ['importing', () => dialogBy('import')],
    ['moving to a folder', () => dialogBy('moveChat')],
    ['tags', () => dialogBy('tagChat')],
    ['the models', () => dialogBy('chooseModel')],
    ['prompts', () => dialogOf(strings.prompts.title)],
    ['comparing', () => dialogOf(strings.compare.open)],
    ['the branches', () => dialogOf(strings.branches.show)],
    ['what the next request holds', () => dialogOf(strings.contextDetails.open)],
    [
      'a search without hits',
      async () => {
        await page.getByRole('searchbox', { name: strings.search.label }).fill('zqxjkv');
        await expect(page.getByText(strings.search.noneHint)).toBeVisible();
      },
    ],
  ];
};

const prepare = async (page: Page, server: FaultServer): Promise<void> => {
  server.offer(['gpt-4o', 'gpt-4o-mini', 'o3-mini']);
  await page.evaluate(async (baseUrl) => {
    const { request } = parlance;
    await request['endpoint.save']({ id: null, kind: 'compatible', baseUrl, apiVersion: null, apiKey: null });
  }, server.baseUrl);
  const trashed = await fillChat(page, ['Thrown away', 'Yes']);
  await page.evaluate((chatId) => parlance.request['chat.delete']({ chatId }), trashed);
  await fillChat(page, ['Herons', 'They stand.', 'And storks?', 'They clatter.']);
  await page.reload();
  await page.waitForFunction(() => performance.getEntriesByName('parlance:interactive').length > 0);
  const chat = page.getByRole('navigation').getByRole('button', { name: 'Herons', exact: true });
  await chat.press('Enter');
  await expect(page.getByRole('article')).toHaveCount(4);
};

const resize = async ({ app, page }: Parlance, size: (typeof SIZES)[number]): Promise<void> => {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(size.width);
};

/** A menu is placed once it was measured, a frame or more after it is there: what is wrong is what stays wrong. */
const whatStays = async (page: Page, problems: (page: Page) => Promise<readonly string[]>) => {
  let wrong = await problems(page);
  for (let frame = 0; wrong.length > 0 && frame < 30; frame += 1) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    wrong = await problems(page);
  }
  return wrong;
};

/** Shows each screen in each size and gathers what is wrong with it. */
const walk = async (
  parlance: Parlance,
  screens: readonly Screen[],
  problems: (page: Page) => Promise<readonly string[]>,
): Promise<void> => {
  const { page } = parlance;
  const found: string[] = [];
  for (const size of SIZES) {
    await resize(parlance, size);
    for (const [name, open] of screens) {
      await open();
      const wrong = await whatStays(page, problems);
      found.push(...wrong.map((what) => `${name}, ${size.width} wide: ${what}`));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog').or(page.getByRole('listbox')), name).toHaveCount(0);
    }
  }
  expect(found).toEqual([]);
};

/** What is the same in every language: names of people's own things, of products and formats, and what the server is called. */
const ALLOWED = [
  'Herons',
  'They stand.',
  'And storks?',
  'They clatter.',
  'Thrown away',
  'zqxjkv',
  'Untitled',
  'Parlance',
  'Markdown',
  'HTML',
  'PDF',
  'JSON',
  'English',
  '中文',
  '简体中文',
  'gpt-',
  'o3-mini',
  'ChatGPT',
  'Claude',
  'Chatbox',
  'Cherry Studio',
  'NextChat',
  'OpenAI JSONL',
  'Ctrl+',
  '127.0.0.1',
  'sk-…',
];

test('in a language that is longer, nothing is cut off, and no text stands in a component', async ({
  launch,
  server,
}) => {
  const { folder, remove } = await makePseudoApp();
  const parlance = await launch({ appFolder: folder });
  const { page } = parlance;
  await withoutMotion(page);
  const problems = async () => [...(await clipped(page)), ...(await notPseudo(page, ALLOWED))];
  expect(await page.locator('h1').textContent()).toContain('⟦');
  expect(await whatStays(page, problems)).toEqual([]);
  await prepare(page, server);
  await walk(parlance, screensOf(parlance, inPseudo(en) as Strings, commandNames.en), problems);
  await remove();
});

for (const [language, strings] of [
  ['en', en],
  ['zh-CN', zhCN as Strings],
] as const) {
  test(`with the largest text nothing is cut off in ${language}`, async ({ launch, server }) => {
    const running = await launch();
    const { page } = running;
    await withoutMotion(page);
    await page.evaluate(
      (locale) => parlance.request['settings.update']({ language: locale, textSize: 'largest' }),
      language,
    );
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    expect(await whatStays(page, clipped)).toEqual([]);
    await prepare(page, server);
    await walk(running, screensOf(running, strings, commandNames[language]), clipped);
  });
}
