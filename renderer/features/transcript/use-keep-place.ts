import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps what the reader sees in place when entries are put before it.
 * @param firstId the first entry shown; @param openedKey changes when other content is shown.
 */
export const useKeepPlace = (
  scroller: RefObject<HTMLDivElement | null>,
  firstId: string | undefined,
  openedKey: string,
): void => {
  const before = useRef({ firstId, openedKey, height: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollHeight } = element;
    const prepended = before.current.openedKey === openedKey && before.current.firstId !== firstId;
    if (prepended && before.current.height > 0) element.scrollTop += scrollHeight - before.current.height;
    before.current = { firstId, openedKey, height: scrollHeight };
  });
};
