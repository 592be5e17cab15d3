/**
 * Stable codes of everything that can go wrong, in the words of the layer that knows. The page turns a code into a
 * sentence with its fix in the person's language; `message` is for developers only.
 */
export const errorCodes = [
  'request.unknownRoute',
  'request.forbidden',
  'request.invalid',
  'internal',
  'history.unavailable',
  'history.locked',
  'history.readOnly',
  'history.diskFull',
  'history.damaged',
  'history.notFound',
  'vault.wrongPassphrase',
  'vault.weakPassphrase',
  'vault.wrongRecoveryKey',
  'vault.failed',
  'settings.notSaved',
  'settings.unknownFile',
  'settings.newerFile',
  'spelling.notLoaded',
  'endpoint.invalidUrl',
  'endpoint.invalidKey',
  'endpoint.notFound',
  'endpoint.none',
  'network.invalidProxy',
  'chat.busy',
  'chat.emptyMessage',
  'chat.contextTooLong',
  'chat.noImages',
  'chat.openCall',
  'chat.strayResult',
  'chat.wouldLeaveOut',
  'chat.spendingLimit',
  'attachment.refused',
  'image.notLoaded',
  'api.unauthorized',
  'api.forbidden',
  'api.modelNotFound',
  'api.notFound',
  'api.contextLength',
  'api.unsupportedParameter',
  'api.badRequest',
  'api.rateLimited',
  'api.quota',
  'api.server',
  'api.timeout',
  'api.silence',
  'api.slept',
  'api.dns',
  'api.tls',
  'api.proxy',
  'api.refused',
  'api.offline',
  'api.network',
  'api.cut',
  'api.malformed',
  'api.tooLong',
  'mirror.foreign',
  'transfer.busy',
  'transfer.unreadable',
  'transfer.brokenZip',
  'transfer.refusedZip',
  'transfer.unknownFormat',
  'transfer.broken',
  'transfer.truncated',
  'transfer.nothing',
  'transfer.notWritten',
  'transfer.tooLongForImage',
  'transfer.notDrawn',
  'transfer.notPrinted',
  'prompts.full',
] as const;

/** One of the stable error codes. */
export type ErrorCode = (typeof errorCodes)[number];

/** An error as it crosses a process border. Holds no key, no prompt and no reply. */
export interface AppError {
  readonly code: ErrorCode;
  /** English, for developers. */
  readonly message: string;
  /** Facts for the sentence shown, for example `status`, `host`, `parameter`, `retryAfterSeconds`, `serverMessage`. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** What every request answers with: it never rejects across IPC. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

/** An expected failure: thrown inside a process, turned into an `AppError` where the process answers. */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly detail: Readonly<Record<string, string | number>> | undefined;

  /** @param message English, for developers; never a key, a prompt or a reply. */
  constructor(code: ErrorCode, message: string, detail?: Readonly<Record<string, string | number>>) {
    super(message);
    this.name = 'Failure';
    this.code = code;
    this.detail = detail;
  }
}

/** Turns anything thrown into an `AppError`. What is not a `Failure` becomes `internal`, told by its class only. */
export const toAppError = (thrown: unknown): AppError => {
  if (thrown instanceof Failure) {
    const { code, message, detail } = thrown;
    return detail === undefined ? { code, message } : { code, message, detail };
  }
  // The message of an unknown error may hold a prompt or a key, so only its class goes out.
  return { code: 'internal', message: thrown instanceof Error ? thrown.name : typeof thrown };
};
