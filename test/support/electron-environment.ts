/**
 * What Electron and GTK add to the environment at every start, while threads of Chromium's may read it: glibc moves the whole
 * array for a new name, and a start in thousands dies in `getenv`. A name that is there already is changed where it stands.
 */
export const ADDED_BY_ELECTRON: Readonly<Record<string, string>> = {
  CHROME_DESKTOP: '',
  ORIGINAL_XDG_CURRENT_DESKTOP: '',
  GDK_BACKEND: 'x11',
  NO_AT_BRIDGE: '1',
};
