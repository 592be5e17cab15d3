import type { ClientRequest } from 'electron';
import type { AppUpdater, CancellationToken } from 'electron-updater';

/** The part of electron-updater's inside that makes each of its requests. */
interface Executor {
  createRequest: (...args: readonly never[]) => ClientRequest;
}

/** Does what a signal can end: then it rejects. What has a token of electron-updater's is told by that first. */
export type Endable = <T>(
  signal: AbortSignal,
  token: CancellationToken | null,
  act: () => Promise<T>,
) => Promise<T>;

/**
 * Lets what electron-updater does be ended: it ends no check, nor a download in pieces, that is never answered, and closing the
 * session's connections leaves those that are in use. One at a time.
 */
export const makeEndable = (updater: AppUpdater): Endable => {
  let requests: ClientRequest[] = [];
  // Not in its types.
  const executor: Executor = Reflect.get(updater, 'httpExecutor');
  const create = executor.createRequest.bind(executor);
  executor.createRequest = (...args) => {
    const request = create(...args);
    requests.push(request);
    return request;
  };
  return async (signal, token, act) => {
    signal.throwIfAborted();
    requests = [];
    const end = (): void => {
      // First, so that a failed download in pieces is not begun again as a whole.
      token?.cancel();
      for (const request of requests) {
        request.abort();
        // To Electron an end of our own making is no error, and electron-updater would wait on. Those that are over are not heard.
        request.emit('error', new Error('the request was ended'));
      }
    };
    signal.addEventListener('abort', end);
    try {
      return await act();
    } finally {
      signal.removeEventListener('abort', end);
    }
  };
};
