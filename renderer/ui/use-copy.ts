import { useEffect, useState } from 'react';

const SHOWN_MS = 1600;

/**
 * Puts text on the clipboard.
 * @param html the same for programs that take it.
 */
export const putOnClipboard = (text: string, html?: string | Promise<string>): Promise<void> =>
  html === undefined
    ? navigator.clipboard.writeText(text)
    : navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([text], { type: 'text/plain' }),
          // A promise is waited for by the clipboard itself, which was asked while the key or click still counts.
          'text/html': Promise.resolve(html).then((made) => new Blob([made], { type: 'text/html' })),
        }),
      ]);

interface Copying {
  /** True for a moment after it worked. */
  readonly copied: boolean;
  /** @param html the same for programs that take it. */
  readonly copy: (text: string, html?: string | Promise<string>) => Promise<void>;
}

/** Copies text. */
export const useCopy = (): Copying => {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (text: string, html?: string | Promise<string>) => {
    await putOnClipboard(text, html);
    setCopied(true);
  };
  return { copied, copy };
};
