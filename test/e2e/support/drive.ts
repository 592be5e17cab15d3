import { expect, type Locator, type Page } from '@playwright/test';
import type { FaultServer } from '../../support/fault-server';

/** What a person does, by role and accessible name (English). */

export const messageBox = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Message', exact: true });
export const assistantMessages = (page: Page): Locator =>
  page.getByRole('article', { name: 'Assistant message' });
export const userMessages = (page: Page): Locator => page.getByRole('article', { name: 'User message' });
export const chatList = (page: Page): Locator => page.getByRole('list', { name: 'Chats' });

/** Opens Settings by its shortcut. */
export const openSettings = async (page: Page): Promise<Locator> => {
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible();
  return dialog;
};

/** Closes Settings. */
export const closeSettings = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeHidden();
};

/** Opens Settings, saves an endpoint and closes the dialog. */
export const saveServer = async (page: Page, baseUrl: string, apiKey = ''): Promise<void> => {
  const dialog = await openSettings(page);
  await dialog.getByRole('textbox', { name: 'Base URL' }).fill(baseUrl);
  if (apiKey !== '') await dialog.getByLabel('API key', { exact: true }).fill(apiKey);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('combobox', { name: 'Endpoint', exact: true })).toContainText(
    new URL(baseUrl).host,
  );
  if (apiKey !== '') await expect(dialog.getByText(/ends in …/)).toBeVisible();
  await closeSettings(page);
};

/** Chooses the demo on the first screen. Until the choice is made a question has nobody to ask. */
export const startDemo = async (page: Page): Promise<void> => {
  const demo = page.getByRole('button', { name: 'Try the demo' });
  await demo.click();
  await expect(demo).toBeHidden();
};

/** The panel of generation settings, shown. */
export const generationSettings = async (page: Page): Promise<Locator> => {
  const show = page.getByRole('button', { name: 'Show generation settings' });
  if (await show.isVisible()) await show.click();
  return page.getByRole('region', { name: 'Generation settings' });
};

/** Chooses from a list that opens below its box. */
export const chooseOption = async (box: Locator, option: string): Promise<void> => {
  await box.click();
  await box.page().getByRole('option', { name: option, exact: true }).click();
  await expect(box).toContainText(option);
};

/** The newest answer on each page when the next was asked for: not the one that is waited for. */
const answerBefore = new WeakMap<Page, string>();

/** Called before what asks for an answer: `answered` then waits for another than the newest there is. */
export const beforeAsking = async (page: Page): Promise<void> => {
  const id = await assistantMessages(page).evaluateAll((all) => all.at(-1)?.getAttribute('data-message-id'));
  if (typeof id === 'string') answerBefore.set(page, id);
};

/** Types a question and presses Enter. */
export const ask = async (page: Page, text: string): Promise<void> => {
  await messageBox(page).fill(text);
  await beforeAsking(page);
  await messageBox(page).press('Enter');
};

/** Waits until the newest answer, which is not the one from before it was asked for, has this status. */
export const answered = async (page: Page, status = 'complete'): Promise<void> => {
  const newest = assistantMessages(page).last();
  const before = answerBefore.get(page);
  if (before !== undefined)
    await expect(newest).not.toHaveAttribute('data-message-id', before, { timeout: 30_000 });
  await expect(newest).toHaveAttribute('data-status', status, { timeout: 30_000 });
  answerBefore.delete(page);
};

/** What of the shown text of a message is such a word, in order: it may be drawn a moment after its message is there. */
export const wordsIn = async (message: Locator, word: RegExp): Promise<readonly string[]> =>
  (await message.innerText()).match(word) ?? [];

/** The body of the last completion the server was asked for; a list of models may have been asked for after it. */
export const lastCompletion = ({ requests }: FaultServer): unknown =>
  requests.findLast(({ path }) => path.endsWith('/completions'))?.body;

/** Opens the menu of what is done with a message now and then. */
export const moreActions = async (message: Locator): Promise<void> => {
  await message.getByRole('button', { name: 'More actions' }).click();
};

/** Chooses from that menu. */
export const chooseAction = async (message: Locator, name: string): Promise<void> => {
  await moreActions(message);
  await message.page().getByRole('menuitem', { name, exact: true }).click();
};
