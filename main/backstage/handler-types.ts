import type { OpInput, OpName, OpOutput } from './protocol';

/** One handler per operation: a missing or an extra one does not compile. */
export type Handlers = {
  readonly [N in OpName]: (input: OpInput<N>) => OpOutput<N> | Promise<OpOutput<N>>;
};

/** Those of the operations whose names begin so. */
export type HandlersOf<Prefix extends string> = Pick<Handlers, Extract<OpName, `${Prefix}.${string}`>>;

/** The time in milliseconds since the epoch. */
export type Clock = () => number;
