import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MAX_DRAWING_BYTES } from '../../../main/network/drawing';
import { following } from '../../../main/network/following';
import { loadImage as load } from '../../../main/network/load-image';
import { MAX_IMAGE_BYTES } from '../../../preload/contract/attachments';
import { makePng, TINY_GIF } from '../../support/make-image';

const DRAWING = '<?xml version="1.0"?>\n<!-- by hand --><svg xmlns="http://www.w3.org/2000/svg"/>';

const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/a.png': (response) => response.end(makePng(3, 2)),
  '/lies.png': (response) =>
    response.writeHead(200, { 'content-type': 'image/png' }).end('<html><svg/></html>'),
  '/drawing': (response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(DRAWING),
  '/comments': (response) => response.end(`${'<!---->'.repeat(2000)}<html/>`),
  '/large.svg': (response) => response.end(`${DRAWING}${' '.repeat(MAX_DRAWING_BYTES)}`),
  '/moved': (response) => response.writeHead(302, { location: '/a.gif' }).end(),
  '/a.gif': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(TINY_GIF),
  '/round': (response) => response.writeHead(302, { location: '/round' }).end(),
  '/inside': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/gone': (response) => response.writeHead(404).end(makePng(1, 1)),
  '/silent': () => undefined,
  '/cut': (response) => {
    response.writeHead(200, { 'content-length': 1000 });
    response.write(makePng(1, 1), () => response.destroy());
  },
  '/endless': (response) => {
    const chunk = Buffer.alloc(1_000_000);
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  },
};
/** As the app does it. */
const loadImage = (url: string, longestMs?: number) => load(url, following(fetch), longestMs);

const server = createServer(({ url = '' }, response) => answers[url]?.(response));
let origin = '';

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

it('tells by its bytes what an image is, wherever its server led', async () => {
  expect(await loadImage(`${origin}/a.png`)).toEqual({ mime: 'image/png', bytes: makePng(3, 2) });
  expect(await loadImage(`${origin}/moved`)).toEqual({ mime: 'image/gif', bytes: TINY_GIF });
  expect(await loadImage(`${origin}/drawing`)).toEqual({
    mime: 'image/svg+xml',
    bytes: Buffer.from(DRAWING),
  });
});

it.each([
  ['/lies.png', 'kind'],
  ['/comments', 'kind'],
  ['/gone', 'status'],
  ['/large.svg', 'size'],
  ['/round', 'network'],
  ['/inside', 'network'],
  ['/silent', 'network', 500],
  ['/cut', 'network'],
] as const)('hands on nothing of %s, and says why: %s', async (path, reason, longestMs?: number) => {
  await expect(loadImage(`${origin}${path}`, longestMs)).rejects.toMatchObject({
    code: 'image.notLoaded',
    detail: { reason },
  });
});

it('stops reading what is too large, and ends the request', async () => {
  const closed = new Promise<number>((resolve) =>
    server.once('request', ({ socket }) => socket.once('close', () => resolve(socket.bytesWritten))),
  );
  await expect(loadImage(`${origin}/endless`)).rejects.toMatchObject({ detail: { reason: 'size' } });
  expect(await closed).toBeGreaterThan(MAX_IMAGE_BYTES);
});

it.each(['file:///etc/passwd', 'app://bundle/index.html', 'data:image/png;base64,AAAA', 'no address'])(
  'asks nobody for %s',
  async (url) => {
    const nobody = () => Promise.reject(new Error('asked'));
    await expect(load(url, nobody)).rejects.toMatchObject({ detail: { reason: 'kind' } });
  },
);
