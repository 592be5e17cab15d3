import { expect } from '@playwright/test';
import { answered, ask, generationSettings, lastCompletion, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

test('a preset is saved, survives a restart, is put to another chat, renamed and deleted', async ({
  launch,
  server,
}) => {
  const first = await launch();
  await saveServer(first.page, server.baseUrl);
  const before = await generationSettings(first.page);
  await before.getByRole('textbox', { name: 'System prompt' }).fill('Be a poet.');
  await before.getByRole('spinbutton', { name: 'Temperature' }).fill('1.2');
  await before.getByRole('button', { name: 'Save as preset…' }).click();
  await before.getByRole('textbox', { name: 'Preset name' }).fill('Poet');
  await before.getByRole('textbox', { name: 'Preset name' }).press('Enter');
  await expect(before.getByRole('combobox', { name: 'Preset' })).toContainText('Poet');
  await first.app.close();

  const { page } = await launch();
  const region = await generationSettings(page);
  const preset = region.getByRole('combobox', { name: 'Preset' });
  const temperature = region.getByRole('spinbutton', { name: 'Temperature' });
  // The draft of the new chat kept its settings; others, and a field that is wrong, must give way.
  await region.getByRole('spinbutton', { name: 'Seed' }).fill('7');
  await temperature.fill('9');
  await preset.click();
  await page.getByRole('option', { name: 'Poet' }).click();
  await expect(temperature).toHaveValue('1.2');
  await expect(region.getByRole('spinbutton', { name: 'Seed' })).toHaveValue('');
  await ask(page, 'Sing');
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({
    temperature: 1.2,
    messages: [
      { role: 'system', content: 'Be a poet.' },
      { role: 'user', content: 'Sing' },
    ],
  });

  await region.getByRole('button', { name: 'Set as default' }).click();
  await expect(region.getByRole('button', { name: 'Set as default' })).toBeHidden();
  await page.getByRole('button', { name: 'New chat' }).click();
  await expect(temperature).toHaveValue('1.2');

  await region.getByRole('button', { name: 'Rename preset' }).click();
  await region.getByRole('textbox', { name: 'Preset name' }).fill('Bard');
  await region.getByRole('button', { name: 'Save preset' }).click();
  await expect(preset).toContainText('Bard');

  // What goes, by another of its name or by the button, comes back.
  const undo = page.getByRole('button', { name: 'Undo' });
  await temperature.fill('0.3');
  await region.getByRole('button', { name: 'Save as preset…' }).click();
  await region.getByRole('textbox', { name: 'Preset name' }).fill('Bard');
  await region.getByRole('button', { name: 'Save preset' }).click();
  await expect(preset).toContainText('Bard');
  await expect(page.getByRole('status').filter({ hasText: 'was replaced' })).toBeVisible();
  await undo.click();
  await expect(preset).toContainText('None');
  await preset.click();
  await page.getByRole('option', { name: 'Bard' }).click();
  await expect(temperature).toHaveValue('1.2');
  await region.getByRole('button', { name: 'Delete preset' }).click();
  await expect(preset).toBeHidden();
  await undo.click();
  await expect(preset).toContainText('Bard');
  await region.getByRole('button', { name: 'Delete preset' }).click();
  await expect(preset).toBeHidden();
  await expect(temperature).toHaveValue('1.2');
});
