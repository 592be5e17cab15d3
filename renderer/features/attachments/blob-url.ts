import { useEffect, useState } from 'react';
import { request } from '../../ipc/client';

interface Shown {
  readonly url: Promise<string>;
  users: number;
}

const shown = new Map<string, Shown>();

const load = async (hash: string): Promise<string> => {
  const { mime, bytes } = await request('attachment.read', { hash });
  return URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
};

const acquire = (hash: string): Shown => {
  const known = shown.get(hash) ?? { url: load(hash), users: 0 };
  known.users += 1;
  shown.set(hash, known);
  return known;
};

const release = (hash: string, entry: Shown): void => {
  entry.users -= 1;
  if (entry.users > 0) return;
  shown.delete(hash);
  entry.url.then(URL.revokeObjectURL, () => undefined);
};

/**
 * The address of an attached image for the page itself; the same image shown in several places is loaded once, and let go
 * when the last one is gone. Null while it is loaded, `'failed'` when it cannot be.
 */
export const useBlobUrl = (hash: string): string | 'failed' | null => {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const entry = acquire(hash);
    entry.url.then(
      (made) => wanted && setUrl(made),
      () => wanted && setUrl('failed'),
    );
    return () => {
      wanted = false;
      release(hash, entry);
    };
  }, [hash]);
  return url;
};
