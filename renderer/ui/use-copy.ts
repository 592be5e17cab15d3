import { useEffect, useState } from 'react';

const SHOWN_MS = 1600;

/** Copies text; `copied` is true for a moment after it worked. */
export const useCopy = (): { readonly copied: boolean; readonly copy: (text: string) => Promise<void> } => {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return { copied, copy };
};
