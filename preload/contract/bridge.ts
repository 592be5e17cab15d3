import type { EventName, EventPayload } from './events';
import type { RequestInput, RequestOutput, Route } from './requests';
import type { Result } from './result';

/** The one IPC channel for requests, and the one for events. */
export const REQUEST_CHANNEL = 'parlance:request';
/** Carries `(name, payload)` from main to the page. */
export const EVENT_CHANNEL = 'parlance:event';

/** What the preload script puts on `window.parlance`: a named function for every request and every event, no more. */
export interface Bridge {
  readonly request: { readonly [R in Route]: (input: RequestInput<R>) => Promise<Result<RequestOutput<R>>> };
  /** Subscribes and returns the undo. The listener gets the payload only, never Electron's event object. */
  readonly on: { readonly [E in EventName]: (listener: (payload: EventPayload<E>) => void) => () => void };
}
