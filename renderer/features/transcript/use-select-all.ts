import { type RefObject, useCallback, useEffect, useState } from 'react';
import { belongsTo } from './message-keys';

/** Whether all messages are selected: by Ctrl or Cmd and A, where the focus is in the transcript or nowhere. */
export const useSelectAll = (
  scroller: RefObject<HTMLElement | null>,
): { readonly isAll: boolean; readonly clear: () => void } => {
  const [isAll, setAll] = useState(false);
  const clear = useCallback(() => setAll(false), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isKey = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'a';
      if (!isKey || scroller.current === null || !belongsTo(scroller.current, event)) return;
      event.preventDefault();
      window.getSelection()?.removeAllRanges();
      setAll(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [scroller]);
  return { isAll, clear };
};
