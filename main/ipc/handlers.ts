import type { RequestInput, RequestOutput, Requests, Route } from '../../preload/contract/requests';

/** The audited surface: exactly one handler for every route. A missing or an extra one does not compile. */
export type Handlers = {
  readonly [R in keyof Requests]: (input: RequestInput<R>) => Promise<RequestOutput<R>>;
};

/** The handlers of the routes whose names begin with `Prefix.`, for a service that owns them. */
export type HandlersOf<Prefix extends string> = {
  readonly [R in Extract<Route, `${Prefix}.${string}`>]: Handlers[R];
};
