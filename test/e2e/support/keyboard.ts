import { expect, type Locator, type Page } from '@playwright/test';
import { answered, beforeAsking, messageBox } from './drive';

/** More presses than any way through a screen takes. */
const MOST_STOPS = 80;

/** What has the focus, as a screen reader would name it: `button "New chat"`. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing';
    const implicit: Readonly<Record<string, string>> = {
      button: 'button',
      a: 'link',
      textarea: 'textbox',
      select: 'combobox',
      summary: 'summary',
      article: 'article',
    };
    const type = element.getAttribute('type') ?? 'text';
    const byType = type === 'search' ? 'searchbox' : type === 'checkbox' ? 'checkbox' : 'textbox';
    const tag = element.localName;
    const role = element.role ?? (tag === 'input' ? byType : (implicit[tag] ?? tag));
    const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const label = labels ? [...(element.labels ?? [])].map(({ textContent }) => textContent).join(' ') : '';
    const labelledBy = element
      .getAttribute('aria-labelledby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
    const name = element.ariaLabel ?? labelledBy ?? (label === '' ? element.textContent : label);
    return `${role} "${(name ?? '').trim().replace(/\s+/g, ' ')}"`;
  });

/** Waits until something has the focus: what took the place of what had it may get it a moment later. */
export const expectFocusKept = (page: Page): Promise<void> =>
  expect.poll(() => focused(page)).not.toBe('nothing');

/** How far around a control its focus may be drawn, in CSS pixels: around the whole message box for one. */
const AROUND = 12;

/**
 * Whether the person can see where the focus is: it is somewhere, inside of the window, and things look otherwise without it,
 * in a contrast of 3 : 1 (WCAG 2.4.13), over at least a line along the control's shorter side.
 */
export const expectFocusSeen = async (page: Page): Promise<void> => {
  await expectFocusKept(page);
  const where = await focused(page);
  const place = await page.evaluate((around) => {
    const { x, y, width, height } = (document.activeElement ?? document.body).getBoundingClientRect();
    const [left, top] = [Math.max(0, x - around), Math.max(0, y - around)];
    return {
      clip: {
        x: left,
        y: top,
        width: Math.min(innerWidth, x + width + around) - left,
        height: Math.min(innerHeight, y + height + around) - top,
      },
      least: Math.min(width, height),
    };
  }, AROUND);
  const shot = async () => {
    // A tip is no focus ring.
    await page.evaluate(() => document.querySelector<HTMLElement>('[popover]')?.hidePopover());
    const bytes = await page.screenshot({ clip: place.clip, animations: 'disabled', caret: 'hide' });
    return bytes.toString('base64');
  };
  const withFocus = await shot();
  const element = await page.evaluateHandle(() => document.activeElement);
  await page.evaluate((focusedOne) => focusedOne instanceof HTMLElement && focusedOne.blur(), element);
  const without = await shot();
  await page.evaluate((focusedOne) => focusedOne instanceof HTMLElement && focusedOne.focus(), element);
  const changed = await page.evaluate(changedPixels, [withFocus, without]);
  expect([where, changed >= place.least ? 'seen' : `${changed} of ${place.least}`]).toEqual([where, 'seen']);
};

/** How many pixels differ between two PNG pictures by a contrast of 3 : 1 or more. Runs in the page. */
const changedPixels = async (pictures: readonly string[]): Promise<number> => {
  const read = async (base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
  };
  const [a, b] = await Promise.all([read(pictures[0] ?? ''), read(pictures[1] ?? '')]);
  const channel = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (data: Uint8ClampedArray, at: number) =>
    0.2126 * channel(data[at] ?? 0) +
    0.7152 * channel(data[at + 1] ?? 0) +
    0.0722 * channel(data[at + 2] ?? 0);
  let count = 0;
  for (let at = 0; at < a.length; at += 4) {
    const [one, other] = [luminance(a, at), luminance(b, at)];
    if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 3) count += 1;
  }
  return count;
};

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));

/** Goes to a control by Tab alone (or Shift+Tab), as far as it takes. */
export const tabTo = async (page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  const way: string[] = [];
  for (let press = 0; press < MOST_STOPS; press += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
    way.push(await focused(page));
  }
  throw new Error(`Not reached by ${key}; the way: ${way.join(', ')}`);
};

/**
 * All stops of the Tab key, from the one that has the focus once around.
 * @param atEach done at each of them; it must leave the focus there.
 */
export const tabStops = async (
  page: Page,
  atEach: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly string[]> => {
  const stops: string[] = [];
  const first = await page.evaluateHandle(() => document.activeElement);
  for (let press = 0; press < MOST_STOPS; press += 1) {
    stops.push(await focused(page));
    await atEach();
    await page.keyboard.press('Tab');
    if (await page.evaluate((element) => element === document.activeElement, first)) break;
  }
  return stops;
};

/** Waits until keys go to a menu: it takes the focus a moment after it is shown, and a key before that is another's. */
export const menuTakesKeys = (menu: Locator): Promise<void> =>
  expect.poll(() => menu.evaluate((one) => one.contains(document.activeElement))).toBe(true);

/** Presses keys one after the other. */
export const press = (page: Page, ...keys: readonly string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

/** Types into what has the focus. */
export const type = (page: Page, text: string): Promise<void> => page.keyboard.insertText(text);

/** Enters a server and a key in Settings, from the first screen, by keys alone. */
export const enterServer = async (page: Page, baseUrl: string): Promise<void> => {
  await tabTo(page, page.getByRole('button', { name: 'Another server' }));
  await press(page, 'Enter');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toBeVisible();
  await tabTo(page, settings.getByRole('textbox', { name: 'Base URL' }));
  await type(page, baseUrl);
  await tabTo(page, settings.getByLabel('API key', { exact: true }));
  await type(page, 'sk-test-0123456789abcd');
  await press(page, 'Enter');
  await expect(settings.getByText(/ends in …/)).toBeVisible();
  await press(page, 'Escape');
  await expect(settings).toBeHidden();
};

/** Asks in the message box, which must have the focus, and keeps it. */
export const askByKeys = async (page: Page, text: string): Promise<void> => {
  await expect(messageBox(page)).toBeFocused();
  await type(page, text);
  await beforeAsking(page);
  await press(page, 'Enter');
  await answered(page);
  await expect(messageBox(page)).toBeFocused();
};
