import { expect } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { answerIn, compareModels } from '../support/compare';
import { ask, assistantMessages, saveServer, userMessages } from '../support/drive';
import { test } from '../support/fixtures';
import { glimpse } from '../support/glimpse';

test('what differs between two answers is told by word, sign and role, in one text and side by side', async ({
  launch,
}) => {
  const server = await startFaultServer({
    reply: ({ model }) =>
      model === 'alpha' ? 'The cat sat here. 我们去公园。' : 'The dog sat here. 我们去学校。',
  });
  server.offer(['alpha', 'beta']);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await compareModels(page, 'Who sat where?', ['alpha', 'beta']);
  await page.getByRole('button', { name: 'Compare answers' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare answers' });
  const differences = dialog.getByRole('region', { name: 'Differences' });
  await expect(dialog.getByRole('combobox', { name: 'First' })).toContainText('alpha');
  await expect(differences.getByRole('deletion')).toHaveText(['−cat', '−公园']);
  await expect(differences.getByRole('insertion')).toHaveText(['+dog', '+学校']);
  await expect(dialog.getByRole('status')).toContainText('2 words added · 2 words removed');
  await dialog.getByRole('tab', { name: 'Side by side' }).click();
  await expect(differences.getByRole('insertion')).toHaveText(['+dog', '+学校']);
  await dialog.getByRole('combobox', { name: 'Second' }).click();
  await page.getByRole('option', { name: 'alpha' }).click();
  await expect(dialog.getByRole('status')).toContainText('The texts are the same.');
  await server.close();
});

test('branches are compared like answers', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'What is a tide?');
  await expect(assistantMessages(page)).toHaveAttribute('data-status', 'complete');
  await userMessages(page).getByRole('button', { name: 'Edit' }).click();
  await userMessages(page).getByRole('textbox').fill('What is a wave?');
  await userMessages(page).getByRole('textbox').press('Enter');
  await expect(userMessages(page)).toContainText('2 / 2');
  await userMessages(page).getByRole('button', { name: 'Compare branches' }).click();
  const differences = page.getByRole('region', { name: 'Differences' });
  await expect(differences.getByRole('deletion')).toHaveText('−tide');
  await expect(differences.getByRole('insertion')).toHaveText('+wave');
});

test('two long texts without a common word do not freeze the page while they are compared', async ({
  launch,
}) => {
  const noise = (seed: number) =>
    Array.from({ length: 30_000 }, (_, at) => ((at * 2_654_435_761 + seed * 7) % 2 ** 31).toString(36)).join(
      ' ',
    );
  const server = await startFaultServer({ reply: ({ model }) => noise(model === 'alpha' ? 1 : 2) });
  server.offer(['alpha', 'beta']);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  // Drawing them is not what this is about: the dialog that asks is gone before they come.
  server.fail({ kind: 'hold', after: 0 }, 2);
  await compareModels(page, 'Noise, please', ['alpha', 'beta']);
  await server.release(2);
  for (const name of ['alpha', 'beta'])
    await expect(answerIn(page, name)).toHaveAttribute('data-status', 'complete', { timeout: 30_000 });
  const told = glimpse(page, 'Comparing…');
  await page.getByRole('button', { name: 'Compare answers' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare answers' });
  await told;
  // The page answers while the work is under way.
  await dialog.getByRole('tab', { name: 'Side by side' }).click();
  await expect(dialog.getByRole('tab', { name: 'Side by side' })).toHaveAttribute('aria-selected', 'true');
  await expect(dialog.getByRole('status')).toContainText('whole lines are shown', { timeout: 30_000 });
  await server.close();
});
