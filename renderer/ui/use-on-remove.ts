import { useEffect, useRef } from 'react';

/**
 * Calls `leave` when the component is taken away, as it is then. A field that is saved when it is left needs this too: a
 * dialog that a key closes takes its fields away without their losing the focus first.
 */
export const useOnRemove = (leave: () => void): void => {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => () => latest.current(), []);
};
