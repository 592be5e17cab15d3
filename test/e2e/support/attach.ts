import type { Locator, Page } from '@playwright/test';

/** A file as a test hands it over. */
export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What stands beside the message that is being written. */
export const chips = (page: Page): Locator =>
  page
    .getByRole('main', { name: 'Conversation' })
    .locator('form')
    .getByRole('list', { name: 'Attachments' })
    .getByRole('listitem');

/** Attaches by the button and the system's file dialog. */
export const choose = async (page: Page, files: readonly TestFile[] | string): Promise<void> => {
  const opens = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach', exact: true }).click();
  const chooser = await opens;
  await chooser.setFiles(typeof files === 'string' ? files : [...files]);
};

const toPage = (files: readonly TestFile[]) =>
  files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }));

/** Pastes files into the message box, as a picture from the clipboard comes. */
export const paste = (page: Page, files: readonly TestFile[]): Promise<void> =>
  page.getByRole('textbox', { name: 'Message', exact: true }).evaluate((box, given) => {
    const clipboardData = new DataTransfer();
    for (const { name, mimeType, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
      clipboardData.items.add(new File([bytes], name, { type: mimeType }));
    }
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, toPage(files));

/** Drags files over an element, and with `drop` lets them go there. */
export const drag = (target: Locator, files: readonly TestFile[], kind: 'dragover' | 'drop'): Promise<void> =>
  target.evaluate(
    (element, { given, type }) => {
      const dataTransfer = new DataTransfer();
      for (const { name, mimeType, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name, { type: mimeType }));
      }
      element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    { given: toPage(files), type: kind },
  );
