import type { AskedRoute, Bridge } from '../../preload/contract/bridge';
import type { RequestInput, RequestOutput } from '../../preload/contract/requests';
import { Failure, type Result } from '../../preload/contract/result';

declare global {
  interface Window {
    readonly parlance: Bridge;
  }
}

type Ask<R extends AskedRoute> = (input: RequestInput<R>) => Promise<Result<RequestOutput<R>>>;

const answerOf = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  const { code, message, detail } = result.error;
  throw new Failure(code, message, detail);
};

/**
 * Makes one request of main.
 * @returns the answer's value.
 * @throws Failure with the code that main answered with.
 */
export const request = async <R extends AskedRoute>(
  route: R,
  input: RequestInput<R>,
): Promise<RequestOutput<R>> => {
  // TypeScript cannot see that a mapped type indexed by R takes R's input.
  const ask = window.parlance.request[route] as unknown as Ask<R>;
  return answerOf(await ask(input));
};

/** Hands dropped files to main; true: they are chats, and picked for an import. Throws as `request` does. */
export const offerFiles = async (files: readonly File[]): Promise<boolean> =>
  answerOf(await window.parlance.offerFiles(files));
