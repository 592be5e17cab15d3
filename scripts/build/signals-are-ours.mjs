/** The signals at which it removes its unfinished files, and which it then sends to the process once more. */
const PACKAGE_FILE = /when-exit[\\/]dist[\\/]node[\\/]signals\.js$/;

/**
 * A Vite plugin that keeps electron-store (by when-exit) from listening to signals: what a signal does, the quit guard alone
 * decides. Sent once more, a SIGTERM asked a person who had just said "keep open" a second time. At the end of the process
 * unfinished files are removed as before. Fails the build where the package no longer looks as it did.
 *
 * @returns {import('vite').Plugin}
 */
export const signalsAreOurs = () => {
  let found = false;
  return {
    name: 'signals-are-ours',
    transform(code, id) {
      if (!PACKAGE_FILE.test(id)) return null;
      found = /export default Signals;/.test(code);
      return { code: 'export default [];', map: null };
    },
    buildEnd(error) {
      if (error === undefined && !found) this.error('no list of signals in when-exit');
    },
  };
};
