/** Runs jobs strictly one after the other, in the order asked. A failed job does not stop the next one. */
export type OneAtATime = <T>(job: () => Promise<T>) => Promise<T>;

/** Makes a queue of its own. */
export const oneAtATime = (): OneAtATime => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(job: () => Promise<T>): Promise<T> => {
    const result = last.then(job, job);
    last = result.catch(() => undefined);
    return result;
  };
};
