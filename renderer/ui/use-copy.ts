import { useEffect, useState } from 'react';

const SHOWN_MS = 1600;

const write = (text: string, html: string | undefined): Promise<void> =>
  html === undefined
    ? navigator.clipboard.writeText(text)
    : navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([text], { type: 'text/plain' }),
          'text/html': new Blob([html], { type: 'text/html' }),
        }),
      ]);

interface Copying {
  /** True for a moment after it worked. */
  readonly copied: boolean;
  /** @param html the same for programs that take it. */
  readonly copy: (text: string, html?: string) => Promise<void>;
}

/** Copies text. */
export const useCopy = (): Copying => {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (text: string, html?: string) => {
    await write(text, html);
    setCopied(true);
  };
  return { copied, copy };
};
