import type { Page } from '@playwright/test';

/** Drops a file that is on the disk, as one is dragged from the system's own window. */
export const dropFile = async (page: Page, file: string): Promise<void> => {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'drop-source' });
    document.body.append(input);
  });
  await page.locator('#drop-source').setInputFiles(file);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#drop-source');
    const dataTransfer = new DataTransfer();
    for (const each of input?.files ?? []) dataTransfer.items.add(each);
    input?.remove();
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
};
