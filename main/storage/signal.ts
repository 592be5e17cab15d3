/** A list of listeners for one kind of news. */
export interface Signal<T> {
  /** Subscribes and returns the undo. */
  readonly on: (listener: (value: T) => void) => () => void;
  readonly emit: (value: T) => void;
}

/** Makes a signal without listeners. */
export const createSignal = <T>(): Signal<T> => {
  const listeners = new Set<(value: T) => void>();
  return {
    on(listener) {
      // Its own function, so that subscribing the same listener twice takes two undos.
      const entry = (value: T): void => listener(value);
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    emit(value) {
      for (const listener of [...listeners]) listener(value);
    },
  };
};
