import { expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { startFaultServer } from '../../support/fault-server';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { answered, ask, assistantMessages, generationSettings, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

declare const parlance: Bridge;

test('axe finds nothing wrong with the settings of a legacy model, nor with a reply as its tokens', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => ' Paris, on the Seine. 👋🏽\n\n你好，世界' });
  server.offer(['gpt-3.5-turbo-instruct']);
  const { page } = await launch();
  await withoutMotion(page);
  await saveServer(page, server.baseUrl);
  const params = { maxTokens: 99, logprobs: true, topLogprobs: 5 };
  await page.evaluate((newChat) => parlance.request['settings.update']({ newChat }), {
    model: 'gpt-3.5-turbo-instruct',
    params,
  });
  await page.getByRole('button', { name: 'New chat', exact: true }).click();
  await ask(page, 'Where is it?');
  await answered(page);
  const region = await generationSettings(page);
  await region.getByRole('combobox', { name: 'Prompt format' }).click();
  await page.getByRole('option', { name: 'Custom' }).click();
  await region.getByRole('textbox', { name: 'User template' }).fill('User:');
  await region.getByRole('button', { name: 'Show prompt' }).click();
  await assistantMessages(page).last().getByRole('button', { name: 'Logprobs' }).click();
  await page.getByRole('listbox', { name: 'Tokens' }).getByRole('option').nth(1).click();
  await expect(page.getByRole('dialog', { name: /^Alternatives to / })).toBeVisible();
  await checkEverywhere(page);
  await server.close();
});
