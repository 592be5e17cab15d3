import { Failure } from '../../preload/contract/result';

/** Tells each time the computer has been asleep. Returns the undo. */
export type OnWake = (listener: () => void) => () => void;

/** How long a connection has to show that it outlived the sleep of the computer. */
const SIGN_OF_LIFE_MS = 8000;

/**
 * What is awaited of a server, or `api.slept` when the computer was asleep meanwhile and nothing comes soon after: a dead
 * connection says nothing for minutes.
 */
export const orSlept = async <T>(awaited: Promise<T>, host: string, onWake?: OnWake): Promise<T> => {
  if (onWake === undefined) return awaited;
  let timer: NodeJS.Timeout | undefined;
  let forget: (() => void) | undefined;
  const dead = new Promise<never>((_, reject) => {
    forget = onWake(() => {
      clearTimeout(timer);
      timer = setTimeout(
        () => reject(new Failure('api.slept', 'no byte since the computer woke up', { host })),
        SIGN_OF_LIFE_MS,
      );
    });
  });
  try {
    return await Promise.race([awaited, dead]);
  } finally {
    clearTimeout(timer);
    forget?.();
  }
};
