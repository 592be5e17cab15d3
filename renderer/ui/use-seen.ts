import { type RefObject, useEffect, useRef } from 'react';

/** Calls `onSeen` whenever the element of the returned ref comes near the visible part of its scroller. */
export const useSeen = <E extends HTMLElement>(onSeen: () => void): RefObject<E | null> => {
  const ref = useRef<E>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onSeen();
      },
      { rootMargin: '300px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [onSeen]);
  return ref;
};
