import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { smallDictionary } from '../../support/small-dictionary';
import { closeSettings, messageBox, openSettings } from '../support/drive';
import { test } from '../support/fixtures';
import type { Parlance } from '../support/launch';

declare const parlance: Bridge;

/** The far side: a server of dictionaries. `answer` is what it sends for any of them. */
const dictionaryServer = async (answer: () => Buffer, leadsTo?: string) => {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    if (leadsTo === undefined) response.end(answer());
    else response.writeHead(302, { location: leadsTo + url.slice(1) }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, asked, close: () => server.close() };
};

const WORDS = ['hello', 'world', 'help', 'held', 'word', 'sword'];

/** What the native menu that opens next holds; the menu itself is the operating system's. */
const nextMenu = async (app: Parlance['app'], open: () => Promise<void>): Promise<readonly string[]> => {
  await app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup() {
      Object.assign(globalThis, { shownMenu: this });
    };
    Object.assign(globalThis, { shownMenu: null });
  });
  await open();
  const labels = () =>
    app.evaluate(() => {
      const { shownMenu } = globalThis as unknown as { shownMenu: { items: { label: string }[] } | null };
      return shownMenu?.items.map(({ label }) => label) ?? null;
    });
  await expect.poll(labels).not.toBeNull();
  return (await labels()) ?? [];
};

const choose = (app: Parlance['app'], label: string): Promise<void> =>
  app.evaluate((_electron, wanted) => {
    const { shownMenu } = globalThis as unknown as {
      shownMenu: { items: { label: string; click: () => void }[] };
    };
    shownMenu.items.find((item) => item.label === wanted)?.click();
  }, label);

const addLanguage = async (page: Page, name: string): Promise<Locator> => {
  const dialog = await openSettings(page);
  const section = dialog.getByRole('region', { name: 'Spell check' });
  await section.getByRole('combobox', { name: 'Dictionary to add' }).click();
  await page.getByRole('option', { name, exact: true }).click();
  await section.getByRole('button', { name: 'Download and check' }).click();
  return section;
};

/** The servers that the list of those contacted names for dictionaries. */
const dictionaryContacts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const answer = await parlance.request['network.contacts']({});
    if (!answer.ok) throw new Error(answer.error.code);
    const found = answer.value.contacts.filter(({ purpose }) => purpose === 'dictionaries');
    return found.map(({ origin }) => `${origin}/`).sort();
  });

/** Where the first word of the message box is. */
const firstWord = async (page: Page) => {
  const box = await messageBox(page).boundingBox();
  return { x: (box?.x ?? 0) + 28, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
};

const onFirstWord = (page: Page) => async () => {
  const { x, y } = await firstWord(page);
  await page.mouse.click(x, y, { button: 'right' });
};

test('spelling is checked after a language was chosen, and nothing is asked of any server before', async ({
  launch,
  profile,
}) => {
  const server = await dictionaryServer(() => smallDictionary(WORDS));
  // As the one of Chromium's dictionaries does.
  const first = await dictionaryServer(() => Buffer.of(), server.url);
  const env = { PARLANCE_DICTIONARIES: first.url };
  const { app, page } = await launch({ env });
  await messageBox(page).pressSequentially('helo world ');
  expect(await nextMenu(app, onFirstWord(page))).toEqual(
    expect.arrayContaining(['Cut', 'Copy', 'Paste', 'Select all']),
  );
  expect(server.asked).toEqual([]);
  await messageBox(page).fill('');
  const section = await addLanguage(page, 'British English');
  await expect(section.getByRole('list', { name: 'Spelling is checked in:' })).toHaveText('British English');
  expect(server.asked).toEqual(['/en-gb-10-1.bdic']);
  await expect.poll(() => dictionaryContacts(page)).toEqual([first.url, server.url].sort());
  await closeSettings(page);
  await messageBox(page).pressSequentially('helo world ');
  await expect
    .poll(() => nextMenu(app, onFirstWord(page)), { timeout: 20_000 })
    .toEqual(expect.arrayContaining(['hello', 'Add to dictionary']));
  await choose(app, 'hello');
  await expect(messageBox(page)).toHaveValue('hello world ');
  await messageBox(page).fill('');
  // What was chosen holds after a restart, without another download.
  await app.close();
  const again = await launch({ env, profile });
  await messageBox(again.page).pressSequentially('helo world ');
  await expect
    .poll(() => nextMenu(again.app, onFirstWord(again.page)), { timeout: 20_000 })
    .toContain('hello');
  await choose(again.app, 'Add to dictionary');
  await expect.poll(() => nextMenu(again.app, onFirstWord(again.page))).not.toContain('Add to dictionary');
  expect([first.asked.length, server.asked.length]).toEqual([1, 1]);
  const dialog = await openSettings(again.page);
  await dialog.getByRole('button', { name: 'Stop checking British English' }).click();
  await expect(dialog.getByText('Spelling is not checked.')).toBeVisible();
  first.close();
  server.close();
});

test('a dictionary that is broken is refused, and that is said beside the choice', async ({ launch }) => {
  const whole = smallDictionary(WORDS);
  const server = await dictionaryServer(() => whole.subarray(0, whole.length - 1));
  const { page } = await launch({ env: { PARLANCE_DICTIONARIES: server.url } });
  const section = await addLanguage(page, 'British English');
  await expect(section.getByRole('alert')).toContainText('The dictionary could not be loaded');
  await expect(section.getByText('Spelling is not checked.')).toBeVisible();
  server.close();
});
