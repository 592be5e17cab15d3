import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session } from 'electron';
import { Failure } from '../../preload/contract/result';

/** A page as a file for people: pages of paper, or one image. */
export type PrintFormat = 'pdf' | 'png';

/** The one address that the window can load; it is answered from memory. */
const SCHEME = 'parlance-print';
const ADDRESS = `${SCHEME}://page/`;

/** In CSS pixels: the text's own width and its margins. */
const IMAGE_WIDTH = 800;
/** In pixels. Chromium draws no image with a side longer than this. */
const MAX_IMAGE_SIDE = 16_384;

/** A chat of 10,000 messages takes some ten seconds on a slow computer. */
const TIME_LIMIT_MS = 180_000;

const blankSession = (html: Uint8Array): Session => {
  // Never on disk, and of this one page alone.
  const own = session.fromPartition(`print-${randomUUID()}`, { cache: false });
  own.protocol.handle(
    SCHEME,
    () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
  own.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: details.url !== ADDRESS && !details.url.startsWith('data:') });
  });
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.setPermissionCheckHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  return own;
};

/** @param offscreen draws although it is not on screen; what is printed must not be. */
const blankWindow = (html: Uint8Array, offscreen: boolean): BrowserWindow =>
  new BrowserWindow({
    show: false,
    width: IMAGE_WIDTH,
    // The page alone decides how tall the image is.
    height: 100,
    webPreferences: {
      session: blankSession(html),
      javascript: false,
      offscreen,
      nodeIntegration: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });

const toPdf = async ({ webContents }: BrowserWindow): Promise<Uint8Array> =>
  webContents.printToPDF({
    pageSize: 'A4',
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="width: 100%; font-size: 8px; text-align: center"><span class="pageNumber"></span></div>',
    // In inches.
    margins: { top: 0.6, bottom: 0.7, left: 0.6, right: 0.6 },
  });

interface Metrics {
  readonly cssContentSize: { readonly height: number };
}

interface Shot {
  /** Base64. */
  readonly data: string;
}

const toPng = async ({ webContents }: BrowserWindow): Promise<Uint8Array> => {
  const { debugger: tools } = webContents;
  tools.attach('1.3');
  const { cssContentSize } = (await tools.sendCommand('Page.getLayoutMetrics')) as Metrics;
  const height = Math.ceil(cssContentSize.height);
  if (height > MAX_IMAGE_SIDE)
    throw new Failure('transfer.tooLongForImage', 'The chat is too long for one image');
  // Sharp on every screen, as far as that goes.
  const scale = height * 2 <= MAX_IMAGE_SIDE ? 2 : 1;
  const { data } = (await tools.sendCommand('Page.captureScreenshot', {
    format: 'png',
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width: IMAGE_WIDTH, height, scale },
  })) as Shot;
  return Buffer.from(data, 'base64');
};

const outOfTime = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const late = () => reject(new Failure('transfer.notDrawn', 'Drawing took too long'));
    signal.addEventListener('abort', late, { once: true });
  });

const drawIn = async (window: BrowserWindow, format: PrintFormat): Promise<Uint8Array> => {
  const gone = new Promise<never>((_resolve, reject) => {
    window.webContents.on('render-process-gone', () =>
      reject(new Failure('transfer.notDrawn', 'The page crashed while it was drawn')),
    );
  });
  const work = window.loadURL(ADDRESS).then(() => (format === 'pdf' ? toPdf(window) : toPng(window)));
  return Promise.race([work, gone, outOfTime(AbortSignal.timeout(TIME_LIMIT_MS))]);
};

/**
 * Draws a page that needs nothing else, in a window of its own that nobody sees: no scripts, no network, no disk. `html` is
 * UTF-8. Errors: `transfer.tooLongForImage` (as PDF it can be had), `transfer.notDrawn`.
 */
export const printPage = async (html: Uint8Array, format: PrintFormat): Promise<Uint8Array> => {
  const window = blankWindow(html, true);
  try {
    return await drawIn(window, format);
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    throw new Failure('transfer.notDrawn', `Cannot draw: ${thrown instanceof Error ? thrown.name : ''}`);
  } finally {
    window.destroy();
  }
};

/** Chromium's word for a dialog that was closed without printing (webContents.print). */
const CANCELLED = /cancel/i;

/**
 * Lets the person print such a page: the system asks where and how. Nothing happens where they think better of it. Errors:
 * `transfer.notPrinted`.
 */
export const printOnPaper = async (html: Uint8Array): Promise<void> => {
  const window = blankWindow(html, false);
  try {
    await window.loadURL(ADDRESS);
    const refused = await new Promise<string>((resolve) => {
      window.webContents.print({ printBackground: true }, (isPrinted, reason) =>
        resolve(isPrinted || CANCELLED.test(reason) ? '' : reason),
      );
    });
    if (refused !== '') throw new Failure('transfer.notPrinted', refused);
  } finally {
    window.destroy();
  }
};
