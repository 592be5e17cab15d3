import type { Route } from '../../preload/contract/requests';
import { requests } from '../../preload/contract/requests';
import type { Result } from '../../preload/contract/result';
import { Failure, toAppError } from '../../preload/contract/result';
import type { Handlers } from './handlers';
import type { Sender } from './sender-gate';

const isRoute = (route: unknown): route is Route =>
  typeof route === 'string' && Object.hasOwn(requests, route);

/** Parses the input with the route's own schema and calls its handler. Generic, so that input and handler belong together. */
const parseAndHandle = <R extends Route>(handlers: Handlers, route: R, input: unknown): Promise<unknown> => {
  const parsed = requests[route].input.safeParse(input);
  if (parsed.success) return handlers[route](parsed.data as Parameters<Handlers[R]>[0]);
  const issue = parsed.error.issues[0];
  // The value itself stays out: it may be a key or a prompt.
  throw new Failure('request.invalid', `${route}: ${issue?.code ?? 'invalid'}`, {
    route,
    field: issue?.path.join('.') ?? '',
  });
};

/** Answers one request of one sender. */
export type Router = (sender: Sender, route: unknown, input: unknown) => Promise<Result<unknown>>;

/**
 * The one funnel of every request: who asks (sender gate), then what (parse gate), then the handler.
 * Never rejects: whatever is thrown becomes a coded error.
 */
export const createRouter =
  (handlers: Handlers, isTrusted: (sender: Sender) => boolean): Router =>
  async (sender, route, input) => {
    try {
      if (!isTrusted(sender)) throw new Failure('request.forbidden', 'request from an unknown sender');
      if (!isRoute(route)) throw new Failure('request.unknownRoute', 'no such route');
      return { ok: true, value: await parseAndHandle(handlers, route, input) };
    } catch (thrown) {
      return { ok: false, error: toAppError(thrown) };
    }
  };
