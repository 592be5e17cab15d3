import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { smallDictionary } from '../../support/small-dictionary';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { openSettings } from '../support/drive';
import { test } from '../support/fixtures';
import { runPage, showCode } from '../support/preview';

test('axe finds nothing wrong with a diagram, nor with it enlarged', async ({ launch }) => {
  const { page } = await launch();
  await withoutMotion(page);
  const flow = await showCode(page, 'mermaid', 'flowchart TD\n  A[Start] --> B[End]', 'Mermaid');
  await expect(flow.getByRole('img')).toBeVisible({ timeout: 20_000 });
  await flow.getByRole('button', { name: 'Enlarge' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await checkEverywhere(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await checkEverywhere(page);
});

test('axe finds nothing wrong with a diagram that cannot be drawn', async ({ launch }) => {
  const { page } = await launch();
  await withoutMotion(page);
  const broken = await showCode(page, 'mermaid', 'flowchart TD\n  A[never closed', 'Mermaid');
  await expect(broken.getByRole('note')).toContainText('cannot be drawn', { timeout: 20_000 });
  await checkEverywhere(page);
});

test('axe finds nothing wrong with the preview of a page', async ({ launch }) => {
  const { page } = await launch();
  await withoutMotion(page);
  const shown = await runPage(page, '<html lang="en"><title>Page</title><h1>Hello</h1></html>');
  await expect(shown.getByRole('heading', { name: 'Hello' })).toBeVisible();
  await checkEverywhere(page);
});

test('axe finds nothing wrong with the spell check in Settings, with a language and with one that failed', async ({
  launch,
}) => {
  const answers = [smallDictionary(['hello']), Buffer.from('broken')];
  const server = createServer((_request, response) => response.end(answers.shift() ?? ''));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { page } = await launch({ env: { PARLANCE_DICTIONARIES: `http://127.0.0.1:${port}/` } });
  await withoutMotion(page);
  const section = (await openSettings(page)).getByRole('region', { name: 'Spell check' });
  const add = async (name: string) => {
    await section.getByRole('combobox', { name: 'Dictionary to add' }).click();
    await page.getByRole('option', { name, exact: true }).click();
    await section.getByRole('button', { name: 'Download and check' }).click();
  };
  await add('British English');
  await expect(section.getByRole('listitem')).toHaveCount(1);
  await add('French');
  await expect(section.getByRole('alert')).toBeVisible();
  await section.scrollIntoViewIfNeeded();
  await checkEverywhere(page);
  server.close();
});
