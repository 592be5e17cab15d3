import type * as z from 'zod/mini';

declare const outputOf: unique symbol;

/** One request: the schema of its input and the type of its answer. */
export interface RequestSpec<Input extends z.ZodMiniType, Output> {
  readonly input: Input;
  readonly [outputOf]?: Output;
}

/** Declares one request: the schema its input is parsed with, and (as a type argument) what it answers. */
export const request =
  <Output>() =>
  <Input extends z.ZodMiniType>(input: Input): RequestSpec<Input, Output> => ({ input });
