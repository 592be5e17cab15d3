import { expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { withoutMotion } from '../support/axe';
import { messageBox } from '../support/drive';
import { test } from '../support/fixtures';
import { askByKeys as ask, enterServer, expectFocusSeen, press, tabStops } from '../support/keyboard';

declare const parlance: Bridge;

const COMPOSER = [
  'textbox "Message"',
  'button "Attach"',
  'combobox "Role"',
  'button "Give the message a name"',
  'combobox "Model"',
  'button "Context details"',
];
const SIDE_BAR = [
  'button "New chat"',
  'searchbox "Search chats"',
  'button "Filter chats: All chats"',
  'button "New folder"',
];
const BELOW_CHATS = ['button "Protect…"', 'button "Prompts"', 'button "Trash"', 'button "Settings"'];
const FIRST_SCREEN = [
  'button "Hide side bar"',
  'textbox "API key"',
  'button "Save"',
  'button "Another server"',
  'button "Try the demo"',
  'button "Add sample chats"',
];
const CHAT = [
  'button "Hide side bar"',
  'button "Show branches"',
  'button "Show generation settings"',
  'article "User message"',
  'button "Copy"',
  'button "Edit"',
  'button "Branch from here"',
  'button "Delete"',
  'button "More actions"',
];

const LOOKS = [
  { theme: 'light', contrast: 'system' },
  { theme: 'dark', contrast: 'system' },
  { theme: 'light', contrast: 'more' },
] as const;

test('Tab goes through a screen as it is read, and every stop is seen in both themes and in high contrast', async ({
  launch,
  server,
}) => {
  // Two pictures at each of so many stops.
  test.slow();
  const { page } = await launch();
  await withoutMotion(page);
  await expect(page.getByRole('combobox', { name: 'Role' })).toBeVisible();
  expect(await tabStops(page)).toEqual([...COMPOSER, ...SIDE_BAR, ...BELOW_CHATS, ...FIRST_SCREEN]);
  await enterServer(page, server.baseUrl);
  await ask(page, 'Hello');
  await press(page, 'Control+Shift+g');
  await expect(page.getByRole('region', { name: 'Generation settings' })).toBeHidden();
  await press(page, 'Control+l');
  await expect(messageBox(page)).toBeFocused();
  const stops = (await tabStops(page)).map((stop) => stop.replace(/≈\d+ tokens/, ''));
  expect(stops).toEqual([
    ...COMPOSER,
    'button "Compare"',
    ...SIDE_BAR,
    'button "Hello"',
    'button "Chat actions"',
    ...BELOW_CHATS,
    ...CHAT,
  ]);
  for (const look of LOOKS) {
    await page.evaluate((patch) => parlance.request['settings.update'](patch), look);
    await expect(page.locator('html')).toHaveAttribute('data-theme', look.theme);
    expect(await tabStops(page, () => expectFocusSeen(page))).toHaveLength(stops.length);
  }
});
