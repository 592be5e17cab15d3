import { expect } from '@playwright/test';
import { openSettings, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

const KEY = 'sk-test-000000001234';

test('one form stands in Settings after Save and after Add an endpoint', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl, KEY);
  const dialog = await openSettings(page);
  const endpoint = dialog.getByRole('combobox', { name: 'Endpoint', exact: true });
  await endpoint.click();
  await page.getByRole('option', { name: /Add/ }).click();
  await expect(endpoint).toContainText('Add');
  await expect(dialog.getByRole('textbox', { name: 'Base URL' })).toHaveCount(1);
  await dialog.getByRole('textbox', { name: 'Base URL' }).fill('http://127.0.0.1:9/v1');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(endpoint).toContainText('127.0.0.1:9');
  await expect(dialog.getByRole('textbox', { name: 'Base URL' })).toHaveCount(1);
});

test('the environment’s endpoint shows its own address and key, and Save does not turn away from it', async ({
  launch,
  server,
}) => {
  const { page } = await launch({ env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: server.baseUrl } });
  const dialog = await openSettings(page);
  await expect(dialog.getByRole('textbox', { name: 'Base URL' })).toHaveValue(server.baseUrl);
  await expect(dialog.getByText('From the environment, ends in …1234')).toBeVisible();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByText('Saved', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Base URL' })).toHaveValue(server.baseUrl);
  await expect(dialog.getByRole('status', { name: 'Key storage' })).toContainText('environment');
  await dialog.getByRole('button', { name: 'Test connection', exact: true }).click();
  await expect(dialog.getByRole('status', { name: 'Connection' })).toContainText('Connected');
  expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${KEY}`);
});

test('an OPENAI_API_KEY that is no key is said to be none', async ({ launch, server }) => {
  const env = { OPENAI_API_KEY: 'sk-with a space 1234', OPENAI_BASE_URL: server.baseUrl };
  const { page } = await launch({ env });
  const dialog = await openSettings(page);
  await dialog.getByRole('button', { name: 'Test connection', exact: true }).click();
  await expect(dialog.getByRole('status', { name: 'Connection' })).toContainText('OPENAI_API_KEY');
});

test('the connection test tells of the address that stands in the form', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl, KEY);
  const dialog = await openSettings(page);
  const outcome = dialog.getByRole('status', { name: 'Connection' });
  await dialog.getByRole('button', { name: 'Test connection', exact: true }).click();
  await expect(outcome).toContainText('Connected');
  await dialog.getByRole('textbox', { name: 'Base URL' }).fill('http://127.0.0.1:1/v1');
  await expect(outcome).toBeEmpty();
  await dialog.getByRole('button', { name: 'Save and test connection' }).click();
  await expect(outcome).toContainText('Nothing answers');
});

test('a key that stays behind with its address is said to, before and after Save', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, 'http://127.0.0.1:9/v1', KEY);
  const dialog = await openSettings(page);
  const key = dialog.getByLabel('API key', { exact: true });
  await expect(key).toHaveAttribute('placeholder', 'Leave empty to keep the stored key');
  await dialog.getByRole('textbox', { name: 'Base URL' }).fill(server.baseUrl);
  await expect(key).toHaveAttribute('placeholder', '');
  await expect(key).toHaveAccessibleDescription(/belongs to the saved address/);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('belonged to the old address');
  await key.fill(KEY);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByText('Stored, ends in …1234')).toBeVisible();
  await expect(dialog.getByRole('alert')).toBeHidden();
});
