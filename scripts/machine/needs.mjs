import { read } from '../lib/run.mjs';
import { hasDisplay } from './display.mjs';

/**
 * Something a Linux machine may lack.
 * @typedef {object} Need
 * @property {string} what in the user's words
 * @property {readonly string[]} packages the Debian packages that bring it
 * @property {boolean} vital whether nothing works without it
 */

/** @type {Need} */
const libraries = {
  what: 'shared libraries of Electron',
  packages: [
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libxtst6',
    'libnotify4',
    'libatspi2.0-0',
    'libsecret-1-0',
  ],
  vital: true,
};

/** @type {Need} */
const virtualScreen = { what: 'a virtual screen (Xvfb)', packages: ['xvfb'], vital: true };

/** @type {Need} */
const chineseFont = { what: 'a Chinese font', packages: ['fontconfig', 'fonts-noto-cjk'], vital: false };

/** @type {Need} */
const emojiFont = {
  what: 'an emoji font',
  packages: ['fontconfig', 'fonts-noto-color-emoji'],
  vital: false,
};

/** @type {Need} */
const keyring = {
  what: 'a keyring for the tests',
  packages: ['gnome-keyring', 'dbus-x11', 'libglib2.0-bin', 'libsecret-1-0'],
  vital: true,
};

/** @type {Need} What runs the code that Parlance writes of a request. */
const languages = { what: 'curl and Python for the tests', packages: ['curl', 'python3'], vital: true };

/** @type {Need} What scripts/test/sockets is made with. */
const compiler = { what: 'a C compiler for the tests', packages: ['gcc', 'libc6-dev'], vital: true };

/** @type {Need} What scripts/test/packages makes debs, rpms, archives and AppImages with, and an AppImage of the tests unpacks with. */
const packaging = {
  what: 'tools that make packages',
  packages: ['7zip', 'p7zip-full', 'rpm', 'squashfs-tools', 'desktop-file-utils'],
  vital: true,
};
const packagingCommands = ['7za', 'mksquashfs', 'unsquashfs', 'rpmbuild', 'desktop-file-validate'];

/** What test/e2e/support/keyring.ts starts. */
const keyringCommands = ['dbus-daemon', 'gnome-keyring-daemon', 'gdbus'];

/** @param {string} command */
const isThere = async (command) => (await read('which', [command])).code === 0;

/** @param {string} pattern a fontconfig pattern such as `:lang=zh` */
const hasFont = async (pattern) => (await read('fc-list', [pattern])).stdout.trim() !== '';

/** @param {string} executable */
async function hasLibraries(executable) {
  const linked = await read('ldd', [executable]);
  // Opened by name at run time, so ldd does not list it; without it there is no OS keychain.
  const opened = await read('/sbin/ldconfig', ['-p']);
  return !linked.stdout.includes('not found') && opened.stdout.includes('libsecret-1.so.0');
}

/**
 * What this machine lacks to run an Electron executable.
 * @param {string} executable
 * @param {{ readonly screenless: boolean, readonly tests: boolean }} purpose
 *   `screenless`: runs without a real display; `tests`: runs the whole test suite
 * @returns {Promise<readonly Need[]>} empty on macOS and Windows
 */
export async function findNeeds(executable, { screenless, tests }) {
  if (process.platform !== 'linux') return [];
  /** @type {readonly (readonly [Need, boolean])[]} */
  const checks = [
    [libraries, await hasLibraries(executable)],
    [virtualScreen, !screenless || hasDisplay() || (await isThere('Xvfb'))],
    [chineseFont, await hasFont(':lang=zh-cn')],
    [emojiFont, await hasFont(':lang=und-zsye')],
    [languages, !tests || (await Promise.all(['curl', 'python3'].map(isThere))).every(Boolean)],
    [compiler, !tests || (await isThere('cc'))],
    [packaging, !tests || (await Promise.all(packagingCommands.map(isThere))).every(Boolean)],
    [keyring, !tests || (await Promise.all(keyringCommands.map(isThere))).every(Boolean)],
  ];
  return checks.filter(([, isMet]) => !isMet).map(([need]) => need);
}
