import type { WebContents } from 'electron';
import { EVENT_CHANNEL } from '../../preload/contract/bridge';
import type { EventName, EventPayload } from '../../preload/contract/events';
import { createSignal } from '../storage/signal';

/** Sends one event to every page. */
export type Emit = <E extends EventName>(name: E, payload: EventPayload<E>) => void;

/** Sends events, and lets main itself hear them. */
export interface Events {
  readonly emit: Emit;
  /** Told of every event of one name. Returns the undo. */
  readonly on: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) => () => void;
}

/** @param pages the pages that are open now. */
export const createEvents = (pages: () => readonly WebContents[]): Events => {
  const sent = createSignal<{ readonly name: EventName; readonly payload: unknown }>();
  return {
    emit: (name, payload) => {
      for (const page of pages()) if (!page.isDestroyed()) page.send(EVENT_CHANNEL, name, payload);
      sent.emit({ name, payload });
    },
    on: (name, listener) =>
      sent.on((event) => {
        // An event's name says what it carries.
        if (event.name === name) listener(event.payload as EventPayload<typeof name>);
      }),
  };
};
