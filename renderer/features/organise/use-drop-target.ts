import { type DragEvent, useEffect, useRef, useState } from 'react';
import { allowDrop, drop } from './dragged';

/** Over a closed folder for so long, one wants to see into it. In milliseconds. */
const OPENS_AFTER_MS = 700;

/** What an element needs so that chats and folders can be dropped on it. @param onLinger what is dragged stays over it. */
export const useDropTarget = (folderId: string, onLinger: () => void) => {
  const [over, setOver] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const end = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setOver(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    'data-over': over,
    onDragOver: (event: DragEvent) => {
      const isAllowed = allowDrop(event, folderId);
      setOver(isAllowed);
      if (isAllowed) timer.current ??= setTimeout(onLinger, OPENS_AFTER_MS);
    },
    onDragLeave: (event: DragEvent) => {
      const to = event.relatedTarget;
      if (!(to instanceof Node && event.currentTarget.contains(to))) end();
    },
    onDrop: (event: DragEvent) => {
      end();
      drop(event, folderId);
    },
  };
};
