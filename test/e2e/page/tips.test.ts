import { expect, type Page } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { answered, ask, assistantMessages, messageBox, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

const tip = (page: Page) => page.locator('[popover]');

test('a control says what it is called and which keys do the same, by pointer and by keyboard', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Hello');
  await answered(page);
  await page.getByRole('button', { name: 'Hide generation settings' }).hover();
  await expect(tip(page)).toHaveText('Hide generation settingsCtrl+Shift+G');
  await page.mouse.move(600, 300);
  await expect(tip(page)).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search chats' }).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'New chat' })).toBeFocused();
  await expect(tip(page)).toHaveText('Ctrl+N');
  await expect(page.getByRole('button', { name: 'New chat' })).toHaveAttribute(
    'aria-keyshortcuts',
    'Control+N',
  );
  await page.keyboard.press('Escape');
  await expect(tip(page)).toHaveCount(0);

  // The keys as they are now, also for the button of a disabled command.
  await page.keyboard.press('Control+/');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByRole('button', { name: 'New chat: Ctrl+N. Change the keys' }).click();
  await page.keyboard.press('F7');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.getByRole('button', { name: 'New chat' }).hover();
  await expect(tip(page)).toHaveText('F7');
  await page.getByRole('button', { name: 'Send', exact: true }).hover();
  await expect(tip(page)).toHaveText('Enter to send, Shift+Enter for a new line');
  await assistantMessages(page).getByRole('button', { name: 'Regenerate' }).hover();
  await expect(tip(page)).toHaveText('RegenerateCtrl+Shift+R');

  // In front of a dialog too, whose cross says that Esc closes it.
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).hover();
  await expect(tip(page)).toHaveText('CloseEsc');
  const isInFront = await tip(page).evaluate((element) => element.matches(':popover-open'));
  expect(isInFront).toBe(true);
});

test('a reply is read out by whole sentences while it is written, each once, and then that it has ended', async ({
  launch,
}) => {
  const sentences = Array.from({ length: 40 }, (_, at) => `This is sentence number ${at} of the reply.`);
  const server = await startFaultServer({
    reply: () => `${sentences.join(' ')}\n\n\`\`\`js\nlet secret = 1;\n\`\`\``,
    tokensPerSecond: 120,
  });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await page.evaluate(() => {
    const said: string[] = [];
    const region = [...document.querySelectorAll('main > [role="status"]')].at(-1);
    if (region === undefined) throw new Error('No live region');
    new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    Object.assign(window, { said });
  });
  await ask(page, 'Hello');
  await answered(page);
  const said = () =>
    page.evaluate(() => (window as unknown as { readonly said: readonly string[] }).said.filter(Boolean));
  await expect.poll(async () => (await said()).at(-1)).toMatch(/Reply complete$/);
  const all = await said();
  expect(all.length).toBeGreaterThan(2);
  expect(all.length).toBeLessThan(sentences.length);
  expect(all.join(' ').replace(/\n/g, ' ')).toBe(`${sentences.join(' ')} Code. Reply complete`);
  await expect(messageBox(page)).toBeFocused();
  await server.close();
});
