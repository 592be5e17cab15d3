/** A job that waits until nothing asked for it for a while. */
export interface Debounced {
  /** Runs `job` in `ms` milliseconds, instead of the one that waits. */
  readonly schedule: (job: () => void, ms: number) => void;
  /** Runs the job that waits at once. */
  readonly flush: () => void;
  /** Forgets the job that waits. */
  readonly cancel: () => void;
}

/** Makes a place for one waiting job. */
export const debounced = (): Debounced => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void) | null = null;
  const cancel = () => {
    clearTimeout(timer);
    waiting = null;
  };
  const flush = () => {
    const job = waiting;
    cancel();
    job?.();
  };
  const schedule = (job: () => void, ms: number) => {
    cancel();
    waiting = job;
    timer = setTimeout(flush, ms);
  };
  return { schedule, flush, cancel };
};
