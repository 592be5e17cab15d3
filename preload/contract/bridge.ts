import type { EventName, EventPayload } from './events';
import type { RequestInput, RequestOutput, Route } from './requests';
import type { Result } from './result';

/** The one IPC channel for requests, and the one for events. */
export const REQUEST_CHANNEL = 'parlance:request';
/** Carries `(name, payload)` from main to the page. */
export const EVENT_CHANNEL = 'parlance:event';

/** The routes that the page asks with what it likes. */
export type AskedRoute = Exclude<Route, 'transfer.offer'>;

/** What the preload script puts on `window.parlance`: a named function for every request and every event, no more. */
export interface Bridge {
  readonly request: {
    readonly [R in AskedRoute]: (input: RequestInput<R>) => Promise<Result<RequestOutput<R>>>;
  };
  /**
   * Hands dropped `File`s to main by where they are, which the page never learns and cannot make up. Answers whether they are
   * chats that can be imported.
   */
  readonly offerFiles: (files: readonly object[]) => Promise<Result<boolean>>;
  /** Subscribes and returns the undo. The listener gets the payload only, never Electron's event object. */
  readonly on: { readonly [E in EventName]: (listener: (payload: EventPayload<E>) => void) => () => void };
}
