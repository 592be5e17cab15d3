import type { AppError } from './result';

/** Why a server was contacted. */
export const purposes = ['reply', 'title', 'models', 'test', 'local', 'dictionaries', 'update'] as const;

/** Why a server was contacted. */
export type Purpose = (typeof purposes)[number];

/** What was exchanged with one server for one purpose since Parlance started. */
export interface Contact {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly purpose: Purpose;
  readonly requests: number;
  /** Those without an answer. */
  readonly failures: number;
  /** Bytes of request and response bodies; without headers and encryption. */
  readonly sentBytes: number;
  readonly receivedBytes: number;
  /** In ms since 1970. */
  readonly lastAt: number;
}

/** The links of the chain between Parlance and a reply, in the order in which they are needed. */
export const checkSteps = ['proxy', 'name', 'connection', 'certificate', 'address', 'key', 'model'] as const;

/** One link of the chain. */
export type CheckStep = (typeof checkSteps)[number];

/** What was found of one link: `none` means that this way needs none, `notReached` that one before it is broken. */
export interface CheckFinding {
  readonly step: CheckStep;
  readonly state: 'ok' | 'failed' | 'none' | 'notReached';
  /** What it is: the proxy, the address, the model. Empty where there is nothing to name. */
  readonly detail: string;
  /** Why it is broken. */
  readonly error: AppError | null;
}
