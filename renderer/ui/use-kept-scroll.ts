import { type RefObject, useLayoutEffect, useRef } from 'react';

const kept = new Map<string, number>();

/** Keeps how far an element is scrolled while it is not on the page. @param name what it shows. */
export const useKeptScroll = (name: string): RefObject<HTMLDivElement | null> => {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    element.scrollTop = kept.get(name) ?? 0;
    const keep = () => kept.set(name, element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [name]);
  return ref;
};
