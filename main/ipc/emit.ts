import type { WebContents } from 'electron';
import { EVENT_CHANNEL } from '../../preload/contract/bridge';
import type { EventName, EventPayload } from '../../preload/contract/events';

/** Sends one event to every page. */
export type Emit = <E extends EventName>(name: E, payload: EventPayload<E>) => void;

/** @param pages the pages that are open now. */
export const createEmit =
  (pages: () => readonly WebContents[]): Emit =>
  (name, payload) => {
    for (const page of pages()) if (!page.isDestroyed()) page.send(EVENT_CHANNEL, name, payload);
  };
