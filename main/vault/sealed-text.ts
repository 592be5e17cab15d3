import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;

/** A text under AES-256-GCM: all parts base64. */
export interface SealedText {
  readonly nonce: string;
  readonly data: string;
  readonly tag: string;
}

/** Encrypts `text` and binds it to `name`: under another name it does not open. */
export const seal = (key: Buffer, name: string, text: string): SealedText => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name, 'utf8'));
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    nonce: nonce.toString('base64'),
    data: data.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
};

/** The text sealed under this name; null for a wrong key, another name or a changed byte. */
export const unseal = (key: Buffer, name: string, { nonce, data, tag }: SealedText): string | null => {
  try {
    const options = { authTagLength: 16 };
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), options);
    decipher.setAAD(Buffer.from(name, 'utf8')).setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
};
