import type { AppError, ErrorCode } from '../../preload/contract/result';
import { Failure, toAppError } from '../../preload/contract/result';
import { networkFailureOf } from './network-error';
import { presentableServerMessage } from './redact';
import type { ServerError } from './server-error';
import { readServerError } from './server-error';
import { fieldOf } from './unknown-value';
import { unsupportedParameterIn } from './unsupported-parameter';

/** Whom a request was made to. */
export interface ErrorContext {
  /** Host and port, as the person typed it. */
  readonly host: string;
  /** Never gets into an error: known so that it can be struck out. */
  readonly apiKey: string | null;
}

type Detail = NonNullable<AppError['detail']>;

const CONTEXT_LENGTH =
  /context[ _](length|window|size)|maximum context|prompt is too long|too many (input )?tokens|exceeds? the (model's )?(maximum|available) (context|number of tokens)/i;
const NO_SUCH_MODEL =
  /\b(model|deployment)\b.*\b(not exist|not found|unknown|not available)|not a valid model|no such model/i;
const QUOTA_CODES = ['insufficient_quota', 'billing_hard_limit_reached', 'billing_not_active'];

/** Seconds until the server wants to be asked again (RFC 9110 `Retry-After`, or `retry-after-ms`), rounded up. */
const retryAfterSeconds = (headers: Headers | null, now: number): number | null => {
  const milliseconds = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (milliseconds >= 0) return Math.ceil(milliseconds / 1000);
  const text = headers?.get('retry-after') ?? '';
  const seconds = Number(text === '' ? Number.NaN : text);
  if (seconds >= 0) return Math.ceil(seconds);
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
};

const isQuota = (error: ServerError): boolean =>
  QUOTA_CODES.some((code) => error.code === code || error.type === code) ||
  /exceeded your current quota|insufficient balance/i.test(error.message);

const isMissingModel = (error: ServerError): boolean =>
  error.param === 'model' ||
  error.code === 'model_not_found' ||
  error.code === 'DeploymentNotFound' ||
  NO_SUCH_MODEL.test(error.message);

const codeOfRefusedBody = (error: ServerError): ErrorCode => {
  if (error.code === 'context_length_exceeded' || CONTEXT_LENGTH.test(error.message))
    return 'api.contextLength';
  if (isMissingModel(error)) return 'api.modelNotFound';
  return unsupportedParameterIn(error) === null ? 'api.badRequest' : 'api.unsupportedParameter';
};

const codeOfStatus = (status: number, error: ServerError): ErrorCode => {
  if (status >= 500) return 'api.server';
  if (status < 400) return 'api.notFound';
  switch (status) {
    case 401:
      return 'api.unauthorized';
    case 402:
      return 'api.quota';
    case 403:
      return 'api.forbidden';
    case 404:
      if (isMissingModel(error)) return 'api.modelNotFound';
      // OpenAI says so of tools that a model does not take.
      return unsupportedParameterIn(error) === null ? 'api.notFound' : 'api.unsupportedParameter';
    case 407:
      return 'api.proxy';
    case 408:
      return 'api.timeout';
    case 413:
      return 'api.contextLength';
    case 429:
      return isQuota(error) ? 'api.quota' : 'api.rateLimited';
    default:
      return codeOfRefusedBody(error);
  }
};

/** An error that came as an event inside a stream: there its own code stands in for the status. */
const codeOfEvent = (error: ServerError): ErrorCode => {
  const status = Number(error.code);
  if (status >= 400 && status < 600) return codeOfStatus(status, error);
  if (isQuota(error)) return 'api.quota';
  if (/rate_limit/.test(`${error.code} ${error.type}`)) return 'api.rateLimited';
  const code = codeOfRefusedBody(error);
  return code === 'api.badRequest' && error.type !== 'invalid_request_error' ? 'api.server' : code;
};

const withServerWords = (
  code: ErrorCode,
  error: ServerError,
  context: ErrorContext,
  detail: Detail,
): Detail => {
  const serverMessage = presentableServerMessage(error.message, context.apiKey);
  const parameter = code === 'api.unsupportedParameter' ? unsupportedParameterIn(error) : null;
  return {
    host: context.host,
    ...detail,
    ...(parameter === null ? {} : { parameter }),
    ...(serverMessage === '' ? {} : { serverMessage }),
  };
};

/**
 * The error of an HTTP answer that is not a success.
 * @param headers of the answer; `Retry-After` becomes `detail.retryAfterSeconds`.
 * @param body parsed JSON, or the text where it is none.
 * @param now milliseconds since the epoch, for a `Retry-After` that is a date.
 */
export const errorOfStatus = (
  status: number,
  headers: Headers | null,
  body: unknown,
  context: ErrorContext,
  now = Date.now(),
): AppError => {
  const error = readServerError(body);
  const code = codeOfStatus(status, error);
  const seconds = retryAfterSeconds(headers, now);
  const detail = { status, ...(seconds === null ? {} : { retryAfterSeconds: seconds }) };
  return { code, message: `HTTP ${status}`, detail: withServerWords(code, error, context, detail) };
};

/** The error that a server reports by an `{"error": …}` event inside a stream. */
export const errorOfEvent = (body: unknown, context: ErrorContext): AppError => {
  const error = readServerError({ error: body });
  const code = codeOfEvent(error);
  return { code, message: 'error event in the stream', detail: withServerWords(code, error, context, {}) };
};

/** How far a request had come when it failed. */
export type RequestPhase = 'connect' | 'body';

const errorOfNetwork = (thrown: unknown, context: ErrorContext, phase: RequestPhase): AppError | null => {
  const failure = networkFailureOf(thrown);
  if (failure === null) return null;
  // After the first byte of the answer, whatever breaks the connection has cut the answer.
  const code = phase === 'body' && failure.code === 'api.network' ? 'api.cut' : failure.code;
  const { reason } = failure;
  return { code, message: reason || code, detail: { host: context.host, ...(reason ? { reason } : {}) } };
};

/**
 * Turns whatever the SDK, fetch or our own guards threw into an `AppError`. `message` holds nothing the server said;
 * `detail.serverMessage` is its own sentence with the key struck out.
 */
export const errorOfThrown = (
  thrown: unknown,
  context: ErrorContext,
  phase: RequestPhase = 'connect',
): AppError => {
  if (thrown instanceof Failure) return toAppError(thrown);
  const status = fieldOf(thrown, 'status');
  if (typeof status === 'number') {
    const headers = fieldOf(thrown, 'headers');
    return errorOfStatus(
      status,
      headers instanceof Headers ? headers : null,
      fieldOf(thrown, 'error'),
      context,
    );
  }
  const network = errorOfNetwork(thrown, context, phase);
  if (network !== null) return network;
  if (!(thrown instanceof SyntaxError)) return toAppError(thrown);
  return { code: 'api.malformed', message: 'unreadable answer', detail: { host: context.host } };
};
