/** The operating system's keychain, as far as the vault needs it. */
export interface Keychain {
  /** False where secrets would only be obfuscated; never rejects. */
  available(): Promise<boolean>;
  /** Text → base64 of what the keychain's key encrypts it to. Rejects when the keychain refuses. */
  encrypt(text: string): Promise<string>;
  /** The reverse. Null when this keychain cannot decrypt it (another user, another computer, a reset keychain). */
  decrypt(encrypted: string): Promise<string | null>;
}
