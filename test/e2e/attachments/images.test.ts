import { expect, type Page } from '@playwright/test';
import { readImageHeader } from '../../../preload/contract/image-header';
import type { FaultServer } from '../../support/fault-server';
import { makePng, TINY_GIF } from '../../support/make-image';
import { chips, choose, paste } from '../support/attach';
import { answered, beforeAsking, lastCompletion, messageBox, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

/** The image that the server got with the last question, which had no text. */
const sentImage = (server: FaultServer): Buffer => {
  const body = lastCompletion(server) as { messages: { content: { image_url: { url: string } }[] }[] };
  const content = body.messages.at(-1)?.content ?? [];
  expect(content).toHaveLength(1);
  return Buffer.from(content[0]?.image_url.url.split(',')[1] ?? '', 'base64');
};

const sendAlone = async (page: Page) => {
  await beforeAsking(page);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await answered(page);
};

test('an image alone can be sent, and a large one is scaled down with a notice', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await choose(page, [{ name: 'large.png', mimeType: 'image/png', buffer: makePng(6000, 4000) }]);
  await expect(chips(page)).toContainText('Scaled from 6000 × 4000 to 2048 × 1365');
  await sendAlone(page);
  expect(readImageHeader(sentImage(server))).toEqual({ mime: 'image/png', width: 2048, height: 1365 });
});

test('a photograph stays a JPEG when it is scaled down, and is not touched when it is small', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const jpeg = async (width: number, height: number) => {
    const base64 = await page.evaluate(
      async (size) => {
        const canvas = new OffscreenCanvas(size.width, size.height);
        canvas.getContext('2d')?.fillRect(0, 0, 9, 9);
        const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
        return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
      },
      { width, height },
    );
    return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
  };
  await choose(page, [await jpeg(300, 4096)]);
  await expect(chips(page)).toContainText('to 150 × 2048');
  await sendAlone(page);
  expect(readImageHeader(sentImage(server))).toEqual({ mime: 'image/jpeg', width: 150, height: 2048 });
  const small = await jpeg(20, 10);
  await choose(page, [small]);
  await sendAlone(page);
  expect(sentImage(server).equals(small.buffer)).toBe(true);
});

test('of a moving image the first frame is sent, and that is said', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const frame = TINY_GIF.subarray(19, -1);
  const moving = Buffer.concat([TINY_GIF.subarray(0, 19), frame, frame, TINY_GIF.subarray(-1)]);
  await choose(page, [{ name: 'moving.gif', mimeType: 'image/gif', buffer: moving }]);
  await expect(chips(page)).toContainText('Only its first frame is sent');
  await sendAlone(page);
  expect(readImageHeader(sentImage(server))).toEqual({ mime: 'image/png', width: 1, height: 1 });
});

test('what is copied from a table is pasted as its text, not as a picture of it', async ({ launch }) => {
  const { page } = await launch();
  await messageBox(page).evaluate((box) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'a\tb');
    clipboardData.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await paste(page, [{ name: 'image.png', mimeType: 'image/png', buffer: makePng(8, 8) }]);
  await expect(chips(page)).toHaveCount(1);
});
