import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { makePng } from '../../support/make-image';
import { chips, choose, drag } from '../support/attach';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { answered, ask, saveServer, userMessages } from '../support/drive';
import { test } from '../support/fixtures';

declare const parlance: Bridge;

/** The check ends in Chinese. */
const inEnglish = (page: Page) =>
  page.evaluate(() => parlance.request['settings.update']({ language: 'en' }));

const IMAGE = { name: 'a.png', mimeType: 'image/png', buffer: makePng(3000, 300) };
const TEXT = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Notes') };
const BROKEN = { name: 'b.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-') };

test('axe finds nothing wrong with attachments: beside a text, refused, dropped, shown, edited, enlarged', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await withoutMotion(page);
  await saveServer(page, server.baseUrl);
  await choose(page, [IMAGE, TEXT, BROKEN]);
  await expect(chips(page).getByRole('alert')).toBeVisible();
  await drag(page.getByRole('main', { name: 'Conversation' }), [TEXT], 'dragover');
  await checkEverywhere(page);
  await inEnglish(page);
  await drag(page.getByRole('main', { name: 'Conversation' }), [], 'drop');
  await chips(page).getByRole('button', { name: 'Remove b.pdf' }).click();
  await ask(page, 'Look');
  await answered(page);
  await checkEverywhere(page);
  await inEnglish(page);
  await userMessages(page).getByRole('button', { name: 'notes.txt' }).click();
  await checkEverywhere(page);
  await inEnglish(page);
  await page.keyboard.press('Escape');
  await userMessages(page).getByRole('button', { name: 'Edit', exact: true }).click();
  await checkEverywhere(page);
});
