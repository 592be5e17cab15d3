import { safeStorage } from 'electron';
import type { Keychain } from './keychain';

const PROBE = 'parlance';

// Electron 42 brought the asynchronous calls and 46 drops the others; Electron 33 has only the others.
const isAsync = typeof safeStorage.encryptStringAsync === 'function';

const encryptBytes = async (text: string): Promise<Buffer> =>
  isAsync ? safeStorage.encryptStringAsync(text) : safeStorage.encryptString(text);

const decryptBytes = async (bytes: Buffer): Promise<string> =>
  isAsync ? (await safeStorage.decryptStringAsync(bytes)).result : safeStorage.decryptString(bytes);

// Chromium on Linux marks what it encrypted with a key known to everyone ("peanuts") as v10, real keyrings as v11 on:
// https://source.chromium.org/chromium/chromium/src/+/main:components/os_crypt/
const isOnlyObfuscated = (bytes: Buffer): boolean =>
  process.platform === 'linux' && bytes.subarray(0, 3).toString('latin1') === 'v10';

const saysAvailable = async (): Promise<boolean> => {
  if (isAsync) return safeStorage.isAsyncEncryptionAvailable();
  const obfuscates = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  return !obfuscates && safeStorage.isEncryptionAvailable();
};

// electronjs.org/docs/latest/api/safe-storage#safestoragegetselectedstoragebackend-linux
const LINUX_NAMES: Readonly<Record<string, string>> = {
  gnome_libsecret: 'libsecret',
  kwallet: 'KWallet',
  kwallet5: 'KWallet 5',
  kwallet6: 'KWallet 6',
};

/** What the system calls its keychain, whether it can be used or not; empty where it has no name. */
export const keychainName = (): string => {
  if (process.platform === 'darwin') return 'Keychain';
  if (process.platform === 'win32') return 'DPAPI';
  return LINUX_NAMES[safeStorage.getSelectedStorageBackend()] ?? '';
};

/** Keychain on macOS, DPAPI on Windows, libsecret or KWallet on Linux. To be used once the app is ready. */
export const osKeychain: Keychain = {
  async available() {
    try {
      if (!(await saysAvailable())) return false;
      const bytes = await encryptBytes(PROBE);
      return !isOnlyObfuscated(bytes) && (await decryptBytes(bytes)) === PROBE;
    } catch {
      // A keychain that throws on a probe is no keychain: the vault has other ways.
      return false;
    }
  },
  async encrypt(text) {
    const bytes = await encryptBytes(text);
    if (isOnlyObfuscated(bytes)) throw new Error('The keychain went away');
    return bytes.toString('base64');
  },
  async decrypt(encrypted) {
    try {
      return await decryptBytes(Buffer.from(encrypted, 'base64'));
    } catch {
      return null;
    }
  },
};
