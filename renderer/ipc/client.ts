import type { Bridge } from '../../preload/contract/bridge';
import type { RequestInput, RequestOutput, Route } from '../../preload/contract/requests';
import { Failure, type Result } from '../../preload/contract/result';

declare global {
  interface Window {
    readonly parlance: Bridge;
  }
}

type Ask<R extends Route> = (input: RequestInput<R>) => Promise<Result<RequestOutput<R>>>;

/**
 * Makes one request of main.
 * @returns the answer's value.
 * @throws Failure with the code that main answered with.
 */
export const request = async <R extends Route>(
  route: R,
  input: RequestInput<R>,
): Promise<RequestOutput<R>> => {
  // TypeScript cannot see that a mapped type indexed by R takes R's input.
  const ask = window.parlance.request[route] as unknown as Ask<R>;
  const result = await ask(input);
  if (result.ok) return result.value;
  const { code, message, detail } = result.error;
  throw new Failure(code, message, detail);
};
