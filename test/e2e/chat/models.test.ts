import { expect, type Locator, type Page } from '@playwright/test';
import {
  answered,
  ask,
  assistantMessages,
  generationSettings,
  lastCompletion,
  saveServer,
} from '../support/drive';
import { test } from '../support/fixtures';

const modelBox = (page: Page): Locator => page.getByRole('combobox', { name: 'Model', exact: true });
const meter = (page: Page): Locator => page.getByRole('meter', { name: 'Context usage' });
const conversation = (page: Page): Locator => page.getByRole('main', { name: 'Conversation' });

const openList = async (page: Page): Promise<Locator> => {
  await modelBox(page).click();
  const list = page.getByRole('listbox', { name: 'Model' });
  await expect(list.getByRole('option').first()).toBeVisible();
  return list;
};

const choose = async (page: Page, id: string): Promise<void> => {
  const list = await openList(page);
  await list.getByRole('option', { name: new RegExp(`^${id} `) }).click();
  await expect(modelBox(page)).toHaveText(id);
};

const editFacts = async (page: Page): Promise<Locator> => {
  await openList(page);
  await page.getByRole('button', { name: 'Edit facts' }).click();
  const dialog = page.getByRole('dialog', { name: /^Facts of / });
  await expect(dialog).toBeVisible();
  return dialog;
};

test('the list groups models, tells what matters of each, warns of deprecated ones, and finds by alias', async ({
  launch,
  server,
}) => {
  server.offer(['gpt-5.4', 'gpt-4-0613', 'gpt-3.5-turbo', 'house-model']);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const list = await openList(page);
  const inGroup = (name: string) => list.getByRole('group', { name }).getByRole('option');
  await expect(inGroup('Current')).toContainText(['gpt-5.4']);
  await expect(inGroup('From this server')).toContainText(['house-model']);
  await expect(inGroup('Deprecated')).toContainText(['gpt-3.5-turbo', 'gpt-4-0613']);
  await expect(list.getByRole('option', { name: /^gpt-4-0613/ })).toContainText(
    '8,192 context · 8,192 per reply · $30.00 in, $60.00 out · 2021-09 · takes textdeprecated, shutdown 2026-10-23',
  );
  await expect(list.getByRole('option', { name: /^gpt-5\.4/ })).toContainText('takes text and images');
  await expect(list.getByRole('option', { name: /^house-model/ })).toContainText('context window not known');
  // What the alias stood for before it moved.
  await page.getByRole('combobox', { name: 'Search models' }).fill('turbo-0613');
  await expect(inGroup('Deprecated')).toHaveCount(1);
  // A proxy may take what it does not list.
  await expect(inGroup('Not listed by this server')).toHaveText([/^gpt-3\.5-turbo-0613.*4,096 context/]);
  await expect(list.getByRole('option', { name: /^gpt-3\.5-turbo / })).toHaveAccessibleDescription(
    /stands for gpt-3\.5-turbo-0125.*stood for gpt-3\.5-turbo-0613 with 4,096 tokens before/,
  );
});

test('models can be chosen offline as the server listed them, and its new ones come by themselves', async ({
  launch,
  server,
}) => {
  server.offer(['house-model']);
  const first = await launch();
  await saveServer(first.page, server.baseUrl);
  await expect(modelBox(first.page)).toHaveText('house-model');
  await first.app.close();
  server.offer(['house-model', 'new-model']);
  const second = await launch();
  await openList(second.page);
  await expect(second.page.getByRole('option', { name: /^new-model/ })).toBeVisible();
  await second.app.close();
  await server.close();
  const { page } = await launch();
  await expect(modelBox(page)).toHaveText('house-model');
  await openList(page);
  await expect(page.getByRole('option', { name: /^new-model/ })).toBeVisible();
});

test('facts set by a person win, are marked, refuse nonsense, and price what is asked', async ({
  launch,
  server,
}) => {
  server.offer(['house-model']);
  const first = await launch();
  const { page } = first;
  await saveServer(page, server.baseUrl);
  await ask(page, 'Unpriced');
  await answered(page);
  // Never 0: nothing at all.
  await expect(conversation(page)).not.toContainText('$');

  const dialog = await editFacts(page);
  await dialog.getByRole('textbox', { name: 'Context window' }).fill('128K');
  await dialog.getByRole('textbox', { name: 'Input price', exact: true }).fill('1000');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toHaveCount(2);
  await dialog.getByRole('textbox', { name: 'Context window' }).fill('8,000');
  await dialog.getByRole('textbox', { name: 'Output price' }).fill('2000');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(modelBox(page)).toBeFocused();
  await expect(meter(page)).toHaveAttribute('aria-valuemax', '8000');
  await expect(meter(page)).toHaveAttribute('aria-valuetext', /the prompt costs about \$/);

  await page.getByRole('button', { name: 'New chat' }).click();
  await (await generationSettings(page)).getByRole('spinbutton', { name: 'Number of answers' }).fill('2');
  await ask(page, 'Priced');
  await expect(assistantMessages(page)).toHaveCount(2);
  await answered(page);
  const answer = assistantMessages(page).last();
  await expect(answer).toContainText('for all answers');
  const tokens = /(\d+) in, (\d+) out/.exec(await answer.innerText());
  const usd = (Number(tokens?.[1]) * 1000 + Number(tokens?.[2]) * 2000) / 1_000_000;
  const inDollars = `$${usd < 0.1 ? usd.toPrecision(2) : usd.toFixed(2)}`;
  await expect(answer).toContainText(`${inDollars} for all answers`);
  // Two answers of one request are paid once.
  await expect(page.getByText(`Cost: ${inDollars}`, { exact: true })).toBeVisible();
  await first.app.close();

  const second = await launch();
  await openList(second.page);
  await expect(second.page.getByRole('option', { name: /^house-model/ })).toContainText(
    'set by you: context window and price',
  );
  await second.page.keyboard.press('Escape');
  await second.page.getByRole('button', { name: 'Priced', exact: true }).click();
  await expect(second.page.getByText(`Cost: ${inDollars}`, { exact: true })).toBeVisible();
});

test('the list and the facts of a model can be had by keyboard alone', async ({ launch, server }) => {
  server.offer(['model-a', 'model-b', 'model-c']);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await expect(modelBox(page)).toHaveText('model-a');
  await modelBox(page).press('Enter');
  const search = page.getByRole('combobox', { name: 'Search models' });
  await expect(search).toBeFocused();
  await page.keyboard.type('model-c');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Edit facts' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Facts of model-c' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(modelBox(page)).toBeFocused();
  await choose(page, 'model-b');
});

test('a model that no list names can be typed and is asked, also where the server lists none at all', async ({
  launch,
  server,
}) => {
  server.fail({ kind: 'status', status: 404 });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await modelBox(page).click();
  await page.getByRole('combobox', { name: 'Search models' }).fill('my-deployment');
  const option = page.getByRole('option', { name: /^Use “my-deployment”.*context window not known/ });
  await expect(option).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(modelBox(page)).toHaveText('my-deployment');
  server.fail(null);
  await ask(page, 'Hello');
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({ model: 'my-deployment' });
});
