import { expect, type Locator, type Page } from '@playwright/test';
import { type FaultServer, startFaultServer } from '../../support/fault-server';
import { messageBox } from './drive';

/** What a person does to compare answers, by role and accessible name (English). */

/** Answers with the name of the model that was asked. */
export const namingServer = async (words = 3): Promise<FaultServer> => {
  const server = await startFaultServer({
    reply: ({ model }, index) => `I am ${model}, choice ${index}. ${'word '.repeat(words)}end`,
  });
  server.offer(['alpha', 'beta', 'gamma', 'delta']);
  return server;
};

export const compareDialog = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Compare', exact: true });
export const group = (page: Page): Locator => page.getByRole('group', { name: 'Answers' });
export const column = (page: Page, name: string): Locator =>
  group(page).getByRole('region', { name, exact: true });
export const answerIn = (page: Page, name: string): Locator =>
  column(page, name).getByRole('article', { name: 'Assistant message' });

export const openCompare = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(compareDialog(page)).toBeVisible();
  return compareDialog(page);
};

export const sendToAll = async (dialog: Locator): Promise<void> => {
  await dialog.getByRole('button', { name: 'Send to all' }).click();
  await expect(dialog).toBeHidden();
};

export const compareModels = async (
  page: Page,
  question: string,
  names: readonly string[],
): Promise<void> => {
  await messageBox(page).fill(question);
  const dialog = await openCompare(page);
  const boxes = dialog.getByRole('group', { name: 'Models to ask' }).getByRole('checkbox');
  await expect(boxes).not.toHaveCount(0);
  for (const box of await boxes.all()) await box.uncheck();
  for (const name of names) await dialog.getByRole('checkbox', { name, exact: true }).check();
  await sendToAll(dialog);
};

export const compareValues = async (page: Page, param: string, values: string): Promise<Locator> => {
  const dialog = await openCompare(page);
  await dialog.getByRole('tab', { name: 'Parameter' }).click();
  await dialog.getByRole('combobox', { name: 'Parameter to vary' }).click();
  await page.getByRole('option', { name: param, exact: true }).click();
  await dialog.getByRole('textbox').fill(values);
  return dialog;
};

export const bodies = ({ requests }: FaultServer) =>
  requests
    .filter(({ path }) => path === '/chat/completions')
    .map(({ body }) => body as { model: string; temperature?: number; messages: { content: string }[] });
