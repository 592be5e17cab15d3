/** Scheme and host of the page. A standard, secure scheme of our own: never `file://`. */
export const APP_SCHEME = 'app';
/** The page's origin, compared whole. */
export const APP_ORIGIN = `${APP_SCHEME}://parlance`;

/**
 * The page's origin in this run. Only an unpackaged app started by the development server shows another one.
 * @param devServerUrl what electron-vite puts into `ELECTRON_RENDERER_URL`.
 */
export const pageOrigin = (isPackaged: boolean, devServerUrl: string | undefined): string =>
  isPackaged || devServerUrl === undefined ? APP_ORIGIN : new URL(devServerUrl).origin;
