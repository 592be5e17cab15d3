import type { Contact, Purpose } from '../../preload/contract/network';

/** What is added to what was exchanged with a server. */
export type Exchange = Partial<
  Pick<Contact, 'requests' | 'failures' | 'sentBytes' | 'receivedBytes' | 'via'>
>;

/** Adds to what was exchanged with an origin for a purpose. */
export type Note = (origin: string, purpose: Purpose, more: Exchange) => void;

/** Notes which servers are contacted, why, and how much goes each way. */
export interface Ledger {
  /** A fetch whose calls are noted under a purpose, and by which way they went where that is asked for. */
  readonly noting: (
    fetch: typeof globalThis.fetch,
    purpose: Purpose,
    routeTo?: RouteTo,
  ) => typeof globalThis.fetch;
  /** Notes what goes on in a library with a network of its own. */
  readonly note: Note;
  /** What was noted, latest first. */
  readonly contacts: () => readonly Contact[];
}

/** The proxy of a route, as PAC files name it (`PROXY host:port`, `SOCKS5 …`): the first is tried first. Null: there is none. */
export const proxyIn = (route: string): string | null => {
  const [first = 'DIRECT'] = route.split(';');
  return first.trim() === 'DIRECT' ? null : first.trim();
};

/** What says by which way a URL is reached, as PAC files write it. */
type RouteTo = (url: string) => Promise<string>;

/** The proxy that leads to an origin, for the list; empty: there is none, or nobody can tell. Never rejects. */
export const viaTo = (origin: string, routeTo: RouteTo): Promise<string> =>
  routeTo(origin).then(
    (route) => proxyIn(route) ?? '',
    () => '',
  );

/** The clients of this app send text only; a body of another kind would be noted as nothing. */
const lengthOf = (body: unknown): number => (typeof body === 'string' ? Buffer.byteLength(body) : 0);

/** The same response, its bytes counted as they are read. */
const counted = (response: Response, onBytes: (count: number) => void): Response => {
  if (response.body === null) return response;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      onBytes(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(counter), { status, statusText, headers });
};

/** Makes an empty ledger. It is kept in memory only: where one has been is nobody's business. */
export const createLedger = (now: () => number = Date.now): Ledger => {
  const contacts = new Map<string, Contact>();
  const add: Note = (origin, purpose, more) => {
    const via = more.via ?? '';
    const key = `${purpose} ${origin} ${via}`;
    const known = contacts.get(key);
    contacts.set(key, {
      origin,
      purpose,
      requests: (known?.requests ?? 0) + (more.requests ?? 0),
      failures: (known?.failures ?? 0) + (more.failures ?? 0),
      sentBytes: (known?.sentBytes ?? 0) + (more.sentBytes ?? 0),
      receivedBytes: (known?.receivedBytes ?? 0) + (more.receivedBytes ?? 0),
      via,
      lastAt: now(),
    });
  };
  return {
    noting: (fetch, purpose, routeTo) => async (input, init) => {
      const { origin } = new URL(input instanceof Request ? input.url : input);
      // Beside the request: nothing waits for it.
      const leading = routeTo === undefined ? Promise.resolve('') : viaTo(origin, routeTo);
      const tell = (more: Exchange): void =>
        void leading.then((via) => add(origin, purpose, { ...more, via }));
      tell({ requests: 1, sentBytes: lengthOf(init?.body) });
      try {
        const response = await fetch(input, init);
        return counted(response, (count) => tell({ receivedBytes: count }));
      } catch (thrown) {
        tell({ failures: 1 });
        throw thrown;
      }
    },
    note: add,
    contacts: () => [...contacts.values()].sort((a, b) => b.lastAt - a.lastAt),
  };
};
